// The built site, page by page: nothing leads nowhere, languages point at each other, nothing breaks the policy.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import test from "node:test";
import zlib from "node:zlib";
import { SITE, attribute, elements, files } from "./support.mjs";

const ORIGIN = "https://kb.example.org";
const all = files();
const exists = new Set(all);
const pages = all.filter((file) => file.endsWith(".html")).map((file) => ({ file, elements: elements(file) }));
const isRedirect = (page) => page.elements.some((e) => e.tagName === "meta" && /refresh/i.test(attribute(e, "http-equiv") ?? ""));
const find = (page, tag, test) => page.elements.filter((e) => e.tagName === tag && test(e));
const address = (file) => `${ORIGIN}/${encodeURI(file).replace(/(^|\/)index\.html$/, "$1")}`;
const fileOf = (url) => {
  const name = decodeURIComponent(url.pathname.slice(1));
  return name === "" || name.endsWith("/") ? `${name}index.html` : name;
};

test("no link, image or anchor of any page leads nowhere", () => {
  const ids = new Map(pages.map((page) => [page.file, new Set(page.elements.map((e) => attribute(e, "id")).filter(Boolean))]));
  const broken = [];
  for (const page of pages) {
    for (const element of page.elements) {
      for (const name of ["href", "src"]) {
        const value = attribute(element, name);
        if (value === undefined || element.tagName === "base") continue;
        const url = new URL(value, address(page.file));
        if (url.origin !== ORIGIN) continue;
        const file = fileOf(url);
        if (!exists.has(file)) broken.push(`${page.file}: ${value}`);
        else if (url.hash.length > 1 && ids.has(file) && !ids.get(file).has(decodeURIComponent(url.hash.slice(1)))) {
          broken.push(`${page.file}: ${value} has no such anchor`);
        }
      }
    }
  }
  assert.deepEqual(broken, []);
});

test("every page is reached from the home pages", () => {
  const seen = new Set(["index.html"]);
  const queue = [...seen];
  const byFile = new Map(pages.map((page) => [page.file, page]));
  while (queue.length) {
    const page = byFile.get(queue.pop());
    for (const element of page?.elements ?? []) {
      const href = element.tagName === "a" ? attribute(element, "href") : undefined;
      if (href === undefined) continue;
      const url = new URL(href, address(page.file));
      const file = fileOf(url);
      if (url.origin === ORIGIN && !seen.has(file)) { seen.add(file); queue.push(file); }
    }
  }
  const orphans = pages.filter((page) => !isRedirect(page) && !/(^|\/)404\.html$/.test(page.file) && !seen.has(page.file));
  assert.deepEqual(orphans.map((page) => page.file), []);
});

test("ids are unique, there is one main heading, and a title and description on each page", () => {
  const faults = [];
  for (const page of pages.filter((page) => !isRedirect(page))) {
    const ids = page.elements.map((e) => attribute(e, "id")).filter(Boolean);
    const repeated = ids.filter((id, at) => ids.indexOf(id) !== at);
    if (repeated.length) faults.push(`${page.file}: id ${repeated[0]} twice`);
    if (find(page, "h1", () => true).length !== 1) faults.push(`${page.file}: not one h1`);
    if (!find(page, "title", (e) => e.childNodes.some((n) => n.value?.trim())).length) faults.push(`${page.file}: no title`);
    if (!find(page, "meta", (e) => attribute(e, "name") === "description" && attribute(e, "content")).length) faults.push(`${page.file}: no description`);
  }
  assert.deepEqual(faults, []);
});

test("no two pages of a language have one title", () => {
  const titles = new Map();
  for (const page of pages.filter((page) => !isRedirect(page) && !/(^|\/)404\.html$/.test(page.file))) {
    const lang = attribute(find(page, "html", () => true)[0], "lang");
    const title = find(page, "title", (e) => e.parentNode.tagName === "head")[0].childNodes.map((n) => n.value).join("").trim();
    titles.set(`${lang}: ${title}`, [...(titles.get(`${lang}: ${title}`) ?? []), page.file]);
  }
  assert.deepEqual([...titles].filter(([, files]) => files.length > 1), []);
});

test("every form can be sent without a script", () => {
  const kinds = (form) => { const kinds = []; const walk = (n) => { if (n.tagName === "button" || n.tagName === "input") kinds.push(attribute(n, "type") ?? "submit"); n.childNodes?.forEach(walk); }; walk(form); return kinds; };
  const faults = pages.flatMap((page) => find(page, "form", (e) => !kinds(e).includes("submit")).map(() => page.file));
  assert.deepEqual(faults, []);
});

