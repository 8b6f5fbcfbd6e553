#!/usr/bin/env python3
"""Writes one multilingual knowledge base of any size twice: as cxbook wants it and as Hugo wants it.

    corpus.py --articles 2500 --languages en,fr,de,es --out FOLDER
    corpus.py --articles 10000 --languages en,fr,de,es,it,pt,nl,pl,sv,da --only cxbook --out FOLDER

Both get the same prose; the first language is the source. An article has about 650 words over a vocabulary of 30,000 with the frequencies of natural
language (Zipf-Mandelbrot), four sections, lists, a table, a quotation and six links to other articles; tags, a category
and a date; translations have the parts of their source, as translations do. Hugo gets templates that do the work ours
do: navigation, language links, contents, related pages, lists.

Equal arguments give equal bytes. Standard library only.
"""

import argparse
import bisect
import datetime
import itertools
import json
import random
import re
from pathlib import Path

VOCABULARY = 30_000
LANGUAGE_NAMES = {
    "en": "English",
    "fr": "Français",
    "de": "Deutsch",
    "es": "Español",
    "it": "Italiano",
    "pt": "Português",
    "nl": "Nederlands",
    "pl": "Polski",
    "sv": "Svenska",
    "da": "Dansk",
}
FREQUENT = {
    "en": "the of and to a in is that for it with as on be this are by at from or not which you we they will our each when more all must customer journey promise service",
    "fr": "de la le et les des en un une du est que pour dans qui par sur au avec ne se pas plus ce il ou sont aux cette nous vous leur tout client parcours promesse service",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie Kunde Reise Versprechen Dienst",
    "es": "de la que el en y a los del se las por un para con no una su al lo como más pero sus le o este sí porque cliente viaje promesa servicio",
    "it": "di e il la che in un per non una del con sono le da si al dei come più anche ma alla questo nel gli ha lo cliente viaggio promessa servizio",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das seu sua cliente viagem promessa serviço",
    "nl": "de van een het en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog naar uit door over klant reis belofte dienst",
    "pl": "w i na z się nie do to że jest o jak od za po ale dla przez tak przed już tylko lub może klient podróż obietnica usługa",
    "sv": "och i att det som en på är av för med till den har de inte om ett men var sig så från vi kan kund resa löfte tjänst",
    "da": "og i at det som en på er af for med til den har de ikke om et men var sig så fra vi kan kunde rejse løfte tjeneste",
}
SYLLABLES = "an er in re on at en es or is te al ar st nt le se ve me ne de ro ti ri co ca ra li la ta ma pe so be fi di mo su th pr tr cl gr".split()
ENDINGS = {
    "en": ["", "", "s", "ed", "ing", "ion", "ment", "ly"],
    "fr": ["", "", "s", "e", "es", "er", "ment", "tion"],
    "de": ["", "", "en", "er", "ung", "lich", "keit", "t"],
    "es": ["", "", "s", "o", "a", "ar", "ción", "mente"],
    "it": ["", "", "i", "o", "a", "are", "zione", "mente"],
    "pt": ["", "", "s", "o", "a", "ar", "ção", "mente"],
    "nl": ["", "", "en", "e", "ing", "lijk", "heid", "t"],
    "pl": ["", "", "y", "a", "ów", "ać", "anie", "owy"],
    "sv": ["", "", "en", "ar", "ning", "lig", "het", "t"],
    "da": ["", "", "en", "er", "ning", "lig", "hed", "t"],
}
TAGS = "onboarding billing renewal returns delivery chat phone email store community training quality empathy churn loyalty personas research surveys privacy consent outage refund handover routing staffing voice reviews partners warranty repair upgrade pricing trials feedback recovery promises".split()
CATEGORIES = "guide reference policy checklist case-study template metric playbook".split()


