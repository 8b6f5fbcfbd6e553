// Keeps an open page equal to the sources, and shows what is wrong with them.
//
// The server only says that there is a new generation; the page then asks what has changed, under
// the same checks as any request. A page that changed is fetched and morphed in place, so scroll,
// focus and open details stay. Text from outside becomes text nodes, never markup.
(() => {
  "use strict";
  const own = document.currentScript;
  const token = own.dataset.token;
  let generation = Number(own.dataset.generation);
  let pristine = null; // This page as the server last sent it, before any script has changed it.
  let events = null;
  let retry = null;
  let running = null;
  let isAgain = false;

  const get = (url, type) =>
    new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      request.open("GET", url);
      request.responseType = type;
      request.onload = () => done(request);
      request.onerror = () => fail(new Error("no answer"));
      request.send();
    });

  const decoded = (path) => {
    try {
      return decodeURIComponent(path);
    } catch {
      return path;
    }
  };
  const pathOf = (url) => decoded(new URL(url, location.href).pathname);
  const here = () => decoded(location.pathname);

  // ---------------------------------------------------------------- events

  // A browser opens six connections to one host, and a stream holds one. So one of the open pages
  // listens, and tells the others; a page that nobody sees does neither.
  const channel = new BroadcastChannel(`cxbook-preview-${token}`);
  channel.onmessage = (event) => hear(event.data);
  let waiting = null;
  let release = null;

  function hear(number) {
    if (number !== generation && !document.hidden) update();
  }

  function connect() {
    clearTimeout(retry);
    if (waiting || document.hidden) return;
    waiting = new AbortController();
    const listen = () => new Promise((done) => {
      release = done;
      openStream();
    });
    if (navigator.locks) navigator.locks.request(channel.name, { signal: waiting.signal }, listen).catch(() => {});
    else listen();
  }

  function openStream() {
    events = new EventSource(`/__preview/events/${token}`);
    events.onmessage = (event) => {
      channel.postMessage(Number(event.data));
      hear(Number(event.data));
    };
    events.onerror = () => {
      // A closed stream means another preview, or none: wait for one, then start afresh.
      if (events && events.readyState === EventSource.CLOSED) {
        disconnect();
        retry = setTimeout(waitForServer, 1000);
      }
    };
  }

  function disconnect() {
    clearTimeout(retry);
    if (events) events.close();
    if (release) release();
    else if (waiting) waiting.abort();
    events = release = waiting = null;
  }

  async function waitForServer() {
    try {
      const page = await get(location.href, "document");
      const script = page.response && page.response.querySelector("script[data-token]");
      if (script && script.dataset.token !== token) return location.reload();
      connect();
    } catch {
      retry = setTimeout(waitForServer, 2000);
    }
  }

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return disconnect();
    connect();
    update();
  });
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", (event) => {
    if (event.persisted) {
      connect();
      update();
    }
  });

  // ---------------------------------------------------------------- changes

  function update() {
    isAgain = true;
    running ||= (async () => {
      try {
        while (isAgain) {
          isAgain = false;
          await catchUp();
        }
      } catch {
        // The server is gone; the event stream notices too, and waits for it.
      } finally {
        running = null;
      }
    })();
  }

  async function catchUp() {
    const answer = await get(`/__preview/changes?since=${generation}`, "json");
    const changes = answer.response;
    if (answer.status !== 200 || !changes) return;
    const changed = changes.changed && new Set(changes.changed);
    // The pages of translators are made when they are asked for: whatever has changed may be on them.
    const isBeside = document.body.classList.contains("desk");
    const isChanged = (path) => !changed || changed.has(path) || (isBeside && changes.generation !== generation);
    const scripts = [...document.scripts].filter((script) => script.src && script !== own);
    if (changed && scripts.some((script) => changed.has(pathOf(script.src)))) return location.reload();
    // Where there was no site yet, the page is the list of problems itself.
    if (document.body.classList.contains("waiting")) return changes.generation === generation ? undefined : location.reload();
    if (isChanged(here()) || own.dataset.generation === "0") await patchPage();
    if (changed) {
      for (const link of document.querySelectorAll("link[rel~=stylesheet]")) {
        if (!link.dataset.going && changed.has(pathOf(link.href))) swapStyle(link, fresh(link.href, changes.generation));
      }
      for (const image of document.images) {
        if (changed.has(pathOf(image.src))) image.src = fresh(image.src, changes.generation);
      }
    }
    if (changes.generation !== generation) side.ask().catch(() => {});
    generation = changes.generation;
    if (changes.errors || changes.warnings || changes.notice || panel.isShown) {
      const problems = await get("/__preview/diagnostics", "json");
      panel.show(problems.response || [], changes);
    }
  }

  const fresh = (href, version) => {
    const url = new URL(href);
    url.searchParams.set("v", version);
    return url.href;
  };

  // The new sheet is in force before the old one goes, so nothing flashes.
  function swapStyle(old, href) {
    const link = old.cloneNode();
    link.href = href;
    replaceStyle(old, link);
  }

  function replaceStyle(old, link) {
    old.dataset.going = "true";
    link.onload = link.onerror = () => old.remove();
    old.after(link);
  }

  // This page as the server sends it now. Its scripts are taken out: they can neither be copied nor
  // changed in place under our policy. What they are stays known, to tell when it changes; data for
  // search engines does not matter here.
  async function load() {
    const { status, response: page } = await get(location.href, "document");
    if (!page || !page.body) return null;
    const scripts = [];
    for (const script of [...page.scripts]) {
      const src = script.getAttribute("src") || "";
      if (!src.startsWith("/__preview/")) scripts.push([src, script.type === "application/ld+json" ? "" : script.textContent]);
      script.remove();
    }
    return { status, page, scripts: JSON.stringify(scripts) };
  }

  async function patchPage() {
    const [old, now] = [await pristine, await load()];
    if (!old || !now || now.status === 503 || old.scripts !== now.scripts) return location.reload();
    const [before, next] = [old.page, now.page];

    const anchor = topHeading();
    const focused = document.activeElement;
    patchHead(before, next);
    for (const name of ["lang", "dir", "class"]) copyAttribute(next.documentElement, document.documentElement, name);
    patchBody(before, next);
    panel.retitle(next.title);
    pristine = Promise.resolve(now);
    if (anchor) keepInPlace(anchor);
    if (focused && focused.isConnected && focused !== document.activeElement && focused !== document.body) focused.focus({ preventScroll: true });
    document.dispatchEvent(new CustomEvent("preview:patched"));
  }

  function patchHead(before, next) {
    const key = (link) => pathOf(link.getAttribute("href"));
    const styles = (page) => [...page.querySelectorAll("head link[rel~=stylesheet]")];
    const [old, now] = [styles(before).map(key), styles(next).map(key)];
    const added = styles(next).filter((link) => !old.includes(key(link)));
    const gone = [...document.querySelectorAll("head link[rel~=stylesheet]")].filter((link) => !link.dataset.going && old.includes(key(link)) && !now.includes(key(link)));
    for (const link of added) {
      const copy = document.importNode(link, true);
      const replaced = gone.shift();
      if (replaced) replaceStyle(replaced, copy);
      else document.head.append(copy);
    }
    for (const link of gone) link.remove();
  }

  const copyAttribute = (from, to, name) => {
    const value = from.getAttribute(name);
    if (name === "class" && value === null) return;
    if (value === null) to.removeAttribute(name);
    else if (to.getAttribute(name) !== value) to.setAttribute(name, value);
  };

  // Only parts that the server has changed are touched: what scripts made of the others stays.
  function patchBody(before, next) {
    const parts = (page) => [...page.body.children].filter((part) => part.localName !== "script");
    const [old, now] = [parts(before), parts(next)];
    const mine = parts(document);
    const fits = old.length === now.length && old.every((part, index) => part.localName === now[index].localName && mine[index] && mine[index].localName === part.localName);
    if (!fits) return morph(document.body, next.body);
    now.forEach((part, index) => {
      if (!part.isEqualNode(old[index])) morph(mine[index], part);
    });
  }

  const isPatched = (node) => node.localName !== "script";

  function morph(old, now) {
    Idiomorph.morph(old, document.importNode(now, true), {
      morphStyle: "outerHTML",
      ignoreActiveValue: true,
      callbacks: {
        beforeNodeMorphed: isPatched,
        beforeNodeAdded: isPatched,
        beforeNodeRemoved: isPatched,
        // What a reader has opened stays open.
        beforeAttributeUpdated: (name, node) => !(name === "open" && (node.localName === "details" || node.localName === "dialog")),
      },
    });
  }

  // ---------------------------------------------------------------- place

  function topHeading() {
    let best = null;
    for (const element of document.querySelectorAll("main [id]")) {
      const top = element.getBoundingClientRect().top;
      if (top > innerHeight) continue;
      if (!best || Math.abs(top) < Math.abs(best.top)) best = { element, id: element.id, top };
    }
    return scrollY > 0 ? best : null;
  }

  function keepInPlace(anchor) {
    const element = anchor.element.isConnected ? anchor.element : document.getElementById(anchor.id);
    if (!element) return;
    const moved = element.getBoundingClientRect().top - anchor.top;
    if (moved) scrollBy({ top: moved, behavior: "instant" });
  }

  // ---------------------------------------------------------------- panel

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  };
  // Messages quote code between backticks; one without its like is a letter as any other.
  const words = (text) => {
    const parts = text.split("`");
    return parts.length % 2 ? parts.map((part, at) => (at % 2 ? element("code", "", part) : part)) : [text];
  };
  // What scrolls must be reached by keyboard.
  const reachable = (root) => {
    for (const code of root.querySelectorAll("pre")) if (code.scrollWidth > code.clientWidth) code.tabIndex = 0;
  };
  // The offer of another language lies where the badges are: they stand on it.
  const raise = () => {
    const banner = document.querySelector(".language-banner");
    for (const host of [panel.host, side.host]) if (host) host.style.setProperty("--raise", `${banner ? banner.offsetHeight : 0}px`);
  };
  addEventListener("click", () => setTimeout(raise));
  addEventListener("resize", raise);
  const plural = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

  const panel = {
    host: null,
    root: null,
    isShown: false,
    isFolded: false,
    title: document.title,
    errors: 0,
    signature: "",

    // `problems` may be a few of many; the numbers are those of all.
    show(problems, { errors: count, warnings, notice, left }) {
      const errors = problems.filter((problem) => problem.severity === "error");
      this.isShown = problems.length > 0 || Boolean(notice);
      this.errors = count + (notice ? 1 : 0);
      this.retitle(this.title);
      if (!this.isShown) {
        if (this.host) this.host.remove();
        this.host = null;
        this.signature = "";
        return;
      }
      const signature = JSON.stringify([errors, notice]);
      // Warnings alone wait in the badge; an error that is new opens the panel.
      if (signature !== this.signature) this.isFolded = this.errors === 0;
      this.signature = signature;
      this.make();
      this.fill(problems, { errors: count, warnings, notice, left });
    },

    retitle(title) {
      this.title = title;
      const wanted = this.errors ? `(${this.errors}) ${title}` : title;
      if (document.title !== wanted) document.title = wanted;
    },

    make() {
      if (this.host) return;
      this.host = element("div");
      this.host.id = "cxbook-preview";
      this.host.lang = "en";
      this.host.dir = "ltr";
      this.root = this.host.attachShadow({ mode: "open" });
      // Outside the body, so that patching the page leaves it alone.
      document.documentElement.append(this.host);
    },

    fill(problems, { errors, warnings, notice, left }) {
      const style = element("link");
      style.rel = "stylesheet";
      style.href = "/__preview/preview.css";
      const counts = [errors && plural(errors, "error"), warnings && plural(warnings, "warning")].filter(Boolean).join(", ");
      const summary = counts || "the preview is behind";

      const badge = element("button", "badge", summary);
      badge.type = "button";
      badge.setAttribute("aria-expanded", "false");
      badge.onclick = () => this.fold(false);

      const close = element("button", "fold", "Hide");
      close.type = "button";
      close.title = "Esc";
      close.onclick = () => this.fold(true);
      const stale = errors || notice ? " The page shown is the last one that could be built." : "";
      const bar = element("div", "bar", element("strong", "", summary), element("span", "stale", stale), close);
      const list = element("ol", "list", ...(notice ? [element("li", "error", element("p", "message", notice))] : []), ...problems.map(item), ...(left ? [element("li", "", element("p", "", left))] : []));
      const box = element("section", "panel", bar, list);
      box.setAttribute("aria-label", "Problems");
      const status = element("p", "status", summary);
      status.setAttribute("role", "status");
      const scrolled = this.root.querySelector(".list");
      const top = scrolled ? scrolled.scrollTop : 0;
      this.root.replaceChildren(style, box, badge, status);
      list.scrollTop = top;
      this.fold(this.isFolded);
      raise();
      style.onload = () => reachable(list);
    },

    fold(isFolded) {
      this.isFolded = isFolded;
      const hadFocus = this.root.activeElement;
      this.root.querySelector(".panel").hidden = isFolded;
      const badge = this.root.querySelector(".badge");
      badge.hidden = !isFolded;
      badge.classList.toggle("error", this.errors > 0);
      if (hadFocus) this.root.querySelector(isFolded ? ".badge" : ".fold").focus({ preventScroll: true });
    },
  };

  function item(problem) {
    const place = `${problem.path}:${problem.line}:${problem.column}`;
    const help = problem.help ? element("p", "help", ...words(problem.help)) : "";
    const head = element("p", "message", element("b", "", `${problem.severity}[${problem.name}]`), " ", ...words(problem.message));
    const excerpt = problem.excerpt ? element("pre", "", problem.excerpt) : "";
    return element("li", problem.severity, head, element("p", "place", place), excerpt, help);
  }

  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel.host || panel.isFolded || event.defaultPrevented) return;
    if (document.querySelector("dialog[open]")) return;
    panel.fold(true);
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && side.isOpen && !event.defaultPrevented && !document.querySelector("dialog[open]")) side.toggle(false);
  });

  // ---------------------------------------------------------------- translation

  // On the page of a translation: how it stands, and at a click the source beside it.
  const side = {
    host: null,
    root: null,
    isOpen: false,

    async ask() {
      const answer = await get(`/__preview/translation?path=${encodeURIComponent(here())}`, "json");
      const known = answer.status === 200 && answer.response;
      if (!known) {
        if (this.host) this.host.remove();
        this.host = null;
        return;
      }
      const page = this.isOpen ? (await get(known.href, "document")).response : null;
      this.fill(known, page);
    },

    fill(known, page) {
      if (!this.host) {
        this.host = element("div");
        this.host.id = "cxbook-translation";
        this.root = this.host.attachShadow({ mode: "open" });
        document.documentElement.append(this.host);
      }
      this.host.lang = known.lang;
      this.host.dir = known.dir;
      const style = element("link");
      style.rel = "stylesheet";
      style.href = "/__preview/preview.css";
      const badge = element("button", "badge desk-badge", known.badge);
      badge.type = "button";
      badge.setAttribute("aria-expanded", String(this.isOpen));
      badge.onclick = () => this.toggle(true);
      const parts = [style, badge];
      const main = page && page.querySelector("main");
      if (main) {
        const close = element("button", "fold", known.close);
        close.type = "button";
        close.onclick = () => this.toggle(false);
        const open = element("a", "", known.open);
        open.href = known.href;
        const body = element("div", "body", ...[...main.childNodes].map((node) => document.importNode(node, true)));
        const box = element("section", "panel side", element("div", "bar", open, close), body);
        box.setAttribute("aria-label", known.label);
        const old = this.root.querySelector(".side");
        parts.push(box);
        badge.hidden = true;
        const top = old ? old.scrollTop : 0;
        this.root.replaceChildren(...parts);
        box.scrollTop = top;
        if (!old) close.focus({ preventScroll: true });
        return;
      }
      this.root.replaceChildren(...parts);
      raise();
    },

    toggle(isOpen) {
      this.isOpen = isOpen;
      if (isOpen) return this.ask().catch(() => {});
      const [badge, box] = [this.root.querySelector(".badge"), this.root.querySelector(".side")];
      if (box) box.remove();
      badge.hidden = false;
      badge.setAttribute("aria-expanded", "false");
      raise();
      badge.focus({ preventScroll: true });
    },
  };

  // ---------------------------------------------------------------- start

  // The pages of translators have no button for it, and follow what was chosen on the others.
  if (document.body.classList.contains("desk")) {
    try {
      if (/^(dark|light)$/.test(localStorage.getItem("theme"))) document.documentElement.dataset.theme = localStorage.getItem("theme");
    } catch {
      // Storage may be forbidden.
    }
  }
  pristine = load().catch(() => null);
  connect();
  update();
  side.ask().catch(() => {});
})();
