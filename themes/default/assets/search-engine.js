// Searches the index that the generator wrote, and shows what it finds. No dependency; nothing leaves the site.
//
// The first half (`Index`) turns a query into pages, as `src/search/query.rs` does; a change there is a change here.
// The second (`reader`) is what a reader sees: a dialog, and the search page.
//
// Classes, all styled in search.css: search-dialog, search-bar, search-close, search-body, search-chips, search-chip,
// search-filters, search-facet, search-status, search-notes, search-groups, search-group, search-group-title, search-hit
// (and kind-*), search-path, search-title, search-excerpt, search-language, search-failed, search-foot, search-more.

const VERSION = 1;
const DIGITS = 10;
const LONG = 4096;
const MOST_WORDS = 24;
const MOST_PREFIXES = 8;
const MOST_NEAR = 4;
const MOST_VERIFIED = 40;
const MOST_SHARDS = 3;
const SIBLING = 0.6;
const PREFIX = 0.6;
const SLIP = 0.8;
const SYNONYM = 0.9;
const LOOKED_AT = 5;
const IS_TITLE = 2;
const ADJACENT = 1.3;
const LEAST_COVERAGE = 0.5;

// ---- Words: the same rules as src/search/words.rs

const RUN = /[\p{Alphabetic}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]+/gu;
const GOES_ALONG = /[\p{M}\u00ad\u200b-\u200d\u2060]/u;
const DROPPED = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200b-\u200d\u2060]/gu;
const TRIPLES = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/u;
const PAIRS = /[\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{3ffff}]/u;
const PLAIN = new Map(Object.entries({
  œ: "oe", æ: "ae", ø: "o", ß: "ss", ð: "d", đ: "d", þ: "th", ł: "l", ı: "i", ς: "σ", ٱ: "ا", ى: "ي", ی: "ي", ة: "ه", ک: "ك",
}));
for (let digit = 0; digit < 10; digit++) {
  PLAIN.set(String.fromCharCode(0x660 + digit), String(digit)).set(String.fromCharCode(0x6f0 + digit), String(digit));
}

const gramSize = (character) => (PAIRS.test(character) ? 2 : TRIPLES.test(character) ? 3 : 0);

export function fold(word, kept = "") {
  if (/^[a-z0-9]*$/.test(word)) return word;
  let folded = "";
  for (const letter of word.normalize("NFKC").toLowerCase()) {
    folded += kept.includes(letter) ? letter
      : PLAIN.get(letter) ?? letter.normalize("NFD").replace(DROPPED, "").toLowerCase();
  }
  return folded.normalize("NFC");
}

/** Every run of word characters of one sort of script: where it starts, and how many characters make a word of it. */
function* runs(text) {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    let start = index, at = index, size;
    for (const character of run) {
      const own = GOES_ALONG.test(character) ? size : gramSize(character);
      if (own !== size) {
        if (size !== undefined) yield { text: text.slice(start, at), at: start, size };
        start = at;
        size = own;
      }
      at += character.length;
    }
    if (size !== undefined) yield { text: text.slice(start, at), at: start, size };
  }
}

export function words(text, kept = "") {
  const found = [];
  for (const run of runs(text)) {
    if (!run.size) {
      const form = fold([...run.text.normalize("NFC").toLowerCase()].slice(0, 40).join(""), kept);
      if (form) found.push({ typed: run.text, form, isGram: false });
      continue;
    }
    const letters = [...fold(run.text, kept)];
    if (letters.length < run.size) found.push({ typed: run.text, form: letters.join(""), isGram: false });
    for (let at = 0; at + run.size <= letters.length; at++) {
      const form = letters.slice(at, at + run.size).join("");
      found.push({ typed: form, form, isGram: true });
    }
  }
  return found;
}

const normal = (text, kept) => Array.from(runs(text), (run) => fold(run.text.toLowerCase(), kept)).join(" ");