test("what HTML has an element for is that element", () => {
  const native = { region: "section", navigation: "nav", button: "button", heading: "h2", list: "ul", link: "a", main: "main", banner: "header" };
  const faults = pages.flatMap((page) => page.elements.filter((e) => native[attribute(e, "role")]).map((e) => `${page.file}: <${e.tagName} role=${attribute(e, "role")}>`));
  assert.deepEqual([...new Set(faults)], []);
});

test("translations name each other, themselves and a default", () => {
  const alternates = new Map(pages.map((page) => [
    address(page.file),
    new Map(find(page, "link", (e) => attribute(e, "hreflang")).map((e) => [attribute(e, "hreflang"), attribute(e, "href")])),
  ]));
  const faults = [];
  let count = 0;
  for (const [url, own] of alternates) {
    if (own.size === 0) continue;
    count += 1;
    if (!own.has("x-default")) faults.push(`${url}: no x-default`);
    if (![...own].some(([lang, other]) => lang !== "x-default" && other === url)) faults.push(`${url}: does not name itself in its language`);
    for (const [lang, other] of own) {
      if (lang !== "x-default" && ![...(alternates.get(other) ?? new Map()).values()].includes(url)) faults.push(`${url}: ${other} does not answer`);
    }
  }
  assert.deepEqual(faults, []);
  assert.ok(count > 50, `${count} pages with alternates`);
});

test("the sitemap lists every real page once, with its translations", () => {
  const sitemap = fs.readFileSync(path.join(SITE, "sitemap.xml"), "utf8");
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]);
  assert.equal(new Set(listed).size, listed.length);
  const canonical = (page) => find(page, "link", (e) => attribute(e, "rel") === "canonical").map((e) => attribute(e, "href"))[0];
  const indexed = (page) => !isRedirect(page) && !find(page, "meta", (e) => attribute(e, "name") === "robots" && /noindex/.test(attribute(e, "content"))).length;
  const expected = pages.filter((page) => indexed(page) && canonical(page) === address(page.file)).map((page) => address(page.file));
  assert.deepEqual(listed.sort(), expected.sort());
});

test("no page needs an inline script, an inline style or another site", () => {
  const faults = [];
  for (const page of pages) {
    for (const element of page.elements) {
      const { tagName } = element;
      if (element.attrs.some((attr) => /^on/.test(attr.name) || attr.name === "style")) faults.push(`${page.file}: <${tagName}> has a handler or a style`);
      if (tagName === "style") faults.push(`${page.file}: inline style sheet`);
      if (tagName === "script" && attribute(element, "src") === undefined && !/json/.test(attribute(element, "type") ?? "")) faults.push(`${page.file}: inline script`);
      const loads = { script: "src", img: "src", iframe: "src", source: "src" }[tagName];
      const source = loads && attribute(element, loads);
      if (source && new URL(source, address(page.file)).origin !== ORIGIN) faults.push(`${page.file}: loads ${source}`);
    }
    if (!isRedirect(page) && !find(page, "meta", (e) => /content-security-policy/i.test(attribute(e, "http-equiv") ?? "")).length) faults.push(`${page.file}: no policy`);
  }
  assert.deepEqual(faults, []);
});

test("drafts and internal evidence are in no byte of the site", () => {
  const canaries = ["zqdraft-canary-3", "zqinternal-canary-7"];
  const encoded = canaries.flatMap((word) => [word, Buffer.from(word).toString("hex"), Buffer.from(word).toString("base64").replace(/=+$/, "").slice(0, -1), "zqdraft", "zqinternal"]);
  const leaks = all.filter((file) => {
    let bytes = fs.readFileSync(path.join(SITE, file));
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = zlib.gunzipSync(bytes);
    return encoded.some((word) => bytes.includes(word) || file.includes(word));
  });
  assert.deepEqual(leaks, []);
});

test("the Nu HTML checker finds no error", () => {
  const jar = createRequire(import.meta.url)("vnu-jar");
  const run = spawnSync("java", ["-Xss4m", "-jar", jar, "--stdout", "--format", "json", "--exit-zero-always", "--skip-non-html", SITE], { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.ok(run.stdout, run.stderr);
  const errors = JSON.parse(run.stdout).messages.filter((message) => message.type !== "info");
  assert.deepEqual(errors.slice(0, 20).map((m) => `${m.url}:${m.lastLine} ${m.message}`), []);
});
