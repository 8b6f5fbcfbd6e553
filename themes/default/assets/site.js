// Small comforts; every page works without them. Runs before the first paint, so that a chosen theme does not flash.
(() => {
  const root = document.documentElement;
  const read = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private browsing */ } };

  const saved = read("theme");
  if (saved === "dark" || saved === "light") root.dataset.theme = saved;

  addEventListener("DOMContentLoaded", () => {
    theme();
    languages();
    menu();
    contents();
  });

  function theme() {
    const button = document.querySelector(".theme-toggle");
    if (!button) return;
    const system = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
    const label = () => {
      const text = isDark() ? button.dataset.light : button.dataset.dark;
      button.setAttribute("aria-label", text);
      button.title = text;
    };
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      keep("theme", root.dataset.theme);
      label();
    });
    system.addEventListener("change", label);
    button.hidden = false;
    label();
  }

  // The same place in another language; and an offer, once, where a reader prefers a language that the page is in.
  function languages() {
    const links = [...document.querySelectorAll(".languages a, .choose a")];
    for (const link of links) {
      link.addEventListener("click", () => {
        keep("language", link.hreflang);
        if (link.closest(".languages")) link.hash = location.hash;
      });
    }
    const base = (tag) => tag.toLowerCase().split("-")[0];
    const wanted = read("language") ? [read("language")] : [...(navigator.languages ?? [])];
    const first = wanted.map(base).find((tag) => links.some((link) => base(link.lang) === tag));
    if (!first || first === base(root.lang) || read("language-kept") === root.lang) return;
    const offered = links.find((link) => link.dataset.offer && base(link.lang) === first);
    if (!offered) return;
    const banner = document.createElement("aside");
    banner.className = "language-banner";
    banner.lang = offered.lang;
    banner.dir = offered.dir;
    banner.setAttribute("aria-label", offered.textContent);
    const link = document.createElement("a");
    link.href = offered.href;
    link.hreflang = offered.hreflang;
    link.textContent = offered.dataset.offer;
    link.addEventListener("click", () => keep("language", link.hreflang));
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = offered.dataset.dismiss;
    button.addEventListener("click", () => { keep("language-kept", root.lang); banner.remove(); });
    banner.append(link, button);
    document.querySelector(".site-header").before(banner);
  }

  function menu() {
    const menu = document.querySelector(".menu");
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu?.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }

  // Marks the heading that is being read.
  function contents() {
    const links = new Map([...document.querySelectorAll(".contents a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
    const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
    if (!headings.length) return;
    const mark = () => {
      const current = headings.findLast((one) => one.getBoundingClientRect().top < innerHeight / 4);
      for (const [id, link] of links) {
        if (id === current?.id) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    };
    const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -75% 0px" });
    for (const heading of headings) observer.observe(heading);
  }
})();
