// The preview as authors see it: a save changes the open page, a mistake opens a panel over it.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import test, { after, before } from "node:test";
import { browser, temporary } from "./support.mjs";

const cxbook = path.resolve(process.env.CXBOOK ?? "target/release/cxbook");
const article = "content/articles/reading-a-journey/index.md";
const soon = { polling: 20, timeout: 30_000 };
let root, preview, origin, chromium;

const read = (name) => fs.readFileSync(path.join(root, name), "utf8");
const write = (name, text) => fs.writeFileSync(path.join(root, name), text);

before(async () => {
  root = temporary();
  execFileSync(cxbook, ["init", root, "--quiet"]);
  [preview, origin] = await serve(root);
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  preview?.kill();
  fs.rmSync(root, { recursive: true, force: true });
});

/** A preview of `folder`, and where it is. */
async function serve(folder) {
  const started = spawn(cxbook, ["serve", "--root", folder, "--port", "0"], { stdio: ["ignore", "pipe", "ignore"] });
  const address = await new Promise((resolve, reject) => {
    let text = "";
    started.stdout.on("data", (data) => {
      text += data;
      const found = /serving (http:\/\/[^/]+)/.exec(text);
      if (found) resolve(found[1]);
    });
    started.on("exit", () => reject(new Error("the preview ended")));
  });
  return [started, address];
}

