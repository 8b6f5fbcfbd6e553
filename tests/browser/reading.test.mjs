// The built site as people read it: with assistive tools, on small screens, in the dark, right to left, without scripts.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import test, { after, before } from "node:test";
import { browser, files, serve } from "./support.mjs";

const SAMPLE = [
  "en/", "en/journeys/motor-claim/", "en/journeys/motor-claim/map/", "en/principles/tell-us-once/",
  "en/articles/outside-in-job/", "en/glossary/", "en/findings/", "en/findings/coverage/", "en/findings/unowned/",
  "en/search/", "en/journeys/", "en/personas/camille/", "en/404.html",
  "ar/", "ar/journeys/motor-claim/", "ar/principles/tell-us-once/", "ar/principles/one-voice/", "ar/glossary/",
];
const FINDINGS = files().filter((file) => /^(en|ar)\/findings\/[^/]+\/index\.html$/.test(file)).map((file) => file.replace("index.html", ""));
const VARIANTS = [[1280, "light"], [1280, "dark"], [360, "light"], [360, "dark"]];

let site, chromium;
before(async () => { site = await serve(); chromium = await browser(); });
after(async () => { await chromium?.close(); await site?.close(); });

test("axe finds no violation on any kind of page, wide and narrow, light and dark, English and Arabic", async () => {
  const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const found = [];
  for (const [width, colorScheme] of VARIANTS) {
    const context = await chromium.newContext({ viewport: { width, height: 800 }, colorScheme, reducedMotion: "reduce", bypassCSP: true });
    const page = await context.newPage();
    for (const name of new Set(width > 1000 ? [...SAMPLE, ...FINDINGS] : SAMPLE)) {
      await page.goto(`${site.origin}/${name}`, { waitUntil: "load" });
      await page.evaluate(`${axe};0`);
      const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
      for (const { id, nodes } of violations) found.push(`${name} at ${width} ${colorScheme}: ${id} ${nodes[0].target.join(" ")}`);
    }
    await context.close();
  }
  assert.deepEqual(found, []);
});

test("no page is wider than a screen of 320 pixels", async () => {
  const page = await chromium.newPage({ viewport: { width: 320, height: 640 } });
  const wide = [];
  for (const name of new Set([...SAMPLE, ...FINDINGS])) {
    await page.goto(`${site.origin}/${name}`);
    const over = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
    if (over > 0) wide.push(`${name} by ${over}`);
  }
  await page.close();
  assert.deepEqual(wide, []);
});

test("pages ask no other site for anything and break no policy", async () => {
  const page = await chromium.newPage();
  const asked = [], reported = [];
  page.on("request", (request) => { if (!request.url().startsWith(site.origin)) asked.push(request.url()); });
  page.on("console", (message) => { if (message.type() === "error" && !/404 \(Not Found\)/.test(message.text())) reported.push(message.text()); });
  page.on("pageerror", (error) => reported.push(String(error)));
  for (const name of SAMPLE) await page.goto(`${site.origin}/${name}`, { waitUntil: "networkidle" });
  await page.close();
  assert.deepEqual({ asked, reported }, { asked: [], reported: [] });
});

test("without scripts everything can be read and reached", async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const name of SAMPLE) {
    await page.goto(`${site.origin}/${name}`);
    assert.ok((await page.locator("main").innerText()).length > 40, name);
    assert.ok((await page.locator("a:visible").count()) > 5, name);
  }
  await context.close();
});

test("the first tab stop skips to the content, and every stop is seen", async () => {
  const page = await chromium.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.origin}/en/journeys/motor-claim/`);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), "#main");
  for (let stop = 0; stop < 25; stop += 1) {
    await page.keyboard.press("Tab");
    const ring = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      return document.activeElement === document.body || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
    });
    assert.ok(ring, `stop ${stop} has no ring`);
  }
  await page.close();
});

test("the offer of another language covers no link of the footer, and an address that leads nowhere makes none", async () => {
  for (const width of [1280, 360]) {
    const context = await chromium.newContext({ viewport: { width, height: 700 }, locale: "fr-FR", reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto(`${site.origin}/en/journeys/motor-claim/`);
    const covered = await page.evaluate(() => {
      scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
      const banner = document.querySelector(".language-banner").getBoundingClientRect();
      return [...document.querySelectorAll(".site-footer a")].filter((link) => link.getBoundingClientRect().bottom > banner.top).map((link) => link.textContent);
    });
    assert.deepEqual(covered, [], `${width}`);
    const notes = await page.evaluate(() => [...document.querySelectorAll(".languages .noted")].map((link) => link.parentElement.title));
    assert.deepEqual(notes, ["not translated yet: shown in English"]);
    await page.goto(`${site.origin}/en/404.html`);
    assert.equal(await page.locator(".language-banner").count(), 0);
    await context.close();
  }
});

test("the points of the curve stand on the centres of their columns", async () => {
  const page = await chromium.newPage({ viewport: { width: 1280, height: 900 } });
  for (const size of [12, 16, 24]) {
    for (const language of ["en", "ar"]) {
      await page.goto(`${site.origin}/${language}/journeys/motor-claim/map/`);
      await page.addStyleTag({ content: `html { font-size: ${size}px }` }).catch(() => page.evaluate((px) => { document.documentElement.style.fontSize = `${px}px`; }, size));
      const off = await page.evaluate(() => {
        const table = document.querySelector("table.map");
        const heads = [...table.querySelectorAll("thead tr:last-child th[scope=col]")].slice(1).map((th) => { const r = th.getBoundingClientRect(); return r.left + r.width / 2; });
        const points = [...table.querySelectorAll("svg .curve-point")].map((point) => { const r = point.getBoundingClientRect(); return r.left + r.width / 2; });
        return points.map((x) => Math.min(...heads.map((head) => Math.abs(head - x))));
      });
      assert.ok(off.length >= 5, `${off.length} points`);
      assert.ok(Math.max(...off) <= 0.1, `${language} at ${size}px: ${Math.max(...off)} px off`);
    }
  }
  await page.close();
});

test("every page of the sample is in the site", () => {
  const built = new Set(files());
  assert.deepEqual(SAMPLE.filter((name) => !built.has(name.endsWith("/") ? `${name}index.html` : name)), []);
});