class Prose:
    """Words of one language in natural frequencies."""

    def __init__(self, language, seed):
        numbers = random.Random(f"{seed}/{language}")
        words, seen = FREQUENT[language].split(), set()
        while len(words) < VOCABULARY:
            word = "".join(numbers.choice(SYLLABLES) for _ in range(numbers.randint(1, 4))) + numbers.choice(ENDINGS[language])
            if 2 < len(word) < 19 and word not in seen:
                seen.add(word)
                words.append(word)
        self.words = words
        self.sums = list(itertools.accumulate(1 / (rank + 2.7) ** 1.02 for rank in range(1, VOCABULARY + 1)))

    def take(self, numbers, count):
        total = self.sums[-1]
        return [self.words[min(bisect.bisect_left(self.sums, numbers.random() * total), VOCABULARY - 1)] for _ in range(count)]

    def title(self, numbers, count):
        words = [word for word in self.take(numbers, count * 6) if len(word) > 3][:count] or ["Words"]
        text = " ".join(words)
        return text[0].upper() + text[1:]

    def paragraph(self, numbers, count, links=()):
        words = self.take(numbers, count)
        for link in links:
            place = numbers.randrange(3, count - 5)
            words[place] = f"[{words[place]}](@{link})"
        words[numbers.randrange(2, count - 2)] += " **" + words[0] + "**"
        sentences = []
        while words:
            length = numbers.randrange(8, 19)
            sentence, words = words[:length], words[length:]
            text = " ".join(sentence)
            sentences.append(text[0].upper() + text[1:] + ".")
        return " ".join(sentences)


def body(prose, numbers, parts, links):
    lines = [prose.paragraph(numbers, 60, links[:2]), ""]
    for section, count in enumerate(parts):
        lines += ["## " + prose.title(numbers, 4), "", prose.paragraph(numbers, 50, links[2 + section : 3 + section]), ""]
        if section == 0:
            lines += ["- " + " ".join(prose.take(numbers, 8)) for _ in range(5)] + [""]
        if section == 1:
            lines += ["| " + " | ".join(prose.title(numbers, 1) for _ in range(4)) + " |", "|---|---|---|---|"]
            lines += ["| " + " | ".join(" ".join(prose.take(numbers, 2)) for _ in range(4)) + " |" for _ in range(5)] + [""]
        if section == 2:
            lines += [f"{number}. " + " ".join(prose.take(numbers, 8)) for number in range(1, 6)] + [""]
        if section == 3:
            lines += ["> " + prose.paragraph(numbers, 25), ""]
        for _ in range(count):
            lines += ["### " + prose.title(numbers, 3), "", prose.paragraph(numbers, 45), ""]
    return "\n".join(lines)


def articles(count, languages, seed):
    numbers = random.Random(f"{seed}/articles")
    proses = {language: Prose(language, seed) for language in languages}
    for index in range(count):
        date = datetime.date(2021, 1, 1) + datetime.timedelta(days=numbers.randrange(2000))
        links = [numbers.randrange(count) for _ in range(6)]
        tags = numbers.sample(TAGS, 3)
        parts = [numbers.randint(1, 2) for _ in range(4)]
        texts = {}
        for language, prose in proses.items():
            own = random.Random(f"{seed}/{index}/{language}")
            texts[language] = prose.title(own, own.randrange(4, 8)), " ".join(prose.take(own, 16)), body(prose, own, parts, links)
        yield f"article-{index:05d}", date.isoformat(), tags, numbers.choice(CATEGORIES), texts


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


class Cxbook:
    def __init__(self, out, languages):
        self.content, self.source = out / "content", languages[0]
        tables = "".join(f'[languages.{language}]\nname = "{LANGUAGE_NAMES[language]}"\nog = "{language}_{language.upper()}"\n' for language in languages)
        write(out / "book.toml", f'schema = 1\ntitle = "Bench"\nbase-url = "https://example.org/"\nsource-language = "{self.source}"\n\n{tables}')
        vocabulary = {"authors": ["bench"], "categories": CATEGORIES, "tags": TAGS}
        for name, ids in vocabulary.items():
            write(self.content / "vocab" / f"{name}.yaml", "".join(f"{id}: {{ name: {id.title()} }}\n" for id in ids))
        for language in languages:
            extra = "status: published\n" if language == self.source else "translation: { status: draft }\n"
            write(self.content / f"index{self.suffix(language)}.md", f"---\ntitle: Home\nsummary: A generated site.\n{extra}---\n\nHome.\n")

    def suffix(self, language):
        return "" if language == self.source else f".{language}"

    def add(self, name, date, tags, category, texts):
        for language, (title, summary, text) in texts.items():
            text = re.sub(r"@(\d+)", lambda match: f"article:article-{int(match[1]):05d}", text)
            facts = (
                f"status: published\npublished: {date}\nauthors: [bench]\ntags: [{', '.join(tags)}]\ncategory: {category}\n"
                if language == self.source
                else "translation: { status: draft }\n"
            )
            write(self.content / "articles" / f"{name}{self.suffix(language)}.md", f'---\ntitle: "{title}"\nsummary: "{summary}"\n{facts}---\n\n{text}')