/** What axe finds on each page, wide and narrow, light and dark; and what does not fit. */
async function faults(addresses, prepare = async () => {}) {
  const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const found = [];
  for (const [width, colorScheme] of [[1280, "light"], [360, "dark"]]) {
    const context = await chromium.newContext({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    for (const address of addresses) {
      await page.goto(address, { waitUntil: "load" });
      await prepare(page);
      await page.evaluate(`${axe};0`);
      const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
      for (const one of violations) found.push(`${address} ${width}: ${one.id} ${one.nodes[0].target} ${one.nodes[0].failureSummary}`);
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) found.push(`${address} ${width}: is too wide`);
    }
    await context.close();
  }
  return found;
}

/** Changes a file while `work` is done. */
async function during(name, change, work) {
  const text = read(name);
  write(name, change(text));
  try {
    await work();
  } finally {
    write(name, text);
  }
}

/** An open page that collects what the browser complains of. */
async function open(address, options = { viewport: { width: 900, height: 400 } }) {
  const page = await chromium.newPage(options);
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(origin + address, { waitUntil: "load" });
  await page.evaluate(() => { window.isSamePage = true; });
  return { page, complaints };
}

const hasHeading = (text) => [...document.querySelectorAll("h2")].some((heading) => heading.textContent.includes(text));
const panel = (page, selector) => page.locator(`#cxbook-preview ${selector}`);

test("a save changes the open page in place and keeps scroll, focus and theme", async () => {
  const { page, complaints } = await open("/en/articles/reading-a-journey/");
  const heading = "[...document.querySelectorAll('main h2')].at(-1)";
  await page.evaluate(`document.documentElement.dataset.theme = "dark"; document.querySelector("main a[href]").focus();
    ${heading}.scrollIntoView({ behavior: "instant" })`);
  const place = () => page.evaluate(`Math.round(${heading}.getBoundingClientRect().top)`);
  const before = await place();
  const change = (text) => text.replace("## Follow one finger", "A paragraph more, above.\n\n## Follow the other finger");
  await during(article, change, async () => {
    await page.waitForFunction(hasHeading, "Follow the other finger", soon);
    await page.waitForTimeout(100);
    assert.ok(Math.abs((await place()) - before) <= 2, `what was read stays at ${before}, not ${await place()}`);
    assert.deepEqual(
      await page.evaluate(() => [window.isSamePage, document.documentElement.dataset.theme, document.activeElement.localName]),
      [true, "dark", "a"],
    );
  });
  await page.waitForFunction(hasHeading, "Follow one finger", soon);
  assert.deepEqual(complaints, []);
  await page.close();
});

test("a mistake opens a panel over the last good page, Escape folds it, and mending it takes it away", async () => {
  const { page, complaints } = await open("/en/articles/reading-a-journey/");
  await during(article, (text) => text.replace("category: method", "category: methd"), async () => {
    await page.waitForFunction(() => /^\(\d+\) /.test(document.title), undefined, soon);
    const words = await panel(page, ".panel").innerText();
    for (const expected of [`${article}:7:11`, "unknown-reference", "category: methd", "did you mean method?"]) {
      assert.ok(words.includes(expected), `${expected} in ${words}`);
    }
    assert.ok(await page.evaluate(hasHeading, "Follow one finger"), "the last good page is still there");
    await page.keyboard.press("Escape");
    assert.equal(await panel(page, ".panel").isVisible(), false);
    await panel(page, ".badge").click();
    assert.equal(await panel(page, ".panel").isVisible(), true);
  });
  await page.waitForFunction(() => !document.querySelector("#cxbook-preview") && !document.title.startsWith("("), undefined, soon);
  assert.equal(await page.evaluate(() => window.isSamePage), true);
  assert.deepEqual(complaints, []);
  await page.close();
});

test("of many mistakes of one sort a few are listed, and all are counted", async () => {
  const { page } = await open("/en/articles/reading-a-journey/");
  const many = Array.from({ length: 500 }, (_, number) => `[${number}](article:nowhere-${number})`).join("\n\n");
  await during(article, (text) => `${text}\n${many}\n`, async () => {
    await page.waitForFunction(() => document.title.startsWith("(500) "), undefined, soon);
    assert.equal(await panel(page, ".list .error").count(), 20);
    assert.match(await panel(page, ".bar").innerText(), /500 errors/);
    assert.match(await panel(page, ".list").innerText(), /and 480 more unknown-reference; `cxbook check --format short` lists all/);
  });
  await page.close();
});

test("what a mistake quotes is text, never markup", async () => {
  const { page, complaints } = await open("/en/");
  const odd = (text) => text.replace("title:", "\"<img src=x onerror=alert(1)>\": 1\ntitle:");
  await during(article, odd, async () => {
    await page.waitForFunction(() => document.title.startsWith("("), undefined, soon);
    assert.ok((await panel(page, ".panel").innerText()).includes("<img src=x onerror=alert(1)>"));
    assert.equal(await panel(page, "img").count(), 0);
  });
  await page.waitForFunction(() => !document.title.startsWith("("), undefined, soon);
  assert.deepEqual(complaints, []);
  await page.close();
});

test("a page that is left behind catches up when it is seen again", async () => {
  const { page } = await open("/fr/");
  const seen = (isHidden) => page.evaluate((value) => {
    Object.defineProperty(document, "hidden", { value, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isHidden);
  await seen(true);
  await during("content/index.fr.md", (text) => text.replace("un exemplaire de chaque chose", "un peu de tout"), async () => {
    await page.waitForTimeout(500);
    assert.equal(await page.evaluate(() => document.body.innerText.includes("un peu de tout")), false);
    await seen(false);
    await page.waitForFunction(() => document.body.innerText.includes("un peu de tout"), undefined, soon);
  });
  await page.close();
});

test("ten pages in one browser all load, and all hear of a save", async () => {
  const context = await chromium.newContext();
  const pages = [];
  for (let count = 0; count < 10; count += 1) {
    const page = await context.newPage();
    await page.goto(`${origin}/en/articles/reading-a-journey/`, { waitUntil: "load", timeout: 10_000 });
    pages.push(page);
  }
  await during(article, (text) => text.replace("Follow one finger", "Follow ten fingers"), async () => {
    for (const page of pages) await page.waitForFunction(hasHeading, "Follow ten fingers", soon);
  });
  await context.close();
});

test("a translated page says how it stands, and shows at a click what has changed in its source", async () => {
  const french = execFileSync("find", [path.join(root, "content/articles/reading-a-journey"), "-name", "index.fr.md"]).toString();
  assert.ok(french, "the starter is translated");
  const { page, complaints } = await open("/en/articles/reading-a-journey/");
  const address = await page.evaluate(() => document.querySelector('link[hreflang="fr"]').getAttribute("href"));
  await page.goto(origin + new URL(address).pathname, { waitUntil: "load" });
  const side = (selector) => page.locator(`#cxbook-translation ${selector}`);
  await side(".desk-badge").waitFor({ timeout: 30_000 });
  const stood = await side(".desk-badge").innerText();
  assert.ok(stood.includes("Traduction"), stood);
  await during(article, (text) => text.replace("## Follow one finger", "## Never follow one finger"), async () => {
    await page.waitForFunction(
      (stood) => document.querySelector("#cxbook-translation").shadowRoot.querySelector(".desk-badge").textContent !== stood,
      stood,
      soon,
    );
    await page.evaluate(() => scrollTo(0, 0));
    // As a hand clicks: nothing is scrolled into view before.
    await side(".desk-badge").dispatchEvent("click");
    await side(".side ins").waitFor({ timeout: 30_000 });
    assert.equal(await page.evaluate(() => scrollY), 0, "the place on the page is kept");
    const words = await side(".side").innerText();
    for (const expected of ["Never", "une négation", "cxbook translate sync fr articles/reading-a-journey"]) {
      assert.ok(words.includes(expected), `${expected} in ${words}`);
    }
    await page.keyboard.press("Escape");
    assert.equal(await side(".side").count(), 0);
    assert.equal(await page.evaluate(() => document.querySelector("#cxbook-translation").shadowRoot.activeElement?.className), "badge desk-badge");
  });
  await page.setViewportSize({ width: 360, height: 700 });
  const covered = await page.evaluate(() => {
    scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
    const badge = document.querySelector("#cxbook-translation").shadowRoot.querySelector(".desk-badge").getBoundingClientRect();
    const meets = (box) => box.bottom > badge.top && box.top < badge.bottom && box.right > badge.left && box.left < badge.right;
    return [...document.links].filter((link) => [...link.getClientRects()].some(meets)).map((link) => link.textContent);
  });
  assert.deepEqual(covered, [], "at the end of the page, the badge covers no link");
  for (const path of ["/_l10n/", "/_l10n/fr/", "/_l10n/fr/articles/reading-a-journey/"]) {
    await page.goto(origin + path, { waitUntil: "load" });
    assert.equal(await page.locator("h1").count(), 1, path);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} fits`);
  }
  assert.deepEqual(complaints, []);
  await page.close();
});

test("axe finds nothing on the pages of translators and in the panels, wide and narrow, light and dark", async () => {
  const source = (text) => text.replace("## Follow one finger", "## Never follow one finger") + "\n\nOne paragraph more.\n";
  await during(article, source, async () => {
    const pages = ["/_l10n/", "/_l10n/fr/", "/_l10n/fr/articles/reading-a-journey/", "/_l10n/fr/journeys/first-loan/"];
    assert.deepEqual(await faults(pages.map((one) => origin + one)), []);
    const french = await chromium.newPage();
    await french.goto(`${origin}/en/articles/reading-a-journey/`);
    const address = await french.evaluate(() => new URL(document.querySelector('link[hreflang="fr"]').href).pathname);
    await french.close();
    const opened = async (page) => {
      await page.locator("#cxbook-translation .desk-badge").dispatchEvent("click");
      await page.locator("#cxbook-translation .side ins").first().waitFor({ timeout: 30_000 });
    };
    assert.deepEqual(await faults([origin + address], opened), []);
  });
});

test("the dashboard can be narrowed to what is in one state", async () => {
  const { page, complaints } = await open("/_l10n/");
  const rows = () => page.locator(".desk-table tbody tr:visible").count();
  const states = () => page.locator(".desk-filters input").evaluateAll((inputs) => inputs.map((input) => input.id));
  const unsaid = (text) => text.replace(/^translation:.*\n/m, "");
  await during("content/principles/no-dead-ends/index.fr.md", unsaid, () =>
    during(article, (text) => text.replace("## Follow one finger", "## Follow two fingers"), async () => {
      await page.waitForFunction(() => document.querySelector(".is-outdated") && document.querySelector(".is-unverified"), undefined, soon);
      assert.deepEqual(await states(), ["only-all", "only-outdated", "only-unverified"]);
      assert.equal(await rows(), 2);
      await page.locator("#only-outdated").check();
      assert.equal(await rows(), 1);
      await page.locator("#only-all").check();
      assert.equal(await rows(), 2);
    }));
  assert.deepEqual(complaints, []);
  await page.close();
});

test("before there is a site, the page of what is wrong says it in full and passes axe", async () => {
  for (const [name, change, expected] of [
    ["book.toml", (text) => text.replace("[languages.fr]", "[languages.fr"), ["malformed-configuration", "book.toml:"]],
    [article, (text) => text.replace("category: method", "category: methd"), ["unknown-reference", `${article}:7:11`, "did you mean method?"]],
  ]) {
    const folder = temporary();
    fs.cpSync(root, folder, { recursive: true });
    fs.writeFileSync(path.join(folder, name), change(fs.readFileSync(path.join(folder, name), "utf8")));
    const [other, address] = await serve(folder);
    try {
      assert.deepEqual(await faults([`${address}/en/`]), []);
      const page = await chromium.newPage();
      await page.goto(`${address}/en/`);
      const words = await page.locator("main").innerText();
      for (const one of expected) assert.ok(words.includes(one), `${one} in ${words}`);
      assert.ok(await page.locator("main code").count() > 0, "what a message quotes is code");
      await page.close();
    } finally {
      other.kill();
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }
});
