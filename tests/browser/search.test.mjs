// The browser's half of search, over a small index with hostile titles that is made here, and over the built site.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";
import { Index, excerpt, fold, words } from "../../themes/default/assets/search-engine.js";
import { SITE, browser, serve, temporary } from "./support.mjs";

const ASSETS = fileURLToPath(new URL("../../themes/default/assets/", import.meta.url));
const HOSTILE = `<img src=x onerror="window.broken=1">`;
const STRINGS = {
  label: "Search", close: "Close search", hint: "Type a few words.", results: "Results", count: "Results: %n", none: "Nothing found for “%q”.",
  "none-help": "Try other words.", instead: "Showing results for “%b” instead of “%q”.", unknown: "“%q” does not occur here.", loading: "Searching…",
  failed: "The search index could not be loaded.", retry: "Try again", filters: "Filters", more: "Show more", "all-results": "See all results",
  keys: "Arrow keys choose", "facet-kind": "Kind", "facet-stage": "Stage", "kind-article": "Articles", "kind-journey": "Journeys",
};
const PAGES = [
  { title: "Motor claim", kind: "journey", path: ["Journeys"], stage: "claim", text: "The customer calls the claims hotline after the accident and waits.", anchor: "call-hotline", heading: "Calls the hotline" },
  { title: `Hostile ${HOSTILE}`, kind: "article", path: [HOSTILE], text: `Before </script><script>window.broken=1</script> after ${HOSTILE} the customer` },
  { title: "Prototypes", kind: "article", path: [], text: "constructor, toString and __proto__ are words like any other, says the customer" },
  { title: "Été à Zürich", kind: "article", path: [], stage: "buy", text: "L’été dernier; 顧客体験とは何か" },
];

// ---- A small index, in the format of src/search/files

const number = (value, bytes = []) => { while (value >= 128) { bytes.push((value % 128) | 128); value = Math.floor(value / 128); } bytes.push(value); return bytes; };
const text = (value) => { const bytes = [...Buffer.from(value)]; return [...number(0), ...number(bytes.length), ...bytes]; };

function writeIndex(folder, pages) {
  const forms = new Map();
  pages.forEach((page, id) => {
    for (const { form } of words([page.title, page.heading, page.text].join(" . "))) forms.set(form, (forms.get(form) ?? new Set()).add(id));
  });
  const keys = [...forms.keys()].sort();
  const turned = keys.map((key) => [...key].reverse().join("")).sort();
  const dictionary = (keys) => JSON.stringify([keys.map((key) => `0${key}`).join(" "), keys.map(() => "0").join(" "), keys.map(() => "0").join("")]);
  const postings = keys.flatMap((key) => {
    const ids = [...forms.get(key)].sort((a, b) => a - b);
    const steps = ids.flatMap((id, place) => number((id - (place ? ids[place - 1] + 1 : 0)) * 16 + 8));
    const group = [...number(ids.length), ...number(1), ...number(key === "" ? 0 : Buffer.from(key).length), ...number(0), ...number(ids.length * 2), ...steps];
    return [...text(key), ...number(group.length), ...group];
  });
  const facet = (name) => {
    const values = new Map();
    pages.forEach((page, id) => { if (page[name]) values.set(page[name], [...(values.get(page[name]) ?? []), id]); });
    const bytes = [...values.values()].flatMap((ids) => [...number(ids.length), ...ids.flatMap((id, place) => number(id - (place ? ids[place - 1] + 1 : 0)))]);
    write(`f-${name.padEnd(10, "0")}.idx`, Buffer.from(bytes));
    return [name, name.padEnd(10, "0"), [...values].map(([id, ids]) => [id, id, ids.length])];
  };
  // Half of them plain, as behind a host that undoes the compression.
  const write = (name, bytes) => fs.writeFileSync(path.join(folder, name), /^[dt]/.test(name) ? bytes : zlib.gzipSync(bytes));
  fs.mkdirSync(folder, { recursive: true });
  write("d-0000000001.idx", dictionary(keys));
  write("e-0000000002.idx", dictionary(turned));
  write("p-0000000003.idx", Buffer.from(postings));
  write("t-0000000004.idx", JSON.stringify(pages.map((page, id) => [id, {
    url: `en/p${id}/`, title: page.title, kind: page.kind, path: page.path, summary: "",
    sections: [[page.anchor ?? null, page.heading ?? "", page.text]],
  }])));
  const shards = (digits) => ({ starts: "", names: digits });
  write("meta.idx", JSON.stringify({
    version: 1, count: pages.length, end: pages.length, kept: "", synonyms: [[["crash"], ["accident"]]], by_start: shards("0000000001"),
    by_ending: shards("0000000002"), postings: shards("0000000003"), pages: "0000000004", bundle: 8, facets: [facet("kind"), facet("stage")],
  }));
}