HUGO = {
    "baseof.html": """<!doctype html><html lang="{{ site.Language.Lang }}"><head><meta charset="utf-8"><title>{{ .Title }} | {{ site.Title }}</title>
<meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}">{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">{{ end }}
<link rel="stylesheet" href="/style.css"></head><body><a href="#main">Skip</a><header><a href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a><form action="/search/"><input name="q"></form>
<nav>{{ range .AllTranslations }}<a hreflang="{{ .Language.Lang }}" href="{{ .RelPermalink }}">{{ .Language.Lang }}</a>{{ end }}</nav></header>
<nav><ul>{{ range site.Params.nav }}<li><a href="{{ . | relLangURL }}">{{ . }}</a></li>{{ end }}</ul></nav><main id="main">{{ block "main" . }}{{ end }}</main><footer>Footer</footer></body></html>""",
    "page.html": """{{ define "main" }}<nav>{{ range .Ancestors.Reverse }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav><article><h1>{{ .Title }}</h1>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 Jan 2006" }}</time>{{ range .GetTerms "tags" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }} {{ .ReadingTime }} min</p>
<aside>{{ .TableOfContents }}</aside>{{ .Content }}</article>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
<aside><ul>{{ range first 6 (site.RegularPages.Related .) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></aside>{{ end }}""",
    "section.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Description }}</li>{{ end }}</ul>{{ end }}""",
    "home.html": """{{ define "main" }}<h1>Home</h1><ul>{{ range first 50 site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}""",
}
HUGO["term.html"] = HUGO["section.html"]
HUGO["taxonomy.html"] = """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}"""


class Hugo:
    def __init__(self, out, languages):
        self.content = out / "content"
        config = {
            "baseURL": "https://example.org/",
            "title": "Bench",
            "defaultContentLanguage": languages[0],
            "disableKinds": ["rss"],
            "pagination": {"pagerSize": 50},
            "taxonomies": {"tag": "tags", "category": "categories"},
            "languages": {language: {"contentDir": f"content/{language}", "weight": place + 1} for place, language in enumerate(languages)},
            "params": {"nav": ["articles/"] + [f"tags/{tag}/" for tag in TAGS[:12]]},
            "related": {"threshold": 50, "includeNewer": True, "indices": [{"name": "tags", "weight": 100}]},
        }
        write(out / "hugo.json", json.dumps(config, indent=1))
        write(out / "static" / "style.css", "body { font: 16px/1.5 system-ui }\n")
        for name, text in HUGO.items():
            write(out / "layouts" / name, text)
        for language in languages:
            write(self.content / language / "_index.md", "---\ntitle: Home\n---\n")
            write(self.content / language / "articles" / "_index.md", "---\ntitle: Articles\n---\n")

    def add(self, name, date, tags, category, texts):
        for language, (title, summary, text) in texts.items():
            text = re.sub(r"@(\d+)", lambda match: f"/articles/article-{int(match[1]):05d}.md", text)
            facts = f'title: "{title}"\ndescription: "{summary}"\ndate: {date}\ntags: {json.dumps(tags)}\ncategories: ["{category}"]\n'
            write(self.content / language / "articles" / f"{name}.md", f"---\n{facts}---\n\n{text}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2500)
    parser.add_argument("--languages", default="en,fr,de,es", help=f"some of {','.join(LANGUAGE_NAMES)}")
    parser.add_argument("--only", choices=["cxbook", "hugo"], help="leave the other one out")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    languages = arguments.languages.split(",")
    if unknown := [language for language in languages if language not in LANGUAGE_NAMES]:
        parser.error(f"there are no words for {', '.join(unknown)}")
    kinds = {"cxbook": Cxbook, "hugo": Hugo}
    layouts = [kind(arguments.out / name, languages) for name, kind in kinds.items() if arguments.only in (None, name)]
    for article in articles(arguments.articles, languages, arguments.seed):
        for layout in layouts:
            layout.add(*article)


if __name__ == "__main__":
    main()
