// Maps in a browser: drawings lie on the columns of their table to a tenth of a pixel, words keep clear of each other.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import test, { after, before } from "node:test";
import { write } from "./extremes.mjs";
import { browser, serve, temporary } from "./support.mjs";

const cxbook = path.resolve(process.env.CXBOOK ?? "target/release/cxbook");
const MAPS = [
  "en/journeys/long/map/", "en/journeys/one/map/", "en/journeys/unfelt/map/", "en/journeys/crowded/map/",
  "en/journeys/wordy/map/", "de/journeys/wordy/map/", "fr/journeys/wordy/map/", "ar/journeys/wordy/map/",
];
let root, site, chromium;

before(async () => {
  root = temporary();
  write(root);
  execFileSync(cxbook, ["build", "--root", root, "--today", "2026-11-22", "--out", path.join(root, "public"), "--quiet"], { stdio: "ignore" });
  site = await serve(path.join(root, "public"));
  chromium = await browser();
});
after(async () => { await chromium?.close(); await site?.close(); fs.rmSync(root, { recursive: true, force: true }); });

const open = async (page, name) => page.goto(`${site.origin}/${name}`, { waitUntil: "load" });

test("points, arcs and exits stand on the middle of their columns at any size of text", async () => {
  const page = await chromium.newPage({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  for (const size of [12, 16, 24]) {
    for (const name of MAPS) {
      await open(page, name);
      await page.addStyleTag({ content: `:root { font-size: ${size}px !important; }` });
      const far = await page.evaluate(() => {
        const middle = (box) => box.left + box.width / 2;
        const columns = [...document.querySelectorAll(".map-scroll .steps th:not(.corner)")].map((th) => middle(th.getBoundingClientRect()));
        const near = (x) => Math.min(...columns.map((column) => Math.abs(column - x)));
        const marks = [...document.querySelectorAll(".map-scroll .curve-point, .map-scroll .staff, .map-scroll .mot, .map-scroll .off-path-exit")];
        const found = marks.map((mark) => [mark.getAttribute("class"), near(middle(mark.getBoundingClientRect()))]);
        for (const line of document.querySelectorAll(".map-scroll .off-path-line")) {
          const start = line.getPointAtLength(0).matrixTransform(line.getScreenCTM());
          found.push(["start of a way", near(start.x)]);
        }
        return found.filter(([, distance]) => distance > 0.1);
      });
      assert.deepEqual(far, [], `${name} at ${size} px`);
    }
  }
  await page.close();
});

test("as many points are drawn as steps are felt", async () => {
  const page = await chromium.newPage();
  for (const [name, points, ways] of [["en/journeys/long/map/", 60, 4], ["en/journeys/one/map/", 1, 1], ["en/journeys/unfelt/map/", 0, 0], ["en/journeys/crowded/map/", 6, 12]]) {
    await open(page, name);
    assert.equal(await page.locator(".map-scroll .curve-point").count(), points, name);
    assert.equal(await page.locator(".map-scroll .off-path-line").count(), ways, name);
  }
  await page.close();
});

test("no two texts of a drawing meet, in any language, and none leaves it", async () => {
  const page = await chromium.newPage({ viewport: { width: 1280, height: 900 } });
  for (const name of MAPS) {
    await open(page, name);
    await page.evaluate(() => document.fonts.ready);
    const met = await page.evaluate(() => [...document.querySelectorAll(".map-scroll svg")].flatMap((svg) => {
      const frame = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll("text:not(.curve-score)")].map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        // The box of a line has room for accents and tails that no letter of these labels fills.
        return { words: text.textContent, left, right, top: top + 2, bottom: bottom - 3 };
      });
      const out = texts.filter((one) => one.left < frame.left - 0.5 || one.right > frame.right + 0.5 || one.top < frame.top - 0.5 || one.bottom > frame.bottom + 0.5);
      const pairs = texts.flatMap((one, at) => texts.slice(at + 1).map((other) => [one, other]));
      const touching = pairs.filter(([one, other]) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom);
      return [...out.map((one) => `${one.words} leaves its drawing`), ...touching.map(([one, other]) => `${one.words} meets ${other.words}`)];
    }));
    assert.deepEqual(met, [], name);
  }
  await page.close();
});