function page(title, main, dir = "ltr") {
  return `<!doctype html><html lang="en" dir="${dir}" data-root="/kb/"><head><meta charset="utf-8"><title>${title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'">
<link rel="stylesheet" href="/kb/site.css"><link rel="icon" href="/kb/icon.svg"><script defer src="/kb/search.js"></script></head><body>
<header><form role="search" action="/kb/en/search/"><label><span>Search</span> <input type="search" name="q" id="q"></label></form></header>
<main><h1>${title}</h1>${main}</main><script type="application/json" id="search-strings">${JSON.stringify(STRINGS).replaceAll("<", "\\u003c")}</script></body></html>`;
}

function site() {
  const folder = temporary();
  for (const file of ["search.js", "search-engine.js", "search.css"]) fs.copyFileSync(path.join(ASSETS, file), path.join(folder, file));
  fs.copyFileSync(path.join(ASSETS, "site.css"), path.join(folder, "site.css"));
  fs.cpSync(path.join(ASSETS, "fonts"), path.join(folder, "fonts"), { recursive: true });
  fs.writeFileSync(path.join(folder, "icon.svg"), `<svg xmlns="http://www.w3.org/2000/svg"/>`);
  const write = (name, contents) => { fs.mkdirSync(path.join(folder, name), { recursive: true }); fs.writeFileSync(path.join(folder, name, "index.html"), contents); };
  write("en", page("Home", "<p>Text.</p>"));
  write("en/rtl", page("Right to left", "<p>Text.</p>", "rtl"));
  write("en/search", page("Find", `<div id="search-page"></div>`));
  PAGES.forEach((_, id) => write(`en/p${id}`, page(`Page ${id}`, `<h2 id="call-hotline">Here</h2>`)));
  writeIndex(path.join(folder, "search/en"), PAGES);
  return folder;
}

let folder, server, chromium;
test.before(async () => { folder = site(); server = await serve(folder, "/kb/"); chromium = await browser(); });
test.after(async () => { await chromium?.close(); await server?.close(); fs.rmSync(folder, { recursive: true, force: true }); });

/** A page of the small site; complaints of the browser end up in `faults`. */
async function open(address, options = {}) {
  const context = await chromium.newContext(options);
  const tab = await context.newPage();
  tab.faults = [];
  tab.on("pageerror", (error) => tab.faults.push(String(error)));
  tab.on("console", (message) => { if (message.type() === "error") tab.faults.push(message.text()); });
  tab.setDefaultTimeout(10_000);
  await tab.goto(`${server.origin}/kb/${address}`);
  return tab;
}
const options = (tab) => tab.locator("dialog [role=option]");
const type = async (tab, query) => { await tab.locator("dialog input").fill(query); };
const status = (tab, message) => tab.waitForFunction((message) => document.querySelector("dialog [role=status], #search-page [role=status]")?.textContent === message, message);

test("slash and Ctrl+K open the dialog, Escape closes it and gives the focus back", async () => {
  for (const key of ["/", "Control+k"]) {
    const tab = await open("en/");
    await tab.locator("#q").waitFor();
    await tab.keyboard.press(key);
    await tab.locator("dialog[open]").waitFor();
    assert.equal(await tab.evaluate(() => document.activeElement.getAttribute("role")), "combobox");
    await type(tab, "customer");
    await tab.keyboard.press("Escape");
    await tab.waitForFunction(() => !document.querySelector("dialog[open]") && document.activeElement.id === "q");
    assert.deepEqual(tab.faults, []);
    await tab.context().close();
  }
});

test("a field that only gets the focus takes nobody anywhere, and typing in it does", async () => {
  const tab = await open("en/");
  await tab.locator("#q").focus();
  await tab.waitForTimeout(300);
  assert.equal(await tab.locator("dialog[open]").count(), 0);
  await tab.keyboard.type("motor", { delay: 30 });
  await tab.locator("dialog[open]").waitFor();
  await status(tab, "Results: 1");
  assert.match(await tab.locator("dialog input").inputValue(), /^motor$/);
  await tab.context().close();
});