function splitPhrases(query) {
  const parts = query.split(/["“”„«»「」『』]/u);
  return { text: parts.join(" "), phrases: parts.filter((_, place) => place % 2) };
}

/** The edits between two words, a swap of neighbours counting one; more than `limit` is not counted further. */
function slips(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before, last, row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i++) {
    [before, last, row] = [last, row, [i]];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
  }
  return row[b.length];
}

// ---- Files

const UTF8 = new TextDecoder();

async function unzip(bytes) {
  // Some hosts undo the compression on the way.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

class Reader {
  constructor(bytes, at = 0) { this.bytes = bytes; this.at = at; }
  number() {
    let number = 0, factor = 1, byte;
    do {
      if (this.at >= this.bytes.length) throw new Error("a file of the index ends early");
      byte = this.bytes[this.at++];
      number += (byte & 0x7f) * factor;
      factor *= 128;
    } while (byte & 0x80);
    return number;
  }
  /** A text written as what it shares with `before`, and the rest. */
  after(before) {
    const shared = this.number(), length = this.number();
    const text = new Uint8Array(shared + length);
    text.set(before.subarray(0, shared));
    text.set(this.bytes.subarray(this.at, this.at + length), shared);
    this.at += length;
    return text;
  }
  postings(count) {
    const pages = new Uint32Array(count), impacts = new Uint8Array(count);
    for (let place = 0, next = 0; place < count; place++) {
      const number = this.number();
      pages[place] = next + Math.floor(number / 16);
      impacts[place] = number & 15;
      next = pages[place] + 1;
    }
    return { pages, impacts };
  }
}

const lower = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const turned = (form) => [...form].reverse().join("");

/** The index of one language. `get(name)` resolves to the bytes of a file. */
export class Index {
  constructor(get) { this.get = get; this.files = new Map(); }

  /** What a file says, read once. */
  file(name, read) {
    if (!this.files.has(name)) {
      const file = this.get(name).then(unzip).then(read);
      file.catch(() => this.files.delete(name));
      this.files.set(name, file);
    }
    return this.files.get(name);
  }

  meta() {
    return this.file("meta.idx", (bytes) => {
      const meta = JSON.parse(UTF8.decode(bytes));
      if (meta.version !== VERSION) throw new Error("the index has another version than this script");
      for (const sort of ["by_start", "by_ending", "postings"]) if (meta[sort]) meta[sort].starts = meta[sort].starts.split(" ");
      return meta;
    });
  }

  /** The place of the file that would have `key`. */
  static place(shards, key) {
    let low = 0, high = shards.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (shards.starts[middle] <= key) low = middle; else high = middle - 1;
    }
    return low;
  }

  name(letter, names, place) {
    const digits = names.slice(place * DIGITS, (place + 1) * DIGITS);
    return digits.length === DIGITS && digits[0] !== "." ? `${letter}-${digits}.idx` : undefined;
  }

  /** The part of a dictionary at `place`: its keys in order, with the stem and the class of each form. */
  dictionary(letter, shards, place) {
    const name = this.name(letter, shards.names, place);
    if (!name) return Promise.resolve({ keys: [], entries: new Map() });
    return this.file(name, (bytes) => {
      const [forms, stems, classes] = JSON.parse(UTF8.decode(bytes));
      const keys = [], entries = new Map();
      const cuts = stems.split(" ");
      let key = "";
      for (const [at, coded] of forms.split(" ").entries()) {
        key = key.slice(0, parseInt(coded[0], 36)) + coded.slice(1);
        const form = letter === "e" ? turned(key) : key;
        const stem = form.slice(0, form.length - parseInt(cuts[at][0], 36)) + cuts[at].slice(1);
        keys.push(key);
        entries.set(key, { form, stem, frequency: parseInt(classes[at], 36) });
      }
      return { keys, entries };
    });
  }

  async entry(form) {
    const { by_start: shards } = await this.meta();
    return (await this.dictionary("d", shards, Index.place(shards, form))).entries.get(form);
  }

  /** The entries whose key starts with `start`. */
  async starting(letter, shards, start, most = Infinity) {
    const first = Index.place(shards, start);
    let last = first;
    while (last + 1 < shards.starts.length && last + 1 < first + most && shards.starts[last + 1].slice(0, start.length) <= start) last++;
    const parts = [];
    for (let place = first; place <= last; place++) parts.push(this.dictionary(letter, shards, place));
    const found = [];
    for (const { keys, entries } of await Promise.all(parts)) {
      for (const key of keys) if (key.startsWith(start)) found.push(entries.get(key));
    }
    return found;
  }

  /** The most frequent forms that start with `start` and are longer. */
  async frequent(start, most) {
    const { by_start: shards } = await this.meta();
    const found = await this.starting("d", shards, start, MOST_SHARDS);
    return found.filter(({ form }) => form !== start)
      .sort((a, b) => b.frequency - a.frequency || lower(a.form, b.form)).slice(0, most);
  }

  /** The words that were probably meant by one that does not occur. */
  async nearest(form) {
    const letters = [...form], count = letters.length;
    const limit = count < 4 ? 0 : count < 8 ? 1 : 2;
    if (!limit) return [];
    const intact = count < 7 ? 2 : 3;
    const meta = await this.meta();
    const swapped = letters[0] + letters[2] + letters[1] + letters[3];
    const parts = await Promise.all([
      this.starting("d", meta.by_start, letters.slice(0, intact).join("")),
      this.starting("e", meta.by_ending, letters.slice(-intact).reverse().join("")),
      count === 4 ? this.entry(swapped).then((entry) => (entry ? [entry] : [])) : [],
    ]);
    const near = new Map();
    for (const entry of parts.flat()) {
      if (near.has(entry.form)) continue;
      const other = [...entry.form];
      const distance = slips(letters, other, limit);
      if (distance <= limit) near.set(entry.form, { ...entry, slips: distance, isOther: other[0] !== letters[0] });
    }
    const found = [...near.values()].sort((a, b) =>
      a.slips - b.slips || a.isOther - b.isOther || b.frequency - a.frequency || lower(a.form, b.form));
    if (found.length) return found.slice(0, MOST_NEAR);
    for (let length = count - 1; length >= Math.max(Math.ceil((count * 3) / 5), 3); length--) {
      const alike = await this.frequent(letters.slice(0, length).join(""), MOST_NEAR);
      if (alike.length) return alike.map((entry) => ({ ...entry, slips: 3 }));
    }
    return [];
  }

  /** The forms of a stem, each with its pages; lists in files of their own are not read yet. */
  async group(stem) {
    const { postings: shards } = await this.meta();
    const name = this.name("p", shards.names, Index.place(shards, stem));
    if (!name) return undefined;
    const { bytes, places } = await this.file(name, (bytes) => {
      const reader = new Reader(bytes), places = new Map();
      let before = new Uint8Array();
      while (reader.at < bytes.length) {
        before = reader.after(before);
        const length = reader.number();
        places.set(UTF8.decode(before), reader.at);
        reader.at += length;
      }
      return { bytes, places };
    });
    if (!places.has(stem)) return undefined;
    const reader = new Reader(bytes, places.get(stem));
    const stemBytes = new TextEncoder().encode(stem);
    const group = { found: reader.number(), forms: [] };
    for (let left = reader.number(); left > 0; left--) {
      const form = UTF8.decode(reader.after(stemBytes));
      const count = reader.number();
      if (count % 2 === 0) {
        group.forms.push({ form, lists: [reader.postings(count / 2)] });
        continue;
      }
      const parts = [];
      let rest = (count - 1) / 2;
      for (let left = reader.number(); left > 0; left--) {
        const digits = UTF8.decode(reader.bytes.subarray(reader.at, reader.at + DIGITS));
        const size = Math.min(rest, LONG);
        parts.push(() => this.file(`l-${digits}.idx`, (bytes) => new Reader(bytes).postings(size)));
        reader.at += DIGITS;
        rest -= size;
      }
      group.forms.push({ form, lists: [], parts });
    }
    return group;
  }

  async pages(ids) {
    const { pages, bundle } = await this.meta();
    return Promise.all(ids.map(async (id) => {
      const name = this.name("t", pages, Math.floor(id / bundle));
      const found = name && await this.file(name, (bytes) => new Map(JSON.parse(UTF8.decode(bytes))));
      if (!found?.has(id)) throw new Error("a page of the index is missing");
      return found.get(id);
    }));
  }

  async lookUp(word, isLast) {
    const [own, longer] = await Promise.all([
      this.entry(word.form),
      isLast && !word.isGram ? this.frequent(word.form, MOST_PREFIXES) : [],
    ]);
    let variants = own ? [{ ...own, weight: 1 }] : [];
    variants.push(...longer.map((entry) => ({ ...entry, weight: PREFIX })));
    let replaced;
    if (!variants.length) {
      const near = word.isGram ? [] : await this.nearest(word.form);
      replaced = { typed: word.typed, by: near.map(({ form }) => form) };
      variants = near.map((entry) => ({ ...entry, weight: SLIP ** entry.slips }));
    }
    const groups = await Promise.all(variants.map(({ stem }) => this.group(stem)));
    variants.forEach((variant, place) => { variant.group = groups[place]; });
    const { count } = await this.meta();
    const sum = own ? variants[0].group?.found ?? 0 : variants.reduce((sum, { group }) => sum + (group?.found ?? 0), 0);
    const found = Math.min(sum, count);
    return {
      variants: variants.filter(({ group }) => group),
      rarity: Math.log(1 + (count - found + 0.5) / (found + 0.5)),
      isCommon: sum >= LONG && sum > Math.floor(count / 4),
      replaced,
    };
  }

  /** Scores by page. `marks` takes the forms that were looked for, by the place of their word. */
  async evaluate(query, replaced, marks) {
    const { end } = await this.meta();
    const scores = new Float64Array(end), coverage = new Float64Array(end), best = new Float64Array(end);
    let looked = await Promise.all(query.map((word, place) => this.lookUp(word, place + 1 === query.length)));
    for (const word of looked) if (word.replaced) replaced.push(word.replaced);
    looked.forEach((word, place) => {
      for (const { group } of word.variants) for (const { form } of group.forms) marks.set(form, place);
    });
    looked = looked.filter((word) => word.variants.length);
    if (looked.some((word) => !word.isCommon)) looked = looked.filter((word) => !word.isCommon);
    const isAlone = looked.length === 1;
    const needed = looked.reduce((sum, word) => sum + word.rarity, 0);
    const missing = new Float64Array(end).fill(1);
    for (const word of looked) {
      const touched = [];
      for (const { group, form: wanted, weight } of word.variants) {
        const seen = [];
        for (const form of group.forms) {
          // The pages that a very frequent word says most about are enough when nothing else is asked for.
          const parts = form.parts?.slice(0, isAlone && word.isCommon ? 1 : undefined) ?? [];
          const factor = form.form === wanted ? 1 : SIBLING;
          for (const { pages, impacts } of [...form.lists, ...await Promise.all(parts.map((part) => part()))]) {
            for (let at = 0; at < pages.length; at++) {
              const page = pages[at];
              if (missing[page] === 1) seen.push(page);
              missing[page] *= 1 - factor * ((impacts[at] + 0.5) / 16);
            }
          }
        }
        for (const page of seen) {
          const value = weight * word.rarity * (1 - missing[page]);
          missing[page] = 1;
          if (best[page] === 0) touched.push(page);
          if (value > best[page]) best[page] = value;
        }
      }
      for (const page of touched) {
        scores[page] += best[page];
        coverage[page] += word.rarity;
        best[page] = 0;
      }
    }
    for (let page = 0; page < end; page++) {
      coverage[page] /= needed || 1;
      scores[page] *= coverage[page] ** 2;
    }
    return { scores, coverage };
  }

  async withSynonyms(query) {
    const { synonyms } = await this.meta();
    const queries = [];
    for (const terms of synonyms) {
      for (const term of terms) {
        if (!term.length) continue;
        const place = query.findIndex((_, start) => term.every((form, at) => query[start + at]?.form === form));
        if (place < 0) continue;
        for (const other of terms) {
          if (other === term) continue;
          const words = other.map((form) => ({ typed: form, form, isGram: false }));
          queries.push([...query.slice(0, place), ...words, ...query.slice(place + term.length)]);
        }
      }
    }
    return queries.slice(0, 8);
  }

  /** The values of a facet, each with its pages. */
  async values(facet) {
    const { facets } = await this.meta();
    const summary = facets.find(([name]) => name === facet);
    if (!summary) return [];
    const lists = await this.file(`f-${summary[1]}.idx`, (bytes) => {
      const reader = new Reader(bytes);
      return summary[2].map(() => {
        const list = [];
        for (let left = reader.number(), next = 0; left > 0; left--) next = list[list.push(next + reader.number()) - 1] + 1;
        return list;
      });
    });
    return summary[2].map(([id], place) => [id, lists[place]]);
  }

  /** For each facet with a choice, the pages that have one of the values chosen. `filters`: facet to ids. */
  async chosen(filters) {
    const chosen = new Map();
    for (const [facet, ids] of Object.entries(filters)) {
      if (!ids.length) continue;
      const values = await this.values(facet);
      chosen.set(facet, new Set(values.flatMap(([id, pages]) => (ids.includes(id) ? pages : []))));
    }
    return chosen;
  }

  /** How many pages each value of a facet would leave: those that `isFound` and that the choices in other facets let pass. */
  async count(facet, isFound, chosen) {
    const others = [...chosen].filter(([name]) => name !== facet).map(([, pages]) => pages);
    const left = (page) => isFound(page) && others.every((pages) => pages.has(page));
    return new Map((await this.values(facet)).map(([id, pages]) => [id, pages.filter(left).length]));
  }

  /** The best pages for a query; without words, pages that pass the filters, by title. */
  async search(query, filters = {}, most = 8) {
    const meta = await this.meta();
    if (meta.preview) return this.ask(meta.preview, query, filters, most);
    const { text, phrases: quoted } = splitPhrases(query);
    const phrases = quoted.map((phrase) => normal(phrase, meta.kept)).filter(Boolean);
    const typed = words(text, meta.kept).slice(0, MOST_WORDS);
    const chosen = await this.chosen(filters);
    const passes = (page) => [...chosen.values()].every((pages) => pages.has(page));
    if (!typed.length) return this.list(chosen, passes, meta, most);
    const replaced = [], marks = new Map();
    const { scores, coverage } = await this.evaluate(typed, replaced, marks);
    for (const other of await this.withSynonyms(typed)) {
      const more = await this.evaluate(other, [], marks);
      for (let page = 0; page < scores.length; page++) {
        if (more.scores[page] * SYNONYM > scores[page]) {
          scores[page] = more.scores[page] * SYNONYM;
          coverage[page] = more.coverage[page];
        }
      }
    }
    const least = coverage.reduce((a, b) => Math.max(a, b), 0) * LEAST_COVERAGE;
    const isFound = (id) => scores[id] > 0 && coverage[id] >= least;
    const wanted = Math.max(most, LOOKED_AT, phrases.length ? MOST_VERIFIED : 0);
    let count = (facet) => this.count(facet, isFound, chosen);
    let found = [], total = 0;
    for (let id = 0; id < scores.length; id++) {
      if (!isFound(id) || !passes(id)) continue;
      total++;
      if (found.length === wanted && scores[id] <= found[wanted - 1].score) continue;
      let place = found.length;
      while (place > 0 && found[place - 1].score < scores[id]) place--;
      found.splice(place, 0, { id, score: scores[id] });
      if (found.length > wanted) found.pop();
    }
    if (phrases.length) {
      await this.read(found);
      found = found.filter(({ page }) => phrases.every((phrase) => this.has(page, phrase, meta.kept)));
      total = found.length;
      // What a phrase would find behind another choice was not looked at.
      const verified = new Set(found.map(({ id }) => id));
      count = async (facet) => (chosen.has(facet) ? undefined : this.count(facet, (id) => verified.has(id), chosen));
    }
    found = found.slice(0, Math.max(most, LOOKED_AT));
    await this.read(found);
    this.secondLook(found, normal(text, meta.kept), meta.kept);
    return { replaced, total, marks, hits: found.slice(0, most), count };
  }

  async read(found) {
    const pages = await this.pages(found.map(({ id }) => id));
    found.forEach((hit, place) => { hit.page = pages[place]; });
  }

  has(page, phrase, kept) {
    const texts = [page.title, page.summary, ...page.sections.flatMap(([, heading, text]) => [heading, text])];
    return texts.some((text) => normal(text, kept).includes(phrase));
  }

  /** Moves up the page whose title is the query, and pages where its words stand next to each other. */
  secondLook(found, query, kept) {
    const isSeveral = query.includes(" ") || ([...query].length > 2 && /[^\0-\x7f]/.test(query));
    const seen = found.splice(0, LOOKED_AT);
    for (const hit of seen) {
      if (normal(hit.page.title, kept) === query) hit.score *= IS_TITLE;
      else if (isSeveral && this.has(hit.page, query, kept)) hit.score *= ADJACENT;
    }
    seen.sort((a, b) => b.score - a.score);
    found.unshift(...seen);
  }

  async list(chosen, passes, meta, most) {
    const count = (facet) => this.count(facet, () => true, chosen);
    if (!chosen.size) return { replaced: [], total: 0, marks: new Map(), hits: [], count };
    const ids = Array.from({ length: meta.end }, (_, id) => id).filter(passes);
    const found = ids.slice(0, Math.max(most, 48)).map((id) => ({ id, score: 0 }));
    await this.read(found);
    const order = new Intl.Collator(meta.lang);
    found.sort((a, b) => order.compare(a.page.title, b.page.title));
    return { replaced: [], total: ids.length, marks: new Map(), hits: found.slice(0, most), count };
  }

  /** While the site is being written, the preview answers instead of files. */
  async ask(address, query, filters, most) {
    const parameters = new URLSearchParams({ q: query, most: String(most) });
    for (const [facet, ids] of Object.entries(filters)) for (const id of ids) parameters.append(facet, id);
    const answer = JSON.parse(UTF8.decode(await this.get(`${address}${address.includes("?") ? "&" : "?"}${parameters}`)));
    const count = async (facet) => answer.counts[facet] && new Map(Object.entries(answer.counts[facet]));
    return { ...answer, marks: new Map(answer.marks), hits: answer.hits.map((page) => ({ page })), count };
  }
}

// ---- What is shown of a page

/** The places in a text that were asked for: start, end, and which word. */
function matches(text, marks, kept) {
  const found = [];
  for (const run of runs(text)) {
    if (!run.size) {
      const place = marks.get(fold(run.text.toLowerCase(), kept));
      if (place !== undefined) found.push({ start: run.at, end: run.at + run.text.length, place });
      continue;
    }
    const letters = [...run.text];
    let at = run.at;
    for (let first = 0; first < letters.length; first++) {
      const gram = letters.slice(first, first + run.size).join("");
      const place = marks.get(fold(gram, kept));
      if (place !== undefined) {
        const last = found.at(-1);
        if (last && last.end >= at) last.end = at + gram.length;
        else found.push({ start: at, end: at + gram.length, place });
      }
      at += letters[first].length;
    }
  }
  return found;
}

/** The section that says most about the query, and the stretch of it to show. */
export function excerpt(page, marks, kept = "", length = 170) {
  let best = { value: 0 };
  for (const [anchor, heading, text] of page.sections) {
    const inHeading = new Set(matches(heading, marks, kept).map(({ place }) => place));
    const found = matches(text, marks, kept);
    let window = { value: 0, from: 0, to: 0 };
    for (let first = 0; first < found.length; first++) {
      const places = new Set();
      let last = first;
      while (last < found.length && found[last].end - found[first].start <= length) places.add(found[last++].place);
      if (places.size > window.value) window = { value: places.size, from: first, to: last };
    }
    const value = window.value + 1.5 * inHeading.size + (anchor ? 0 : 0.1);
    if ((window.value || inHeading.size) && value > best.value) best = { value, anchor, heading, text, found, window, inHeading };
  }
  if (!best.value) return { text: page.summary || page.sections.find(([, , text]) => text)?.[2].slice(0, length) || "", marks: [] };
  const inTitle = new Set(matches(page.title, marks, kept).map(({ place }) => place));
  const anchor = best.anchor && best.value > inTitle.size ? best.anchor : undefined;
  const { found, window, text } = best;
  const first = found[window.from]?.start ?? 0, last = found[window.to - 1]?.end ?? 0;
  let start = Math.max(0, first - Math.floor((length - (last - first)) / 2));
  let end = Math.min(text.length, start + length);
  // Not in the middle of a word, where there are words.
  if (start > 0) { const space = text.indexOf(" ", start); if (space >= 0 && space < first) start = space + 1; }
  if (end < text.length) { const space = text.lastIndexOf(" ", end); if (space > last) end = space; }
  if (/[\udc00-\udfff]/.test(text[start] ?? "")) start++;
  if (/[\udc00-\udfff]/.test(text[end] ?? "")) end++;
  return {
    anchor,
    heading: best.heading,
    text: (start > 0 ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : ""),
    marks: found.filter((match) => match.start >= start && match.end <= end)
      .map((match) => [match.start - start + (start > 0 ? 2 : 0), match.end - start + (start > 0 ? 2 : 0)]),
  };
}

// ---- What a reader sees

/** An element with properties, attributes (in `$`) and children; texts are text nodes, never markup. */
function make(tag, { $ = {}, ...properties } = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  for (const [name, value] of Object.entries($)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== undefined && child !== ""));
  return element;
}

