// Two hundred journeys to Mermaid's own parser and back: phases, steps, scores and actors stay what they were.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

const run = promisify(execFile);
const CXBOOK = process.env.CXBOOK ?? path.resolve("target/debug/cxbook");
const MERMAID = path.join(path.dirname(createRequire(import.meta.url).resolve("mermaid")), "mermaid.min.js");
const JOURNEYS = 200;

/** A generator of numbers that gives the same ones each time. */
let state = 20261121;
const random = (below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const pick = (list) => list[random(list.length)];

const WORDS = ["title", "section", "journey", "Journey", "accTitle", "accDescr", "calls: waits", "a; b", "#1", "100 %%", "% off",
  "me, you", "style: #35;", "classDef", "naïve", "«ici»", "日本", "سيارة", "<br>", "<b>", "{x}", "}", "it's", "1 < 2", "#58;", "---", "x".repeat(20)];
const name = () => Array.from({ length: 1 + random(3) }, () => pick(WORDS)).join(" ").slice(0, 55).trim();
const quoted = JSON.stringify;

/** A journey as its author would write it, and what of it should arrive. */
function journey(departments) {
  const phases = Array.from({ length: 1 + random(4) }, (_, phase) => ({
    name: random(5) ? name() : "The same",
    steps: Array.from({ length: 1 + random(4) }, (_, step) => ({
      id: `s-${phase}-${step}`,
      name: name(),
      emotion: random(6) ? (random(41) - 20) / 10 : null,
      departments: Object.keys(departments).filter(() => random(4) === 0),
    })),
  }));
  const lines = ["---", `title: ${quoted(name())}`, "summary: One of many.", "status: published", "kind: current", "level: lifecycle",
    "lifecycle: ring", "persona: maya", "goal: Arrive.", "owner: nobody", "mapped: 2026-01-02", "phases:"];
  phases.forEach((phase, at) => {
    lines.push(`  p-${at}:`, `    name: ${quoted(escapeMarkdown(phase.name))}`, "    stage: need", "    steps:");
    for (const step of phase.steps) {
      lines.push(`      ${step.id}:`, `        name: ${quoted(escapeMarkdown(step.name))}`);
      if (step.emotion !== null) lines.push(`        emotion: ${step.emotion}`);
      if (step.departments.length) {
        lines.push("        touchpoint: desk", "        frontstage:", ...step.departments.map((id) => `          ${id}: Helps.`));
      }
    }
  });
  lines[1] = "title: Any journey";
  return { text: [...lines, "---", ""].join("\n"), phases };
}

/** The text so that inline Markdown shows it letter by letter. */
function escapeMarkdown(text) {
  return text.replace(/[\\`*_{}[\]<>#+\-.!|~&:"'=%]/g, "\\$&");
}

let project;
let browser;
let page;

before(async () => {
  project = fs.mkdtempSync(path.join(os.tmpdir(), "mermaid-"));
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  page = await browser.newPage();
  await page.addScriptTag({ path: MERMAID });
});
after(async () => {
  await browser?.close();
  fs.rmSync(project, { recursive: true, force: true });
});

const write = (file, text) => {
  const target = path.join(project, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, text);
};
const cxbook = async (...args) => (await run(CXBOOK, [...args, "--root", project, "--today", "2026-11-21"], { maxBuffer: 1 << 24 })).stdout;

/** The diagrams of a page of Markdown, by the ids that their first lines name. */
function diagrams(markdown) {
  const blocks = [...markdown.matchAll(/^```mermaid\n(.*?)^```$/gms)].map(([, text]) => text);
  return new Map(blocks.map((text) => [text.match(/^%% id: (.*)$/m)[1], text]));
}

/** What mermaid itself reads. */
function parsed(texts) {
  return page.evaluate(async (texts) => {
    mermaid.initialize({ startOnLoad: false });
    const decode = (text) => text.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));
    const read = [];
    for (const text of texts) {
      await mermaid.parse(text);
      const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
      read.push({
        sections: diagram.db.getSections().map(decode),
        tasks: diagram.db.getTasks().map((task) => ({
          section: decode(task.section), name: decode(task.task), score: task.score, actors: task.people.map(decode),
        })),
      });
    }
    return read;
  }, texts);
}

test(`${JOURNEYS} journeys survive mermaid's own parser and the way back`, async () => {
  const departments = { sales: "Sales: direct, #1", claims: "title holder", it: "IT & co; <web>" };
  write("book.toml", 'schema = 1\ntitle = "T"\nbase-url = "https://e.org/"\nsource-language = "en"\n[languages.en]\nname = "English"\n');
  write("content/vocab/lifecycles.yaml", "ring:\n  lobes:\n    one: [need, use]\n");
  write("content/vocab/glossary.yaml", "need: { en: { term: need } }\nuse: { en: { term: use } }\n");
  write("content/vocab/channels.yaml", "counter: { name: Counter, medium: in-person }\n");
  write("content/vocab/purposes.yaml", "help: Help\n");
  write("content/vocab/touchpoints.yaml", "desk: { name: Desk, channel: counter, owner: sales, purpose: help }\n");
  write("content/vocab/departments.yaml", Object.entries(departments).map(([id, text]) => `${id}: ${quoted(escapeMarkdown(text))}\n`).join(""));
  write("content/personas/maya/index.md", "---\ntitle: Maya\nsummary: Maya.\nstatus: published\nname: \"Maya, of 3\\\\: here\"\ngoal: I go.\nbasis: assumed\n---\n");
  const persona = "Maya, of 3: here";

  const journeys = Array.from({ length: JOURNEYS }, () => journey(departments));
  journeys.forEach(({ text }, at) => write(`content/journeys/j-${at}/index.md`, text));
  const markdown = await cxbook("export", "mermaid", "--quiet");
  const exported = diagrams(markdown);
  const texts = journeys.map((_, at) => exported.get(`j-${at}`));
  const read = await parsed(texts);

  journeys.forEach(({ phases }, at) => {
    const { sections, tasks } = read[at];
    const space = (text) => text.replace(/\s+/g, " ").trim();
    assert.deepEqual(sections.map((section) => section.replace(/ \(\d\)$/, "")), phases.map((phase) => space(phase.name)), texts[at]);
    assert.deepEqual(
      tasks.map(({ section, ...task }) => ({ ...task, section: section.replace(/ \(\d\)$/, "") })),
      phases.flatMap((phase) => phase.steps.map((step) => ({
        name: space(step.name),
        score: Math.sign(step.emotion ?? 0) * Math.round(Math.abs(step.emotion ?? 0)) + 3,
        actors: [persona, ...step.departments.map((id) => departments[id])],
        section: space(phase.name),
      }))),
      texts[at],
    );
  });

  // Back: read from the diagrams, written as journeys, and drawn again.
  fs.rmSync(path.join(project, "content/journeys"), { recursive: true });
  fs.writeFileSync(path.join(project, "all.md"), markdown);
  await cxbook("import", "mermaid", path.join(project, "all.md"), "--quiet");
  const again = diagrams(await cxbook("export", "mermaid", "--drafts", "--quiet"));
  const known = (text) => text.replaceAll("    %% no emotion recorded\n", "");
  texts.forEach((text, at) => assert.equal(again.get(`j-${at}`).replace(/accDescr.*/, ""), known(text).replace(/accDescr.*/, "")));
});