test("arrows choose, Enter opens the section that matches", async () => {
  const tab = await open("en/");
  await tab.keyboard.press("/");
  await tab.locator("dialog[open]").waitFor();
  await type(tab, "hotline");
  await options(tab).first().waitFor();
  await tab.keyboard.press("ArrowDown");
  const input = tab.locator("dialog input");
  const active = await input.getAttribute("aria-activedescendant");
  assert.equal(await tab.locator(`#${active}`).getAttribute("aria-selected"), "true");
  assert.equal(await input.getAttribute("aria-expanded"), "true");
  await tab.keyboard.press("Enter");
  await tab.waitForURL("**/kb/en/p0/#call-hotline");
  assert.deepEqual(tab.faults, []);
  await tab.context().close();
});

test("assistive technology hears of a dialog, a combobox, groups and options", async () => {
  const tab = await open("en/");
  await tab.keyboard.press("/");
  await tab.getByRole("dialog", { name: "Search" }).waitFor();
  await tab.getByRole("combobox", { name: "Search" }).fill("customer");
  const list = tab.getByRole("listbox", { name: "Results" });
  await list.getByRole("group", { name: "Journeys" }).getByRole("option", { name: /Motor claim/ }).waitFor();
  await list.getByRole("group", { name: "Articles" }).getByRole("option", { name: /Prototypes/ }).waitFor();
  assert.equal(await tab.getByRole("dialog").getByRole("button", { name: "Close search" }).count(), 1);
  await status(tab, "Results: 3");
  await tab.context().close();
});

test("what is found and what is typed are text, never markup", async () => {
  const tab = await open("en/");
  await tab.keyboard.press("/");
  await tab.locator("dialog[open]").waitFor();
  await type(tab, "hostile");
  await options(tab).first().waitFor();
  assert.match(await options(tab).first().textContent(), /Hostile <img src=x onerror="window\.broken=1">/);
  await type(tab, `zzzz ${HOSTILE}`);
  await tab.waitForFunction(() => document.querySelector(".search-notes").textContent.includes("zzzz"));
  assert.equal(await tab.evaluate(() => window.broken), undefined);
  assert.equal(await tab.locator("dialog img, dialog script").count(), 0);
  assert.deepEqual(tab.faults, []);
  await tab.context().close();
});

test("words of JavaScript are words, and a slip is named", async () => {
  const tab = await open("en/");
  await tab.keyboard.press("/");
  await tab.locator("dialog[open]").waitFor();
  for (const query of ["constructor", "__proto__", "toString"]) {
    await type(tab, query);
    await tab.waitForFunction(() => document.querySelectorAll("dialog [role=option]").length === 1);
    assert.match(await options(tab).first().textContent(), /Prototypes/, query);
    await type(tab, "");
    await tab.waitForFunction(() => document.querySelectorAll("dialog [role=option]").length === 0);
  }
  await type(tab, "acident ");
  await tab.waitForFunction(() => document.querySelector(".search-notes").textContent.includes("“accident” instead of “acident”"));
  assert.deepEqual(await tab.locator("dialog mark").allTextContents(), ["accident"]);
  await tab.context().close();
});

test("kinds are offered before anything is typed, and narrow what is found", async () => {
  const tab = await open("en/");
  await tab.keyboard.press("/");
  const chip = tab.getByRole("group", { name: "Kind" }).getByRole("button", { name: /Articles/ });
  await chip.waitFor();
  await chip.click();
  assert.equal(await chip.getAttribute("aria-pressed"), "true");
  await tab.waitForFunction(() => document.querySelectorAll("dialog [role=option]").length === 3);
  await type(tab, "customer");
  await status(tab, "Results: 2");
  assert.equal(await tab.getByRole("option", { name: /Motor claim/ }).count(), 0);
  await tab.context().close();
});