test("what a department does is framed in its slice, and a map is no wider than its columns", async () => {
  const page = await chromium.newPage({ viewport: { width: 1280, height: 900 } });
  await open(page, "en/journeys/one/as/office/");
  const frames = await page.evaluate(() => [...document.querySelectorAll(".map td.own")].map((cell) => getComputedStyle(cell).boxShadow));
  assert.ok(frames.length > 0 && frames.every((frame) => /inset/.test(frame) && / 2px/.test(frame)), frames.join("; "));
  const [frame, table] = await page.evaluate(() => [".map-scroll", ".map"].map((name) => document.querySelector(name).getBoundingClientRect().width));
  assert.ok(frame - table < 20, `${frame} around ${table}`);
  await page.close();
});

test("no line runs through the words of a way off the path", async () => {
  const page = await chromium.newPage({ viewport: { width: 1280, height: 900 } });
  for (const name of ["en/journeys/crowded/map/", "en/journeys/long/map/"]) {
    await open(page, name);
    const bare = await page.evaluate(() => [...document.querySelectorAll(".map-scroll .off-path-label")].filter((label) => {
      const [words, plate] = [label, label.previousElementSibling].map((element) => element.getBoundingClientRect());
      return plate.left > words.left + 1 || plate.right < words.right - 1 || !label.previousElementSibling.matches(".off-path-plate");
    }).map((label) => label.textContent));
    assert.deepEqual(bare, [], name);
  }
  await page.close();
});

test("no curve runs through a label, its own or the other journey's", async () => {
  const page = await chromium.newPage({ viewport: { width: 1280, height: 900 } });
  for (const name of MAPS) {
    await open(page, name.replace("map/", "map.svg"));
    const struck = await page.evaluate(() => {
      const points = [...document.querySelectorAll("path.curve-line, path.curve-compared")].flatMap((line) => {
        const place = line.getScreenCTM();
        return Array.from({ length: Math.floor(line.getTotalLength() / 2) }, (_, at) => line.getPointAtLength(2 * at).matrixTransform(place));
      });
      return [...document.querySelectorAll(".curve-label")].filter((label) => {
        const { left, right, top, bottom } = label.getBoundingClientRect();
        return points.some(({ x, y }) => x > left + 1 && x < right - 1 && y > top + 4 && y < bottom - 4);
      }).map((label) => label.textContent);
    });
    assert.deepEqual(struck, [], name);
  }
  await page.close();
});

test("no map makes a page wider than a screen of 320 pixels", async () => {
  const page = await chromium.newPage({ viewport: { width: 320, height: 640 } });
  for (const name of [...MAPS, ...MAPS.map((map) => map.replace("map/", ""))]) {
    await open(page, name);
    assert.equal(await page.evaluate(() => Math.max(0, document.scrollingElement.scrollWidth - innerWidth)), 0, name);
  }
  await page.close();
});

test("axe finds no violation on the journeys at the edges, light and dark, left to right and right to left", async () => {
  const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const found = [];
  for (const colorScheme of ["light", "dark"]) {
    const context = await chromium.newContext({ viewport: { width: 1280, height: 800 }, colorScheme, reducedMotion: "reduce", bypassCSP: true });
    const page = await context.newPage();
    for (const name of ["en/journeys/one/", "en/journeys/unfelt/", "en/journeys/crowded/", "en/journeys/crowded/map/", "ar/journeys/wordy/", "ar/journeys/wordy/map/", "en/stages/", "ar/stages/", "en/journeys/", "en/journeys/crowded/as/office/", "en/journeys/crowded/workshop/", "ar/journeys/wordy/workshop/"]) {
      await open(page, name);
      await page.evaluate(`${axe};0`);
      const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
      for (const { id, nodes } of violations) found.push(`${name} ${colorScheme}: ${id} ${nodes[0].target.join(" ")}`);
    }
    await context.close();
  }
  assert.deepEqual(found, []);
});

