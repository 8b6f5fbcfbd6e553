// Opens search: `/`, Ctrl+K, a click on the search field, or typing in it. The rest comes with `search-engine.js`.
//
// Markup it needs, on every page:
//   <html lang dir data-root="/kb/">
//   <script defer src="…/search.js" data-engine="…/search-engine.js" data-style="…/search.css"></script>
//   <form role="search" action="…/search/"><label>… <input type="search" name="q" id="q"></label></form>
//   <script type="application/json" id="search-strings">{…}</script>
//     or, on the script, data-strings="…": the address of a file with the same in it.
//   On the search page, in main: <div id="search-page"></div>
//
// The strings are the messages `search-*` of the theme, without `search-`: label, close, hint, results, count (%n),
// none (%q), none-help, instead (%q, %b), unknown (%q), filters, clear, more, all-results, failed, retry, loading, keys,
// also (%l), facet-*, kind-*. One that is missing shows its key. The first other language that the header links to
// (a[hreflang]) can be searched too.
"use strict";
(() => {
  const script = document.currentScript;
  const field = document.getElementById("q");
  const page = document.getElementById("search-page");
  // An address as it stands in the page, or a file next to this one.
  const beside = (name) => new URL(name, name.includes("/") ? document.baseURI : script.src).href;
  let engine;

  const load = () => (engine ??= import(beside(script.dataset.engine || "search-engine.js")).then((module) =>
    module.reader({
      root: document.documentElement.dataset.root || "/",
      lang: document.documentElement.lang,
      strings: script.dataset.strings,
      style: beside(script.dataset.style || "search.css"),
      action: field?.form?.action,
    })).catch((error) => { engine = undefined; throw error; }));

  // Without the rest the form still leads to the search page.
  const open = () => load().then((reader) => reader.open(field)).catch(() => field?.focus());

  if (field) {
    field.setAttribute("aria-haspopup", "dialog");
    // Only fetches: moving the reader elsewhere because a field got the focus would be rude to keyboards.
    field.addEventListener("focus", () => load().then((reader) => reader.warm()).catch(() => {}));
    field.addEventListener("pointerenter", () => load().catch(() => {}), { once: true });
    field.addEventListener("click", open);
    field.addEventListener("input", (event) => { if (!event.isComposing) open(); });
    field.addEventListener("compositionend", open);
    field.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" && !event.isComposing) { event.preventDefault(); open(); }
    });
  }

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    const isSlash = event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if ((isSlash || isK) && !event.isComposing) {
      event.preventDefault();
      open();
    }
  });

  if (page) load().then((reader) => reader.fill(page)).catch(() => {});
})();
