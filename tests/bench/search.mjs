// Measures the browser's half of search: how often the page looked for comes first, what a first search costs in KiB,
// and how long a warm one takes.
//
//   cargo run --release --example search_quality -- CORPORA NAME --write OUT
//   node tests/bench/search.mjs OUT/NAME/search/LANG CORPORA/q.NAME.json
import fs from "node:fs";
import path from "node:path";
import { Index, excerpt } from "../../themes/default/assets/search-engine.js";

const [folder, file] = process.argv.slice(2);
const queries = JSON.parse(fs.readFileSync(file, "utf8"));
const at = (numbers, share) => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;

function index(read) {
  return new Index(async (name) => {
    const bytes = fs.readFileSync(path.join(folder, name));
    read(name, bytes.length);
    return new Uint8Array(bytes);
  });
}

const warm = index(() => {});
for (const sort of Object.keys(queries[0]).filter((key) => !["doc", "url"].includes(key))) {
  let first = 0, five = 0;
  const cold = [], files = [], times = [], kinds = {};
  for (const query of queries) {
    let bytes = 0, count = 0;
    const fresh = index((name, size) => { bytes += size; count++; kinds[name[0]] = (kinds[name[0]] ?? 0) + size; });
    await fresh.search(query[sort], {}, 5);
    cold.push(bytes / 1024);
    files.push(count);
    await warm.search(query[sort], {}, 5);
    const started = performance.now();
    const { hits, marks } = await warm.search(query[sort], {}, 5);
    for (const hit of hits) excerpt(hit.page, marks);
    times.push(performance.now() - started);
    const place = hits.findIndex((hit) => `/${hit.page.url}` === query.url);
    first += place === 0;
    five += place >= 0;
    if (process.env.SHOW === sort && place !== 0) console.log(query[sort], query.url, place, hits.slice(0, 3).map((hit) => [hit.score.toFixed(2), hit.page.url]));
  }
  const share = (count) => ((100 * count) / queries.length).toFixed(0);
  const parts = Object.entries(kinds).sort().map(([kind, size]) => `${kind} ${(size / 1024 / queries.length).toFixed(0)}`).join(", ");
  console.log(`${sort.padEnd(13)} ${share(first)}/${share(five)} %  cold ${at(cold, 0.5).toFixed(0)}/${at(cold, 0.95).toFixed(0)} KiB in ${at(files, 0.5)} files (${parts})  warm ${at(times, 0.5).toFixed(1)}/${at(times, 0.95).toFixed(1)} ms`);
}
for (const word of ["the", "a"]) {
  await warm.search(word, {}, 5);
  const started = performance.now();
  const { total } = await warm.search(word, {}, 5);
  console.log(`"${word}": ${total} pages, ${(performance.now() - started).toFixed(1)} ms`);
}
