// Journeys at the edges of what can be drawn, as the files of a site: the longest, the shortest, one that nobody felt, one
// that everybody leaves at the same step, and one with the longest words of German, French and Arabic.
import fs from "node:fs";
import path from "node:path";

const FEELINGS = {
  en: "thoroughly disappointed again",
  de: "niedergeschlagen & hilflos wie",
  fr: "complètement désemparée encore",
  ar: "محبطة تمامًا ولا تعرف ما تفعل",
};
const KINDS = ["repeat", "detour", "channel-switch", "escalate", "branch", "abandon", "skip"];
const STAGES = ["need", "research", "select", "purchase", "receive", "use", "maintain", "recommend"];

const front = (lines) => `---\n${lines.join("\n")}\n---\n`;
const score = (at) => [-2, -1.5, 0, 2, 1.3, -0.4, 2, -2, 0, 1][at % 10];

function step(at, { isFelt }) {
  const lines = [
    `      step-${at}:`, `        name: Does the thing that comes as number ${at}`, `        mode: interacts`,
    `        touchpoint: desk`, `        does: >-`, `          Waits, asks, explains and waits once more for whatever is to come.`,
    `        frontstage:`, `          office: Nods and writes it down.`, `        backstage:`, `          back-office: Looks for the form.`,
  ];
  if (isFelt) {
    const felt = score(at);
    lines.push(`        emotion: { score: ${felt}${at % 3 ? "" : `, staff: ${felt > 0 ? -1 : 2}`} }`, `        feeling: ${FEELINGS.en}`);
    if (at % 4 === 0) lines.push("        moment-of-truth: true");
    if (felt >= 1) lines.push("        wow: Nobody expected that.");
  }
  return lines;
}

function journey(title, phases, { isFelt = true, deviations = [] } = {}) {
  let at = 0;
  const body = phases.flatMap((length, phase) => [
    `  phase-${phase + 1}:`, `    name: Phase ${phase + 1} with a rather long name`, `    stage: ${STAGES[phase]}`, "    steps:",
    ...Array.from({ length }, () => step((at += 1), { isFelt })).flat(),
  ]);
  const ways = deviations.flatMap(({ from, kind, rejoins, share }, index) => [
    `  way-${index + 1}:`, `    from: step-${from}`, `    kind: ${kind}`, `    name: Leaves in way ${index + 1}`, ...(share ? [`    share: ${share}%`] : []),
    `    rejoins: ${rejoins === "exit" ? "exit" : `step-${rejoins}`}`, "    handled: none", "    owner: nobody",
  ]);
  return front([
    `title: ${title}`, `summary: ${title}, at length.`, "status: published", "kind: current", "level: macro", "lifecycle: buy-own", "persona: kim",
    "goal: Get to the end.", "owner: office", "mapped: 2026-01-01", "phases:", ...body, ...(ways.length ? ["deviations:", ...ways] : []),
  ]);
}

function overlay(title, feeling, phases) {
  const steps = phases.reduce((sum, length) => sum + length, 0);
  const lines = Array.from({ length: steps }, (_, at) => [`  step-${at + 1}:`, `    feeling: ${feeling}`]).flat();
  return front([`translation: { status: draft }`, `title: ${title}`, "steps:", ...lines]);
}

const everyWay = KINDS.concat(KINDS).slice(0, 12).map((kind, index) => ({
  from: 3, kind, share: index === 11 ? null : 5 + (index % 3),
  rejoins: kind === "abandon" ? "exit" : kind === "repeat" ? 3 : kind === "branch" ? "exit" : 1 + (index % 6),
}));

/** The path of every file and what is in it. */
export function extremes() {
  const files = {
    "book.toml": `schema = 1\ntitle = "Extremes"\nbase-url = "https://kb.example.org/"\nsource-language = "en"\ntranslation-min = 0\n\n[languages.en]\nname = "English"\n\n[languages.de]\nname = "Deutsch"\nfallback = ["en"]\n\n[languages.fr]\nname = "Français"\nfallback = ["en"]\n\n[languages.ar]\nname = "العربية"\nfallback = ["en"]\n`,
    "content/index.md": front(["title: Extremes", "summary: Maps at the edges.", "status: published"]),
    "content/personas/kim/index.md": front(["title: Kim", "name: Kim", "summary: A customer.", "status: published", "goal: I get to the end.", "basis: assumed"]),
    "content/vocab/lifecycles.yaml": `buy-own:\n  loops: true\n  lobes:\n    buy: [need, research, select, purchase]\n    own: [receive, use, maintain, recommend]\n`,
    "content/vocab/glossary.yaml": STAGES.map((stage) => `${stage}:\n  en: { term: ${stage}, definition: A stage. }\n`).join(""),
    "content/vocab/departments.yaml": "office: { name: Office }\nback-office: { name: Back office }\n",
    "content/vocab/channels.yaml": "counter: { name: Counter, medium: in-person }\n",
    "content/vocab/purposes.yaml": "help: { name: Help }\n",
    "content/vocab/touchpoints.yaml": "desk: { name: Help desk, channel: counter, owner: office, purpose: help }\n",
  };
  const long = [12, 8, 6, 7, 1, 9, 12, 5];
  const add = (id, title, phases, more) => { files[`content/journeys/${id}/index.md`] = journey(title, phases, more); };
  add("long", "I live through sixty steps", long, { deviations: [{ from: 2, kind: "detour", rejoins: 50, share: 12 }, { from: 60, kind: "abandon", rejoins: "exit", share: 30 }, { from: 7, kind: "repeat", rejoins: 7, share: 44 }, { from: 8, kind: "repeat", rejoins: 8, share: 44 }] });
  add("one", "I do one thing", [1], { deviations: [{ from: 1, kind: "abandon", rejoins: "exit", share: 50 }] });
  add("unfelt", "I feel nothing", [3, 4], { isFelt: false });
  add("crowded", "I leave in twelve ways", [6], { deviations: everyWay });
  add("wordy", "I have long words for it", [5, 4]);
  for (const [locale, title] of [["de", "Ich habe lange Wörter dafür"], ["fr", "J’ai de longs mots pour cela"], ["ar", "لديّ كلمات طويلة لذلك"]]) {
    files[`content/journeys/wordy/index.${locale}.md`] = overlay(title, FEELINGS[locale], [5, 4]);
  }
  return files;
}

/** Writes the site below `root`. */
export function write(root) {
  for (const [name, text] of Object.entries(extremes())) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
}

if (process.argv[1] === import.meta.filename) write(process.argv[2]);