test("filters say what they would leave of what was found, and offer nothing that would leave nothing", async () => {
  const tab = await open("en/");
  await tab.keyboard.press("/");
  const offered = async () => (await tab.locator("dialog .search-chip:visible").allTextContents()).join(", ");
  const follow = (wanted) => tab.waitForFunction((wanted) =>
    [...document.querySelectorAll("dialog .search-chip")].filter((chip) => chip.checkVisibility()).map((chip) => chip.textContent).join(", ") === wanted, wanted)
    .catch(async () => assert.equal(await offered(), wanted));
  await follow("Journeys 1, Articles 3");
  await tab.getByText("Filters", { exact: true }).click();
  await follow("Journeys 1, Articles 3, claim 1, buy 1");
  await type(tab, "hotline");
  await follow("Journeys 1, claim 1");
  await type(tab, "customer");
  await follow("Journeys 1, Articles 2, claim 1");
  // What is chosen in one facet narrows the others; its own values can still be added.
  await tab.getByRole("button", { name: /Articles/ }).click();
  await follow("Journeys 1, Articles 2");
  await type(tab, "");
  await follow("Journeys 1, Articles 3, buy 1");
  await tab.getByRole("button", { name: /Articles/ }).click();
  await follow("Journeys 1, Articles 3, claim 1, buy 1");
  assert.deepEqual(tab.faults, []);
  await tab.context().close();
});

test("nothing is looked up while characters are being composed", async () => {
  const tab = await open("en/");
  await tab.keyboard.press("/");
  await tab.locator("dialog[open]").waitFor();
  const compose = (kind, value, isComposing) => tab.evaluate(([kind, value, isComposing]) => {
    const input = document.querySelector("dialog input");
    input.value = value;
    input.dispatchEvent(kind === "input" ? new InputEvent("input", { bubbles: true, isComposing }) : new CompositionEvent(kind, { bubbles: true }));
  }, [kind, value, isComposing]);
  await compose("input", "hotline", true);
  await tab.waitForTimeout(300);
  assert.equal(await options(tab).count(), 0);
  await compose("compositionend", "顧客", false);
  await options(tab).first().waitFor();
  assert.match(await options(tab).first().textContent(), /Zürich/);
  await tab.context().close();
});

test("the search page answers its address, and its results are headings", async () => {
  const tab = await open("en/search/?q=customer&kind=article");
  await status(tab, "Results: 2");
  assert.equal(await tab.getByRole("heading", { level: 2, name: "Articles" }).count(), 1);
  assert.equal(await tab.getByRole("heading", { level: 3 }).count(), 2);
  await tab.locator("#search-page input").fill("hotline");
  await tab.waitForURL("**/search/?q=hotline&kind=article");
  assert.deepEqual(tab.faults, []);
  await tab.context().close();
});

test("an index that is missing or broken gives a message and another chance", async () => {
  for (const [file, contents] of [["meta.idx", undefined], ["meta.idx", "{"], ["p-0000000003.idx", "\x1f\x8bbroken"], ["t-0000000004.idx", "[]"]]) {
    const name = path.join(folder, "search/en", file);
    const before = fs.readFileSync(name);
    if (contents === undefined) fs.rmSync(name); else fs.writeFileSync(name, contents, "latin1");
    const tab = await open("en/");
    await tab.keyboard.press("/");
    await tab.locator("dialog[open]").waitFor();
    await type(tab, "customer");
    await tab.getByText("The search index could not be loaded.").waitFor();
    fs.writeFileSync(name, before);
    await tab.getByRole("button", { name: "Try again" }).click();
    await status(tab, "Results: 3");
    await tab.context().close();
  }
});

test("right to left and at 320 pixels nothing sticks out", async () => {
  const tab = await open("en/rtl/", { viewport: { width: 320, height: 600 } });
  await tab.keyboard.press("/");
  await tab.locator("dialog[open]").waitFor();
  await type(tab, "customer");
  await options(tab).first().waitFor();
  const wide = await tab.evaluate(() => [...document.querySelectorAll("dialog, dialog *")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width && (box.left < -1 || box.right > innerWidth + 1);
  }).map((element) => element.className));
  assert.deepEqual(wide, []);
  await tab.context().close();
});

test("axe finds nothing in the dialog and on the search page", async () => {
  const axe = fs.readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
  for (const [address, colorScheme] of [["en/", "light"], ["en/", "dark"], ["en/search/?q=customer", "light"]]) {
    const tab = await open(address, { colorScheme, bypassCSP: true });
    if (address === "en/") {
      await tab.keyboard.press("/");
      await tab.locator("dialog[open]").waitFor();
      await type(tab, "customer");
    }
    await status(tab, "Results: 3");
    await tab.evaluate(axe);
    const found = await tab.evaluate(() => axe.run("dialog, #search-page", { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] }).catch((error) => ({ violations: [String(error)] })));
    assert.deepEqual(found.violations.map((violation) => violation.id ? `${violation.id}: ${violation.nodes.map((node) => node.html + node.failureSummary)}` : violation), []);
    await tab.context().close();
  }
});