test("on paper a map is cut between columns, six on a sheet, and the curve runs on", async () => {
  const page = await chromium.newPage();
  await page.emulateMedia({ media: "print" });
  await open(page, "en/journeys/long/map/");
  const sheets = await page.evaluate(() => [...document.querySelectorAll(".map-part")].map((part) => ({
    steps: part.querySelectorAll(".steps th[scope=col] a").length,
    wide: part.querySelector("table").getBoundingClientRect().width,
  })));
  assert.equal(sheets.reduce((sum, sheet) => sum + sheet.steps, 0), 60);
  assert.ok(sheets.every((sheet) => sheet.steps <= 6 && sheet.wide <= (279.4 - 16) / 25.4 * 96 + 1), JSON.stringify(sheets));
  assert.equal(await page.locator(".map-scroll").isVisible(), false);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sides = pdf.match(/\/Type\s*\/Page\b/g).length;
  assert.ok(sides <= sheets.length + 2, `${sides} sides for ${sheets.length} sheets`);
  await page.close();
});

test("on every paper all sheets are of that paper, and the first page of a journey is no cover", async () => {
  const page = await chromium.newPage();
  for (const [format, sides] of [["Letter", [612, 792]], ["A4", [595, 842]]]) {
    for (const name of ["en/journeys/crowded/", "en/journeys/one/", "en/journeys/crowded/workshop/"]) {
      await open(page, name);
      const pdf = (await page.pdf({ format, preferCSSPageSize: true })).toString("latin1");
      const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, wide, high]) => [Math.floor(wide), Math.floor(high)]);
      assert.ok(boxes.length > 0 && boxes.every((box) => box.toSorted((a, b) => a - b).join() === sides.join()), `${name} ${format} ${JSON.stringify(boxes)}`);
      if (name.endsWith("workshop/")) assert.equal(boxes.length, 1, `${name} ${format}`);
    }
  }
  // What says whose journey it is stands before the map, not behind it; a map of one sheet shares it with the title.
  await page.emulateMedia({ media: "print" });
  const order = async (name, selectors) => {
    await open(page, name);
    return page.evaluate((selectors) => selectors.map((one) => document.querySelector(one).getBoundingClientRect().top), selectors);
  };
  const tops = await order("en/journeys/long/", [".page-head", ".facts", ".map-part", "#walk"]);
  assert.deepEqual(tops, tops.toSorted((a, b) => a - b));
  const names = await page.evaluate(() => [".page-head", ".map-parts"].map((one) => getComputedStyle(document.querySelector(one)).page));
  assert.deepEqual(names, ["auto", "map"]);
  await order("en/journeys/one/", [".page-head"]);
  assert.deepEqual(await page.evaluate(() => [".page-head", ".map-section"].map((one) => getComputedStyle(document.querySelector(one)).page)), ["map", "map"]);
  await page.close();
});

test("the sheet for a workshop is one sheet, and its numbers stand under the points of the curve", async () => {
  const page = await chromium.newPage({ viewport: { width: 1280, height: 900 } });
  for (const name of ["en/journeys/crowded/workshop/", "en/journeys/one/workshop/", "de/journeys/wordy/workshop/", "ar/journeys/wordy/workshop/"]) {
    await open(page, name);
    const apart = await page.evaluate(() => {
      const middle = (element) => { const { left, right } = element.getBoundingClientRect(); return (left + right) / 2; };
      const numbers = [...document.querySelectorAll(".sheet-numbers li")].map(middle);
      return [...document.querySelectorAll(".sheet-curve svg a")].map((point, at) => Math.abs(middle(point) - numbers[at]));
    });
    assert.ok(apart.length > 0 && apart.every((distance) => distance < 1), `${name} ${apart}`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 1, name);
  }
  await page.close();
});

test("the map as a picture is drawn by a browser without a policy or a style sheet of ours", async () => {
  const page = await chromium.newPage({ viewport: { width: 1280, height: 900 } });
  for (const name of ["en/journeys/long/map.svg", "ar/journeys/wordy/map.svg"]) {
    await page.goto(`${site.origin}/${name}`);
    const outside = await page.evaluate(() => {
      const { width } = document.documentElement.viewBox.baseVal;
      const scale = document.documentElement.getBoundingClientRect().width / width;
      return [...document.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()])
        .filter(([, box]) => box.left < -1 || box.right > width * scale + 1).map(([words]) => words);
    });
    assert.deepEqual(outside, [], name);
  }
  await page.close();
});
