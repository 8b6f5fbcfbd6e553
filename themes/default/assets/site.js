// Small comforts; every page works without them. Runs before the first paint, so that a chosen theme does not flash.
(() => {
  const root = document.documentElement;
  const all = (selector) => [...document.querySelectorAll(selector)];
  // Storage may be forbidden.
  const read = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const keep = (key, value) => { try { localStorage.setItem(key, value); } catch {} };

  if (/^(dark|light)$/.test(read("theme"))) root.dataset.theme = read("theme");
  addEventListener("DOMContentLoaded", () => { theme(); languages(); contents(); });
  addEventListener("keydown", ({ key }) => {
    const menu = document.querySelector(".menu[open]");
    if (key !== "Escape" || !menu) return;
    menu.open = false;
    menu.firstElementChild.focus();
  });

  function theme() {
    const [button] = all(".theme-toggle");
    const system = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
    const label = () => button.setAttribute("aria-label", button.title = button.dataset[isDark() ? "light" : "dark"]);
    button.addEventListener("click", () => {
      keep("theme", root.dataset.theme = isDark() ? "light" : "dark");
      label();
    });
    system.addEventListener("change", label);
    button.hidden = false;
    label();
  }

  // The same place in another language, and the offer of one that the reader prefers and this page has.
  function languages() {
    const links = all(".languages a");
    for (const link of [...links, ...all(".choose a")]) {
      link.addEventListener("click", () => {
        // What is not translated leads to another language than was chosen.
        keep("language", link.lang || link.hreflang);
        link.hash = location.hash;
      });
    }
    const base = (tag) => tag.split("-")[0];
    const wanted = (read("language") ? [read("language")] : navigator.languages).map(base);
    const best = wanted.find((tag) => links.some((link) => base(link.lang) === tag));
    const offer = links.find((link) => link.dataset.offer && base(link.lang) === best);
    // An address that leads nowhere leads nowhere in any language.
    if (document.body.classList.contains("layout-not-found")) return;
    if (!offer || best === base(root.lang) || read("language-kept") === root.lang) return;
    const banner = document.createElement("aside");
    const link = offer.cloneNode();
    const button = document.createElement("button");
    banner.className = "language-banner";
    banner.lang = offer.lang;
    banner.dir = offer.dir;
    banner.ariaLabel = offer.textContent;
    link.textContent = offer.dataset.offer;
    link.addEventListener("click", () => keep("language", offer.hreflang));
    button.textContent = offer.dataset.dismiss;
    button.addEventListener("click", () => { keep("language-kept", root.lang); banner.remove(); });
    banner.append(link, button);
    document.querySelector(".site-header").before(banner);
  }

  // Marks the heading that is being read.
  function contents() {
    const links = all(".contents a");
    const heading = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const observer = new IntersectionObserver(() => {
      const current = links.findLast((link) => heading(link)?.getBoundingClientRect().top < innerHeight / 4);
      for (const link of links) link.ariaCurrent = link === current ? "true" : null;
    }, { rootMargin: "0px 0px -75% 0px" });
    links.map(heading).filter(Boolean).forEach((one) => observer.observe(one));
  }
})();