// ---- Without a browser

const local = (folder) => new Index(async (name) => new Uint8Array(fs.readFileSync(path.join(folder, name))));

test("words are folded as the generator folds them", () => {
  const forms = (query, kept) => words(query, kept).map((word) => word.form);
  assert.deepEqual(forms("L’Œuvre d'été, ÉTÉ"), ["l", "oeuvre", "d", "ete", "ete"]);
  assert.deepEqual(forms("Räksmörgås", "åäö"), ["räksmörgås"]);
  assert.deepEqual(forms("Ra\u0308ksmörgås", "åäö"), ["räksmörgås"]);
  assert.deepEqual(forms("أَحْمَد إدارة مـــرحبا مستشفى"), ["احمد", "اداره", "مرحبا", "مستشفي"]);
  assert.deepEqual(forms("Astro内容集合"), ["astro", "内容", "容集", "集合"]);
  assert.deepEqual(forms("ลูกค้า"), ["ลูก", "ูกค", "กค้", "ค้า"]);
  assert.deepEqual(forms("ﾃﾞｰﾀ 고객이"), ["デー", "ータ", "고객", "객이"]);
  assert.equal(fold("ΟΔΟΣ"), "οδοσ");
});

test("synonyms, phrases and slips are understood", async () => {
  const index = local(path.join(folder, "search/en"));
  const found = async (query) => (await index.search(query)).hits.map((hit) => hit.page.title);
  assert.deepEqual(await found("crash"), ["Motor claim"]);
  assert.deepEqual(await found('"claims hotline"'), ["Motor claim"]);
  assert.deepEqual(await found('"hotline claims"'), []);
  for (const slip of ["acident", "accidnet", "xccident", "caccident"]) assert.deepEqual(await found(`${slip} `), ["Motor claim"], slip);
  assert.deepEqual(await found("体験"), ["Été à Zürich"]);
});

test("the preview is asked instead of files", async () => {
  const asked = [];
  const page = { url: "en/p0/", title: "Motor claim", kind: "journey", path: [], summary: "", sections: [] };
  const answers = { "meta.idx": { version: 1, preview: "/__preview/search?lang=en", count: 1, kept: "", facets: [] } };
  const index = new Index(async (name) => {
    asked.push(name);
    return Buffer.from(JSON.stringify(answers[name] ?? { replaced: [], total: 1, hits: [page], marks: [["motor", 0]] }));
  });
  const { hits, marks } = await index.search("motor & more", { kind: ["journey"] }, 5);
  assert.deepEqual(asked, ["meta.idx", "/__preview/search?lang=en&q=motor+%26+more&most=5&kind=journey"]);
  assert.deepEqual([hits[0].page.title, marks.get("motor")], ["Motor claim", 0]);
});

test("an excerpt shows the words, not the middle of a character", async () => {
  const page = { title: "A", summary: "", sections: [[null, "", `${"😀".repeat(200)} needle ${"😀".repeat(200)}`]] };
  const { text, marks } = excerpt(page, new Map([["needle", 0]]));
  assert.deepEqual(marks.map(([start, end]) => text.slice(start, end)), ["needle"]);
  assert.ok(text.isWellFormed());
});

test("every page of the built site is found by its title", async () => {
  const languages = fs.readdirSync(path.join(SITE, "search"));
  assert.notEqual(languages.length, 0);
  for (const language of languages) {
    const index = local(path.join(SITE, "search", language));
    const meta = await index.meta();
    const missed = [];
    const { pages, bundle } = meta;
    for (let id = 0; id < meta.end; id++) {
      if (!index.name("t", pages, Math.floor(id / bundle))) continue;
      const [page] = await index.pages([id]).catch(() => []);
      if (!page || !words(page.title, meta.kept).length) continue;
      const { hits } = await index.search(page.title, {}, 10);
      if (!hits.some((hit) => hit.page.title === page.title)) missed.push(page.title);
      assert.ok(fs.existsSync(path.join(SITE, decodeURIComponent(page.url), "index.html")), page.url);
    }
    assert.deepEqual(missed, [], language);
  }
});