function marked({ text, marks }) {
  const parts = [];
  let at = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}

async function fetchBytes(address, isFresh) {
  const response = await fetch(address, isFresh ? { cache: "no-cache" } : {});
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

const openIndex = (folder) => new Index((name) =>
  fetchBytes(new URL(name, new URL(folder, document.baseURI)), !name.endsWith(".idx") || name === "meta.idx"));

/** What is offered as chips at once, in this order; other kinds and all other facets wait behind a disclosure. */
const CHIPS = "kind";
const MAIN_KINDS = ["journey", "principle", "article", "finding", "example", "persona", "event", "term"];
let ids = 0;

class Panel {
  /** `isPage`: results as headings on a page of their own, instead of options in a dialog. */
  constructor(reader, isPage) {
    this.reader = reader;
    this.isPage = isPage;
    this.id = `search-${++ids}`;
    this.most = isPage ? 20 : 8;
    this.filters = Object.create(null);
    this.also = false;
    this.turn = 0;
    const { say } = reader;
    this.input = make("input", {
      type: "search", name: "q", autocomplete: "off", spellcheck: false, enterKeyHint: "search",
      $: {
        "aria-label": say("label"), autocapitalize: "off",
        ...(isPage ? {} : { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${this.id}-results` }),
      },
    });
    this.chips = make("div", { className: "search-chips", hidden: true, $: { role: "group", "aria-label": say("facet-kind") } });
    this.facets = make("details", { className: "search-filters", hidden: true }, make("summary", {}, say("filters")));
    this.facets.addEventListener("toggle", () => { if (this.facets.open) this.recount(); });
    this.offered = [];
    this.notes = make("div", { className: "search-notes" });
    this.status = make("p", { className: "search-status", $: { role: "status" } }, say("hint"));
    this.results = make("div", {
      className: "search-groups", id: `${this.id}-results`,
      $: isPage ? {} : { role: "listbox", "aria-label": say("results") }, hidden: !isPage,
    });
    this.more = make(isPage ? "button" : "a", { className: "search-more", hidden: true }, say(isPage ? "more" : "all-results"));
    if (isPage) {
      this.more.type = "button";
      this.more.addEventListener("click", () => { this.most += 20; this.search(); });
    }
    this.form = make("form", { action: reader.action, $: { role: "search" } },
      make("div", { className: "search-bar" }, this.input,
        ...(isPage ? [] : [make("button", { type: "button", className: "search-close", $: { "aria-label": say("close") } }, "×")])));
    this.body = make("div", { className: "search-body" }, this.chips, this.facets, this.status, this.notes, this.results, this.more);
    this.listen();
  }

  listen() {
    const changed = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => { this.most = this.isPage ? 20 : 8; this.search(); }, 60);
    };
    this.input.addEventListener("compositionstart", () => { this.isComposing = true; });
    this.input.addEventListener("compositionend", () => { this.isComposing = false; changed(); });
    this.input.addEventListener("input", (event) => {
      this.isComposing = event.isComposing;
      if (!this.isComposing) changed();
    });
    this.form.addEventListener("submit", (event) => {
      if (this.isPage) { event.preventDefault(); clearTimeout(this.timer); this.search(); }
    });
    if (this.isPage) return;
    this.input.addEventListener("keydown", (event) => {
      if (event.isComposing || event.keyCode === 229) return;
      const options = [...this.results.querySelectorAll("[role=option]")];
      const place = options.indexOf(this.active);
      const goes = {
        ArrowDown: () => (place + 1) % options.length,
        ArrowUp: () => (place < 0 ? 0 : place) + options.length - 1,
        Home: () => (place < 0 ? undefined : 0),
        End: () => (place < 0 ? undefined : options.length - 1),
      }[event.key];
      if (goes && options.length) {
        const next = goes();
        if (next === undefined) return;
        event.preventDefault();
        this.choose(options[next % options.length]);
      } else if (event.key === "Enter" && this.active) {
        event.preventDefault();
        if (event.ctrlKey || event.metaKey) window.open(this.active.href, "_blank", "noopener");
        else this.active.click();
      }
    });
  }

  choose(option) {
    this.active?.setAttribute("aria-selected", "false");
    this.active = option;
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  /** Offers what there is to filter by, before anything is typed. */
  async offer() {
    if (this.isOffered) return;
    let meta;
    try { meta = await this.reader.index.meta(); } catch { return; }
    if (this.isOffered) return;
    this.isOffered = true;
    const { say } = this.reader;
    const fill = (group, facet, values) => {
      for (const [id, label, count] of values) {
        const isKind = facet === CHIPS;
        const shown = make("span", { className: "search-number" }, this.reader.number(count));
        const chip = make("button", {
          type: "button", className: isKind ? `search-chip kind-${id}` : "search-chip",
          $: { "aria-pressed": String(this.filters[facet]?.includes(id) ?? false) },
        }, make("span", {}, isKind ? say(`kind-${id}`) : label), " ", shown);
        this.offered.push({ facet, id, chip, shown, count });
        chip.addEventListener("click", () => {
          const chosen = this.filters[facet] ?? [];
          const isNowOn = !chosen.includes(id);
          this.filters[facet] = isNowOn ? [...chosen, id] : chosen.filter((other) => other !== id);
          chip.setAttribute("aria-pressed", String(isNowOn));
          this.search();
        });
        group.append(chip);
      }
    };
    for (const [facet, , values] of meta.facets) {
      let rest = values;
      if (facet === CHIPS) {
        fill(this.chips, facet, MAIN_KINDS.flatMap((kind) => values.filter(([id]) => id === kind)));
        rest = values.filter(([id]) => !MAIN_KINDS.includes(id));
      }
      if (!rest.length) continue;
      const name = `${this.id}-${facet}`;
      const group = make("div", { className: "search-facet", $: { role: "group", "aria-labelledby": name } },
        make("span", { className: "search-facet-name", id: name }, say(`facet-${facet}`)));
      fill(group, facet, rest);
      this.facets.append(group);
      if (rest.some(([id]) => this.filters[facet]?.includes(id))) this.facets.open = true;
    }
    const { other } = this.reader;
    if (other) {
      const also = make("button", { type: "button", className: "search-chip", $: { "aria-pressed": "false" } }, say("also", { l: other.name }));
      also.addEventListener("click", () => {
        this.also = !this.also;
        also.setAttribute("aria-pressed", String(this.also));
        this.search();
      });
      this.facets.append(make("div", { className: "search-facet" }, also));
    }
    this.chips.hidden = !this.chips.childElementCount;
    this.facets.hidden = this.facets.childElementCount < 2;
  }

  /**
   * Makes the filters follow what was found: each says how many pages it would leave, and one that would leave none is
   * not offered. `count` tells for a facet, and is kept for when the other filters are opened; without it, they show
   * what the whole site has.
   */
  async recount(count = this.count) {
    this.count = count;
    const turn = this.turn;
    for (const facet of new Set(this.offered.map((one) => one.facet))) {
      if (count && facet !== CHIPS && !this.facets.open) continue;
      // Numbers are a help: without their file the results still stand.
      const counts = await count?.(facet).catch(() => undefined);
      if (turn !== this.turn) return;
      for (const { id, chip, shown, count: all } of this.offered.filter((one) => one.facet === facet)) {
        const left = count ? counts && (counts.get(id) ?? 0) : all;
        const isOn = chip.getAttribute("aria-pressed") === "true";
        shown.textContent = left === undefined ? "" : this.reader.number(left);
        chip.hidden = left === 0 && !isOn && chip !== document.activeElement;
      }
    }
    for (const group of this.facets.querySelectorAll(".search-facet")) group.hidden = !group.querySelector("button:not([hidden])");
  }

  async search() {
    // Half a character is no question yet.
    if (this.isComposing) return;
    const turn = ++this.turn;
    const query = this.input.value;
    const isFiltered = Object.values(this.filters).some((ids) => ids.length);
    this.remember(query);
    if (!query.trim() && !isFiltered) {
      this.count = undefined;
      this.recount();
      return this.clear(this.reader.say("hint"));
    }
    const slow = setTimeout(() => { if (turn === this.turn) this.status.textContent = this.reader.say("loading"); }, 400);
    try {
      const answers = [await this.reader.find(query, this.filters, this.most)];
      if (this.also) answers.push(await this.reader.findOther(query, this.most));
      if (turn === this.turn) {
        this.show(query, answers);
        this.recount(answers[0].count);
      }
    } catch (error) {
      if (turn === this.turn) this.fail(error);
    } finally {
      clearTimeout(slow);
    }
  }

  remember(query) {
    const parameters = new URLSearchParams();
    if (query) parameters.set("q", query);
    for (const [facet, ids] of Object.entries(this.filters)) for (const id of ids) parameters.append(facet, id);
    const text = parameters.toString();
    if (this.isPage) history.replaceState(history.state, "", text ? `?${text}` : location.pathname);
    else this.more.href = `${this.reader.action}?${text}`;
  }

  clear(message) {
    this.choose(undefined);
    this.results.replaceChildren();
    this.notes.replaceChildren();
    this.more.hidden = true;
    if (!this.isPage) {
      this.results.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
    }
    this.announce(message);
  }

  /** Says a thing once, when the reader has stopped typing. */
  announce(message) {
    clearTimeout(this.saying);
    this.saying = setTimeout(() => { if (this.status.textContent !== message) this.status.textContent = message; }, 250);
  }

  fail(error) {
    console.error(error);
    this.clear("");
    const again = make("button", { type: "button", className: "search-chip" }, this.reader.say("retry"));
    again.addEventListener("click", () => { this.reader.reset(); this.offer(); this.search(); });
    this.notes.replaceChildren(make("p", { className: "search-failed", $: { role: "alert" } }, this.reader.say("failed")), again);
  }

  show(query, answers) {
    const { say, number } = this.reader;
    this.clear("");
    const [{ replaced }] = answers;
    for (const { typed, by } of replaced) {
      const words = by.slice(0, 3).join(", ");
      this.notes.append(make("p", {}, by.length ? say("instead", { q: typed, b: words }) : say("unknown", { q: typed })));
    }
    const groups = new Map();
    let total = 0, shown = 0;
    answers.forEach((answer, place) => {
      total += answer.total;
      shown += answer.hits.length;
      for (const hit of answer.hits) {
        const { page } = hit;
        if (!groups.has(page.kind)) groups.set(page.kind, []);
        groups.get(page.kind).push({ ...hit, ...answer, lang: place ? this.reader.other.lang : this.reader.lang, isOther: place > 0 });
      }
    });
    for (const [kind, hits] of groups) {
      const title = `${this.id}-${kind}`;
      const named = make(this.isPage ? "h2" : "div", { className: "search-group-title", id: title, $: this.isPage ? {} : { role: "presentation" } }, say(`kind-${kind}`));
      const items = hits.map((hit) => this.item(hit));
      this.results.append(this.isPage
        ? make("section", { className: "search-group", $: { "aria-labelledby": title } }, named, make("ol", {}, ...items.map((item) => make("li", {}, item))))
        : make("div", { className: "search-group", $: { role: "group", "aria-labelledby": title } }, named, ...items));
    }
    if (!total) this.notes.append(make("p", {}, say("none-help")));
    if (!this.isPage) {
      this.results.hidden = !shown;
      this.input.setAttribute("aria-expanded", String(shown > 0));
    }
    this.more.hidden = shown >= total;
    this.announce(total ? say("count", { n: number(total) }) : say("none", { q: query }));
  }

  item({ page, marks, lang, isOther }) {
    const found = excerpt(page, marks, this.reader.kept);
    const address = this.reader.root + page.url + (found.anchor ? `#${encodeURIComponent(found.anchor)}` : "");
    const path = [...page.path, ...(found.anchor && found.heading ? [found.heading] : [])].join(" › ");
    const title = marked({ text: page.title, marks: matches(page.title, marks, this.reader.kept).map(({ start, end }) => [start, end]) });
    const language = isOther ? make("span", { className: "search-language" }, this.reader.other.name) : undefined;
    const $ = isOther ? { lang, dir: "auto" } : {};
    const rest = [
      path && make("span", { className: "search-path" }, path),
      found.text && make("span", { className: "search-excerpt" }, ...marked(found)),
    ];
    if (this.isPage) {
      return make("article", { className: `search-hit kind-${page.kind}`, $ },
        make("h3", { className: "search-title" }, make("a", { href: address }, ...title)), language, ...rest);
    }
    return make("a", {
      className: `search-hit kind-${page.kind}`, href: address, tabIndex: -1, id: `${this.id}-hit-${++ids}`,
      $: { role: "option", "aria-selected": "false", ...$ },
    }, make("span", { className: "search-title" }, ...title), language, ...rest);
  }
}

class SearchReader {
  constructor({ root, lang, style, action }, strings) {
    this.root = root;
    this.lang = lang;
    this.action = action ?? `${root}${lang}/search/`;
    this.strings = new Map(Object.entries(strings));
    const also = [...document.querySelectorAll("header a[hreflang]")].find((link) => link.hreflang !== lang && (!link.lang || link.lang === link.hreflang));
    if (also) this.other = { lang: also.hreflang, name: also.textContent.trim() };
    this.say = (key, values = {}) => {
      const text = this.strings.get(key);
      return typeof text === "string" ? text.replace(/%([a-z])/g, (all, name) => values[name] ?? all) : key.replace(/^(kind|facet)-/, "");
    };
    const format = new Intl.NumberFormat(lang);
    this.number = (number) => format.format(number);
    this.styled = new Promise((resolve) => {
      const link = make("link", { rel: "stylesheet", href: style });
      link.addEventListener("load", resolve);
      link.addEventListener("error", resolve);
      document.head.append(link);
    });
    this.reset();
  }

  reset() {
    this.index = openIndex(`${this.root}search/${this.lang}/`);
    this.otherIndex = this.other && openIndex(`${this.root}search/${this.other.lang}/`);
    this.kept = "";
  }

  /** Fetches what every search needs, and learns which letters the language keeps. */
  async warm() { this.kept = (await this.index.meta()).kept; }

  async find(query, filters, most) {
    try {
      await this.warm();
      return await this.index.search(query, filters, most);
    } catch (error) {
      // The site may have been published anew since the page was opened: ask once more for what there is.
      this.reset();
      await this.warm();
      return this.index.search(query, filters, most).catch(() => { throw error; });
    }
  }

  async findOther(query, most) {
    const answer = await this.otherIndex.search(query, {}, most);
    return { ...answer, replaced: [] };
  }

  async open(field) {
    if (this.dialog?.open) return;
    if (!this.dialog) {
      this.panel = new Panel(this, false);
      const { panel } = this;
      this.dialog = make("dialog", { className: "search-dialog", $: { "aria-label": this.say("label") } },
        panel.form, panel.body, make("p", { className: "search-foot" }, this.say("keys")));
      // Some browsers would only empty the field.
      panel.input.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || event.isComposing) return;
        event.preventDefault();
        this.dialog.close();
      });
      panel.form.querySelector(".search-close").addEventListener("click", () => this.dialog.close());
      this.dialog.addEventListener("click", (event) => { if (event.target === this.dialog) this.dialog.close(); });
      // Within a page, following a result only moves.
      panel.results.addEventListener("click", (event) => { if (event.target.closest("a")) this.dialog.close(); });
      document.body.append(this.dialog);
    }
    const { panel } = this;
    await this.styled;
    if (this.dialog.open) return;
    panel.input.value = field?.value || panel.input.value;
    this.dialog.showModal();
    panel.input.focus();
    if (field?.value) panel.input.setSelectionRange(panel.input.value.length, panel.input.value.length);
    else panel.input.select();
    this.dialog.addEventListener("close", () => {
      if (field) { field.value = ""; field.focus(); }
    }, { once: true });
    await panel.offer();
    panel.search();
  }

  /** Fills the search page from its address. */
  async fill(place) {
    const panel = new Panel(this, true);
    const parameters = new URLSearchParams(location.search);
    for (const [name, value] of parameters) {
      if (name === "q") panel.input.value = value;
      else (panel.filters[name] ??= []).push(value);
    }
    await this.styled;
    place.replaceChildren(panel.form, panel.body);
    await panel.offer();
    panel.search();
  }
}

/** What `search.js` opens. */
export async function reader(options) {
  const block = document.getElementById("search-strings");
  const text = options.strings ? UTF8.decode(await fetchBytes(options.strings)) : block?.textContent ?? "{}";
  return new SearchReader(options, JSON.parse(text));
}
