// Keeps the public pages somebody has opened, so that they can be read again offline. Nothing else is ever kept.

/** Filled in by the server: what changes the worker, the words of both languages, what every page needs. */
const { version, words, assets, offlinePages } = __SETTINGS__;

const CACHE = `yinuo-${version}`;
const MOST_PAGES = 60;
/** Pages for staff and programs: the worker does not even look at them. */
const NOT_OURS = /^(?:\/en)?\/(?:desk|sign-in|sign-out|setup|api|health|evidence|log)(?:\/|$)/;
const DESK = /^(?:\/en)?\/desk(?:\/|$)/;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([...assets, ...offlinePages])));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
});

const forgetOthers = async () => {
  for (const name of await caches.keys())
    if (name.startsWith("yinuo-") && name !== CACHE) await caches.delete(name);
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (NOT_OURS.test(url.pathname)) {
    // Whoever works at the desk leaves nothing behind on this device.
    if (request.mode === "navigate" && DESK.test(url.pathname)) event.waitUntil(forgetPages());
    return;
  }
  if (request.mode === "navigate") event.respondWith(page(request, url));
  else if (assets.includes(url.pathname)) event.respondWith(asset(request));
});

const forgetPages = async () => {
  const cache = await caches.open(CACHE);
  for (const kept of await cache.keys()) {
    const { pathname } = new URL(kept.url);
    if (!assets.includes(pathname) && !offlinePages.includes(pathname)) await cache.delete(kept);
  }
};

const asset = async (request) => (await caches.match(request)) ?? fetch(request);

/** From the line while there is one; else as it was, said to be so; else the page that says what can be read. */
const page = async (request, url) => {
  try {
    const response = await fetch(request);
    if (mayBeKept(response)) await keep(request, response.clone()).catch(() => undefined);
    return response;
  } catch {
    const cache = await caches.open(CACHE);
    const kept = await cache.match(request);
    if (kept !== undefined) return asItWas(kept, url);
    return (await cache.match(offlinePages[url.pathname.startsWith("/en") ? 1 : 0])) ?? Response.error();
  }
};

/** The server says which answers are the same for everybody. */
const mayBeKept = (response) =>
  response.status === 200 &&
  response.type === "basic" &&
  !response.redirected &&
  (response.headers.get("content-type") ?? "").startsWith("text/html") &&
  (response.headers.get("cache-control") ?? "").startsWith("public");

const keep = async (request, response) => {
  const cache = await caches.open(CACHE);
  // Taken out first, so that the oldest stand in front.
  await cache.delete(request);
  await cache.put(request, response);
  const kept = await cache.keys();
  const pages = kept.filter(({ url }) => !assets.includes(new URL(url).pathname));
  for (const oldest of pages.slice(0, Math.max(0, pages.length - MOST_PAGES))) await cache.delete(oldest);
};

const asItWas = async (kept, url) => {
  const said = words[url.pathname.startsWith("/en") ? "en" : "zh-CN"];
  const when = new Date(kept.headers.get("date") ?? Date.now()).toLocaleString(said.locale);
  const text = await kept.text();
  const notice = `<p class="notice" role="status"><strong>${said.offline}</strong> ${when}</p>`;
  return new Response(
    text.replace(/<main[^>]*>/, (main) => main + notice),
    {
      headers: kept.headers,
    },
  );
};
