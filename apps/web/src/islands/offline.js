// Lets public pages be read again without a line, lists what is kept, and forgets it when asked.

const OFF = "yinuo-offline";
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
  localStorage.setItem(OFF, "off");
  for (const registration of await serviceWorker.getRegistrations()) await registration.unregister();
  for (const name of await caches.keys()) if (name.startsWith("yinuo-")) await caches.delete(name);
};

const start = async () => {
  if (localStorage.getItem(OFF) === null) await serviceWorker.register("/service-worker.js");
  const list = document.getElementById("kept");
  if (list !== null) await show(list);
  const off = document.getElementById("offline-off");
  if (off === null) return;
  const isOff = localStorage.getItem(OFF) !== null;
  const on = document.getElementById("offline-on");
  off.hidden = isOff;
  on.hidden = !isOff;
  off.addEventListener("click", () => {
    void forget().then(() => location.reload());
  });
  on.addEventListener("click", () => {
    localStorage.removeItem(OFF);
    location.reload();
  });
};

// A browser that forbids it, or a page without https, loses nothing but this.
if (serviceWorker !== undefined) start().catch(() => undefined);
