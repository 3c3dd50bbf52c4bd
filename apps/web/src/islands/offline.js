// Has this device keep the public pages that are opened, when asked to; lists what is kept; forgets it when asked.

const { serviceWorker } = navigator;

const kept = async () => {
  const found = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith("yinuo-")) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const { pathname, search } = new URL(request.url);
      const response = await cache.match(request);
      if (!response?.headers.get("content-type")?.startsWith("text/html") || pathname.endsWith("/offline"))
        continue;
      const title = new DOMParser().parseFromString(await response.text(), "text/html").title;
      found.push({ href: pathname + search, title });
    }
  }
  return found.toReversed();
};

const show = async (list) => {
  for (const { href, title } of await kept()) {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = title;
    list.append(document.createElement("li"));
    list.lastChild.append(link);
  }
  list.parentElement.hidden = list.childElementCount === 0;
};

const forget = async () => {
  for (const registration of await serviceWorker.getRegistrations()) await registration.unregister();
  for (const name of await caches.keys()) if (name.startsWith("yinuo-")) await caches.delete(name);
};

const begin = async () => {
  await serviceWorker.register("/service-worker.js");
  await serviceWorker.ready;
};

const start = async () => {
  const isOn = (await serviceWorker.getRegistrations()).length > 0;
  const state = document.getElementById("offline-state");
  state.textContent = state.dataset[isOn ? "on" : "off"];
  const on = document.getElementById("offline-on");
  const off = document.getElementById("offline-off");
  on.hidden = isOn;
  off.hidden = !isOn;
  for (const [button, act] of [
    [on, begin],
    [off, forget],
  ])
    button.addEventListener("click", () => {
      button.disabled = true;
      act().then(
        () => location.reload(),
        () => {
          button.disabled = false;
          state.textContent = state.dataset.failed;
        },
      );
    });
  await show(document.getElementById("kept"));
};

// A browser that cannot, and an address without https, keep what the page says without a script.
if (serviceWorker !== undefined) start().catch(() => undefined);
