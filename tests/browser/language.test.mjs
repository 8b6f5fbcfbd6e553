// What readers of several languages meet: text of both directions on one page, and what only another language has.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import test, { after, before } from "node:test";
import { browser, serve, temporary } from "./support.mjs";

const cxbook = path.resolve(process.env.CXBOOK ?? "target/release/cxbook");
let root, server, chromium;

const article = (title, body) => `---\ntitle: ${title}\nsummary: ${title}.\nstatus: published\n---\n\n${body}\n`;

before(async () => {
  root = temporary();
  const run = (...args) => execFileSync(cxbook, [...args, "--quiet"], { cwd: root, stdio: "ignore" });
  const write = (name, text) => {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  };
  run("init", ".");
  run("translate", "add-language", "ar");
  write("content/articles/left/index.md", article("Zanzibar", "Nobody waits here!\n\nSee `.env` and `a/b.c`."));
  write("content/articles/right/index.md", article("Right", "Copy `.env`.\n\nText."));
  write("content/articles/right/index.ar.md",
    "---\ntitle: عنوان\nsummary: ملخص.\n---\n\nانسخ الملف `.env` الآن!\n\nقال: <span lang=\"en\" dir=\"ltr\">Nobody waits here!</span> ثم مضى.\n");
  run("build", "--out", "site");
  server = await serve(path.join(root, "site"));
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  await server?.close();
  fs.rmSync(root, { recursive: true, force: true });
});

/** Where each character of what contains `words` stands, from the left. */
const places = (page, words) => page.evaluate((words) => {
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode, at = node.data.indexOf(words);
    if (at < 0) continue;
    return [...words].map((_, index) => {
      const range = document.createRange();
      range.setStart(node, at + index);
      range.setEnd(node, at + index + 1);
      return range.getBoundingClientRect().left;
    });
  }
  throw new Error(`nothing says ${words}`);
}, words);

const rises = (numbers) => numbers.every((number, at) => at === 0 || number > numbers[at - 1]);

test("code and English sentences keep the order of their signs on an Arabic page", async () => {
  const page = await chromium.newPage({ viewport: { width: 900, height: 700 } });
  await page.goto(`${server.origin}/ar/articles/left/`);
  assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
  for (const words of ["Nobody waits here!", ".env", "a/b.c"]) {
    assert.ok(rises(await places(page, words)), `${words} is turned round on a page that falls back`);
  }
  await page.goto(`${server.origin}/ar/articles/right/`);
  for (const words of [".env", "Nobody waits here!"]) {
    assert.ok(rises(await places(page, words)), `${words} is turned round within an Arabic sentence`);
  }
  // The sentence itself runs from right to left, and its mark ends it.
  const [now, mark] = [await places(page, "الآن"), await places(page, "الآن!")];
  assert.ok(mark.at(-1) < Math.min(...now), "the mark stands left of the last Arabic word");
  await page.close();
});

test("what only another language has is found when readers ask for it, and says which it is in", async () => {
  const page = await chromium.newPage({ viewport: { width: 900, height: 700 } });
  await page.goto(`${server.origin}/fr/`);
  await page.keyboard.press("/");
  const dialog = page.locator("dialog");
  await dialog.locator("input").fill("zanzibar");
  const status = (words) => page.waitForFunction((words) => document.querySelector("dialog [role=status]")?.textContent.includes(words), words);
  await status("Rien trouvé");
  assert.equal(await dialog.locator("[role=option]").count(), 0);
  await dialog.locator("summary").click();
  const also = dialog.getByRole("button", { name: "Chercher aussi en English" });
  await also.click();
  await dialog.locator("[role=option]").first().waitFor();
  assert.equal(await also.getAttribute("aria-pressed"), "true");
  const hit = dialog.locator("[role=option]").first();
  assert.equal(await hit.getAttribute("lang"), "en");
  assert.equal(await hit.locator(".search-language").textContent(), "English");
  assert.equal(new URL(await hit.evaluate((link) => link.href)).pathname, "/en/articles/left/");
  await also.click();
  await status("Rien trouvé");
  await page.close();
});

test("who prefers another language is offered it in that language, stays, and is asked once", async () => {
  const context = await chromium.newContext({ locale: "fr-CA" });
  const page = await context.newPage();
  const banner = page.locator(".language-banner");
  await page.goto(`${server.origin}/en/articles/reading-a-journey/#follow-one-finger`);
  assert.equal(new URL(page.url()).pathname, "/en/articles/reading-a-journey/", "nobody is sent anywhere");
  await banner.waitFor();
  assert.deepEqual(await banner.evaluate(({ lang, dir }) => [lang, dir]), ["fr", "ltr"]);
  const link = banner.locator("a");
  assert.equal(new URL(await link.evaluate((link) => link.href)).pathname, "/fr/articles/reading-a-journey/");
  // A page that is not translated is offered to nobody.
  await page.goto(`${server.origin}/en/articles/left/`);
  await page.waitForFunction(() => document.readyState === "complete");
  assert.equal(await banner.count(), 0);
  await page.goto(`${server.origin}/en/articles/reading-a-journey/`);
  await banner.locator("button").click();
  assert.equal(await banner.count(), 0);
  await page.reload();
  await page.waitForFunction(() => document.readyState === "complete");
  assert.equal(await banner.count(), 0, "whoever has said no is not asked again");
  await context.close();
});

test("the switcher names languages in their own words, without flags, and keeps the place on the page", async () => {
  const page = await chromium.newPage();
  await page.goto(`${server.origin}/en/articles/reading-a-journey/#follow-one-finger`);
  const links = await page.locator(".languages a").evaluateAll((links) => links.map((link) => [link.hreflang, link.lang, link.dir, link.textContent.trim()]));
  assert.deepEqual(links.map(([, lang, dir]) => [lang, dir]), [["en", "ltr"], ["fr", "ltr"], ["ar", "rtl"]]);
  // What is not translated says which language it leads to.
  assert.deepEqual(links.map(([hreflang]) => hreflang), ["en", "fr", "en"]);
  assert.deepEqual(links.map(([, , , name]) => name), ["English", "Français", "العربية"]);
  assert.match(await page.locator(".languages .note").textContent(), /in English$/);
  assert.ok(!/\p{Regional_Indicator}/u.test(await page.locator(".languages").innerText()), "no flags");
  await page.locator(".languages a[hreflang=fr]").click();
  await page.waitForURL("**/fr/articles/reading-a-journey/#follow-one-finger");
  assert.ok(await page.evaluate(() => document.getElementById(decodeURIComponent(location.hash.slice(1)))), "the place is there in French too");
  await page.locator(".languages a[lang=ar]").click();
  await page.waitForURL("**/ar/articles/reading-a-journey/#follow-one-finger");
  assert.equal(await page.evaluate(() => localStorage.getItem("language")), "ar", "what was chosen, not what stands in for it");
  await page.close();
});
