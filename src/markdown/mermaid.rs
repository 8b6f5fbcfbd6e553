//! The text of a Mermaid `journey` diagram to a [`Chart`], by the rules of mermaid 11.
//!
//! Reads what mermaid reads and refuses what it refuses, so that whatever is drawn elsewhere is drawn
//! here, and a mistake is told with its line and column. What mermaid does with odd input is kept:
//!
//! - Keywords count in any case, and stand wherever a name may start; only `journey` at the head must
//!   be in small letters.
//! - `#58;` in a text is `:`, and so on; any other `#`, and any `;`, ends the text.
//! - A task's data are `: score : actors : ignored`. A score is what JavaScript's `Number` makes of it.
//! - `title` or `section` alone on a line take the next line.

use super::plain;
use crate::base::TextRange;

/// A journey as Mermaid knows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// The last `title`, else that of the front matter.
    pub title: Option<String>,
    /// What assistive technology calls it.
    pub acc_title: Option<String>,
    /// What assistive technology says about it.
    pub acc_descr: Option<String>,
    /// Its sections in order. The first has no name where tasks stand before any section.
    pub sections: Vec<Section>,
}

/// A stretch of the journey.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// Its name; may be empty.
    pub name: String,
    /// Its tasks in order; may be none.
    pub tasks: Vec<Task>,
}

/// One thing that happens.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// Its name.
    pub name: String,
    /// How it feels; meant to be 1 to 5. Not a number where something else was written.
    pub score: f64,
    /// Who takes part, in order.
    pub actors: Vec<String>,
    /// Where it stands, in bytes of the text.
    pub range: TextRange,
}

/// Why a text is no journey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartFault {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
    /// Where, in bytes of the text.
    pub range: TextRange,
}

/// How many tasks the style sheet knows widths for.
const MOST_TASKS: usize = 96;

impl Chart {
    /// All of its tasks, in order.
    pub fn tasks(&self) -> impl Iterator<Item = &Task> {
        self.sections.iter().flat_map(|section| &section.tasks)
    }
}

/// Whether `text` is a journey rather than another diagram: the word stands first, after front matter,
/// comments and directives.
#[must_use]
pub fn is_journey(text: &str) -> bool {
    let mut lexer = Lexer::new(text);
    lexer.head();
    lexer.rest().starts_with("journey")
}

/// Why a text is not drawn though it is a journey, if it is one and is not.
#[must_use]
pub fn why_not_drawn(text: &str) -> Option<ChartFault> {
    if !is_journey(text) {
        return None;
    }
    let chart = match parse(text) {
        Ok(chart) => chart,
        Err(fault) => return Some(fault),
    };
    let tasks = chart.tasks().count();
    let fault = |message: String, help: &str| ChartFault { message, help: help.to_owned(), range: TextRange::at(0) };
    match tasks {
        0 => Some(fault("it has no task".to_owned(), "write at least one, as in `Asks for help: 2: Customer`")),
        1..=MOST_TASKS => None,
        _ => Some(fault(
            format!("it has {tasks} tasks, and {MOST_TASKS} have room"),
            "cut it in two, or write it as a journey of this knowledge base: `cxbook import`",
        )),
    }
}

/// Reads a journey.
///
/// # Errors
///
/// The first place that mermaid would not read either.
pub fn parse(text: &str) -> Result<Chart, ChartFault> {
    let mut lexer = Lexer::new(text);
    let mut chart = Chart { title: lexer.head(), ..Chart::default() };
    if !lexer.rest().starts_with("journey") || lexer.word_goes_on("journey".len()) {
        return Err(lexer.fault(
            lexer.at,
            "this is no Mermaid journey",
            "start it with the word `journey`, in small letters",
        ));
    }
    lexer.at += "journey".len();
    let mut name: Option<(String, TextRange)> = None;
    loop {
        let token = lexer.next();
        if let Some((task, range)) = &name
            && !matches!(token, Token::Data(_))
        {
            return Err(task_without_data(&lexer, task, *range, &token));
        }
        match token {
            Token::End => return Ok(chart),
            Token::Newline => {}
            Token::Title(text) => chart.title = Some(text),
            Token::AccTitle(text) => chart.acc_title = Some(text),
            Token::AccDescr(text) => chart.acc_descr = Some(text),
            Token::Section(name) => chart.sections.push(Section { name, tasks: Vec::new() }),
            Token::Name(text, range) => name = Some((text, range)),
            Token::Data(data) => match name.take() {
                Some((name, range)) => {
                    let range = TextRange::new(range.start(), lexer.at);
                    if chart.sections.is_empty() {
                        chart.sections.push(Section::default());
                    }
                    if let Some(section) = chart.sections.last_mut() {
                        section.tasks.push(task(name, &data, range));
                    }
                }
                None => {
                    let at = lexer.token;
                    return Err(lexer.fault(at, "a colon stands where no task has begun", "write it as `#58;`"));
                }
            },
            Token::Journey => {
                let help = "write its first letter as `#106;`";
                return Err(lexer.fault(lexer.token, "a name starts with the word `journey`", help));
            }
            Token::Other => {
                let (at, letter) = (lexer.token, lexer.text[lexer.token..].chars().next().unwrap_or_default());
                let help = format!("write `{letter}` as `#{};`", u32::from(letter));
                return Err(lexer.fault(at, &format!("`{letter}` ends a text and starts nothing"), &help));
            }
        }
    }
}

fn task_without_data(lexer: &Lexer<'_>, name: &str, range: TextRange, token: &Token) -> ChartFault {
    let shown: String = decoded(name.trim()).chars().take(40).collect();
    let help = match token {
        Token::Other if lexer.text[lexer.token..].starts_with(';') => "write `;` as `#59;`, and one task a line",
        _ => "write a task as `name: score: actors`, with a score from 1 to 5",
    };
    let range = TextRange::new(range.start(), range.start() + name.trim_end().len().max(1).min(range.len()));
    ChartFault { message: format!("the task `{shown}` has no score"), help: help.to_owned(), range }
}

/// `: score : actors : ignored`, taken apart before its entities are read.
fn task(name: String, data: &str, range: TextRange) -> Task {
    let mut parts = data.split(':');
    let score = number(parts.next().unwrap_or_default());
    let actors = parts.next().map(|actors| actors.split(',').map(|actor| decoded(actor.trim())).collect());
    Task { name: decoded(name.trim()), score, actors: actors.unwrap_or_default(), range }
}

/// What `Number` of JavaScript makes of a text.
fn number(text: &str) -> f64 {
    let text = text.trim_matches(is_space);
    let radix = |digits: &str, radix: u32| u64::from_str_radix(digits, radix).ok().filter(|_| !digits.starts_with('+'));
    #[allow(clippy::cast_precision_loss, reason = "so it is in JavaScript")]
    let whole = |value: Option<u64>| value.map_or(f64::NAN, |value| value as f64);
    match text.get(..2).map(str::to_ascii_lowercase).as_deref() {
        _ if text.is_empty() => 0.0,
        Some("0x") => whole(radix(&text[2..], 16)),
        Some("0o") => whole(radix(&text[2..], 8)),
        Some("0b") => whole(radix(&text[2..], 2)),
        _ => match text.trim_start_matches(['+', '-']) {
            "Infinity" => text.parse().unwrap_or(f64::NAN),
            rest if rest.starts_with(|first: char| first.is_ascii_digit() || first == '.') => {
                text.parse().unwrap_or(f64::NAN)
            }
            _ => f64::NAN,
        },
    }
}

/// What JavaScript calls `\s`.
fn is_space(letter: char) -> bool {
    letter.is_whitespace() && letter != '\u{85}' || letter == '\u{feff}'
}

/// The text with `#58;` and `#amp;` read, and its white space evened out.
fn decoded(text: &str) -> String {
    let mut read = String::new();
    let text = ["<br>", "<br/>", "<br />"].iter().fold(text.to_owned(), |text, mark| text.replace(mark, " "));
    let mut rest = text.as_str();
    while let Some(at) = rest.find('#') {
        read.push_str(&rest[..at]);
        match entity(&rest[at..]) {
            Some(length) => {
                let name = &rest[at + 1..at + length - 1];
                match name.parse::<u32>() {
                    Ok(code) => read.push(char::from_u32(code).filter(|letter| *letter != '\0').unwrap_or('\u{fffd}')),
                    Err(_) => read.push_str(&plain(&format!("&{name};"))),
                }
                rest = &rest[at + length..];
            }
            None => {
                read.push('#');
                rest = &rest[at + 1..];
            }
        }
    }
    read.push_str(rest);
    read.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// The length of the entity that `text`, which starts with `#`, begins with.
fn entity(text: &str) -> Option<usize> {
    let word = text.bytes().skip(1).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    (word > 0 && text.as_bytes().get(word + 1) == Some(&b';')).then_some(word + 2)
}

enum Token {
    Newline,
    Title(String),
    AccTitle(String),
    AccDescr(String),
    Section(String),
    Name(String, TextRange),
    /// What follows the first colon.
    Data(String),
    Journey,
    Other,
    End,
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    /// Where the last token starts.
    token: usize,
}

impl<'a> Lexer<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, at: 0, token: 0 }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn fault(&self, at: usize, message: &str, help: &str) -> ChartFault {
        let length = self.text[at..].chars().next().map_or(0, char::len_utf8);
        ChartFault { message: message.to_owned(), help: help.to_owned(), range: TextRange::new(at, at + length) }
    }

    /// Front matter, comments, directives and blank lines before the diagram; gives the title of the front matter.
    fn head(&mut self) -> Option<String> {
        self.skip_spaces();
        let mut title = None;
        if self.rest().starts_with("---") {
            let mut lines = self.rest().split_inclusive('\n');
            let mut length = lines.next().map_or(0, str::len);
            for line in lines {
                length += line.len();
                if line.trim_end() == "---" {
                    self.at += length;
                    break;
                }
                if let Some(text) = line.strip_prefix("title:") {
                    title = Some(unquoted(text.trim()).to_owned()).filter(|text| !text.is_empty());
                }
            }
        }
        loop {
            self.skip_spaces();
            if self.rest().starts_with("%%{") {
                self.skip_directive();
            } else if self.rest().starts_with("%%") {
                self.skip_line();
            } else {
                return title;
            }
        }
    }

    fn skip_spaces(&mut self) {
        self.at = self.text.len() - self.rest().trim_start_matches(is_space).len();
    }

    fn skip_line(&mut self) {
        self.at += self.rest().find('\n').unwrap_or(self.rest().len());
    }

    fn skip_directive(&mut self) {
        self.at += self.rest().find("}%%").map_or(self.rest().len(), |end| end + 3);
    }

    /// Whether the word of this length at the place goes on: `journeys` is another.
    fn word_goes_on(&self, length: usize) -> bool {
        self.rest().as_bytes().get(length).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
    }

    fn starts_with(&self, keyword: &str) -> bool {
        self.rest().get(..keyword.len()).is_some_and(|start| start.eq_ignore_ascii_case(keyword))
    }

    /// Whether the keyword and a space stand here, with something behind them.
    fn starts_statement(&self, keyword: &str) -> bool {
        self.starts_with(keyword) && self.rest()[keyword.len()..].starts_with(is_space)
    }

    /// Takes all up to one of `ends`, entities whole.
    fn run(&mut self, ends: &[char]) -> &'a str {
        let start = self.at;
        while let Some(letter) = self.rest().chars().next() {
            match letter {
                '#' => match entity(self.rest()) {
                    Some(length) => self.at += length,
                    None => break,
                },
                '\n' | ';' => break,
                letter if ends.contains(&letter) => break,
                letter => self.at += letter.len_utf8(),
            }
        }
        &self.text[start..self.at]
    }

    /// The rest of the line.
    fn line(&mut self) -> String {
        let start = self.at;
        self.skip_line();
        decoded(&self.text[start..self.at])
    }

    /// What follows `keyword`, white space and `mark`, if they stand here.
    fn after_mark(&self, keyword: &str, mark: char) -> Option<usize> {
        let rest = self.starts_with(keyword).then(|| &self.rest()[keyword.len()..])?;
        let behind = rest.trim_start_matches(is_space).strip_prefix(mark)?.trim_start_matches(is_space);
        Some(self.text.len() - behind.len())
    }

    fn next(&mut self) -> Token {
        loop {
            let rest = self.rest();
            self.token = self.at;
            let mut letters = rest.chars();
            let Some(first) = letters.next() else { return Token::End };
            if rest.starts_with("%%{") {
                self.skip_directive();
            } else if first == '%' && letters.clone().next() != Some('{')
                || first == '#' && entity(rest).is_none()
                || first != '}' && first != '#' && letters.as_str().starts_with("%%") && first != '\n'
            {
                self.skip_line();
            } else if first == '\n' {
                self.at += 1;
                return Token::Newline;
            } else if is_space(first) {
                self.at += first.len_utf8();
            } else {
                return self.statement(first);
            }
        }
    }

    fn statement(&mut self, first: char) -> Token {
        if self.starts_with("journey") && !self.word_goes_on("journey".len()) {
            self.at += "journey".len();
            return Token::Journey;
        }
        if let Some(at) = self.after_mark("accTitle", ':') {
            self.at = at;
            return Token::AccTitle(self.line());
        }
        if let Some(at) = self.after_mark("accDescr", ':') {
            self.at = at;
            return Token::AccDescr(self.line());
        }
        if let Some(at) = self.after_mark("accDescr", '{') {
            self.at = at;
            let length = self.rest().find('}').unwrap_or(self.rest().len());
            let text = decoded(&self.rest()[..length]);
            self.at += (length + 1).min(self.rest().len());
            return Token::AccDescr(text);
        }
        for (keyword, ends) in [("title", [].as_slice()), ("section", &[':'])] {
            if self.starts_statement(keyword) {
                let start = self.at;
                self.at += keyword.len() + self.rest()[keyword.len()..].chars().next().map_or(0, char::len_utf8);
                let text = self.run(ends);
                if !text.is_empty() {
                    let text = decoded(text.trim());
                    return if keyword == "title" { Token::Title(text) } else { Token::Section(text) };
                }
                self.at = start;
            }
        }
        if first == ':' {
            self.at += 1;
            let data = self.run(&[]);
            return if data.is_empty() { Token::Other } else { Token::Data(data.to_owned()) };
        }
        let start = self.at;
        let name = self.run(&[':']);
        if name.is_empty() {
            self.at += first.len_utf8();
            return Token::Other;
        }
        Token::Name(name.to_owned(), TextRange::new(start, self.at))
    }
}

fn unquoted(text: &str) -> &str {
    ['"', '\''].iter().find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote)).unwrap_or(text)
}

/// A text as one name of a journey: on one line, with all that would end it or start something else written as
/// entities.
#[must_use]
pub fn escaped(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<&str>>().join(" ");
    let mut name = String::new();
    let letters: Vec<char> = text.chars().collect();
    let lower = text.to_ascii_lowercase();
    let starts = |word: &str| {
        lower
            .strip_prefix(word)
            .is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '_'))
    };
    let is_keyword = ["journey", "title", "section", "acctitle", "accdescr"].into_iter().any(starts);
    for (at, letter) in letters.iter().enumerate() {
        let is_comment = *letter == '%' && (at == 0 || letters.get(at + 1) == Some(&'%') || letters[at - 1] == '%');
        let is_special = matches!(letter, ':' | ';' | '#' | ',' | '<' | '>');
        if is_special || is_comment || (at == 0 && is_keyword) {
            name.push_str(&format!("#{};", u32::from(*letter)));
        } else {
            name.push(*letter);
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &str) -> Result<Chart, ChartFault> {
        parse(&format!("journey\n{lines}"))
    }

    /// `section/task score actors|…`.
    fn said(lines: &str) -> String {
        match read(lines) {
            Ok(chart) => {
                let tasks = chart.sections.iter().flat_map(|section| {
                    section
                        .tasks
                        .iter()
                        .map(|task| format!("{}/{} {} {:?}", section.name, task.name, task.score, task.actors))
                });
                tasks.collect::<Vec<String>>().join("|")
            }
            Err(fault) => format!("{} at {}", fault.message, fault.range.start()),
        }
    }

    #[test]
    fn sections_tasks_scores_and_actors_are_read() {
        let chart = parse(
            "---\ntitle: From above\n---\n%% a remark\njourney\n  accTitle: A day\n  accDescr {\n two\n lines }\n  section Go to work\n    Make tea: 5: Me\n    Do work: 1: Me, Cat\n  SECTION Home\n    Sit down: 3\n",
        )
        .unwrap();
        assert_eq!(chart.title.as_deref(), Some("From above"));
        assert_eq!((chart.acc_title.as_deref(), chart.acc_descr.as_deref()), (Some("A day"), Some("two lines")));
        let names: Vec<&str> = chart.sections.iter().map(|section| section.name.as_str()).collect();
        assert_eq!(names, ["Go to work", "Home"]);
        assert_eq!(chart.sections[0].tasks[1].actors, ["Me", "Cat"]);
        assert!(chart.sections[1].tasks[0].actors.is_empty());
    }

    #[test]
    fn odd_input_means_what_it_means_to_mermaid() {
        assert_eq!(said("T: 4:"), "/T 4 [\"\"]");
        assert_eq!(said("T:: me"), "/T 0 [\"me\"]");
        assert_eq!(said("T: 3.5"), "/T 3.5 []");
        assert_eq!(said("T: good"), "/T NaN []");
        assert_eq!(said("T: 0x4"), "/T 4 []");
        assert_eq!(said("T: 3: Dr: Who, Me"), "/T 3 [\"Dr\"]");
        assert_eq!(said("T: 3: me %% note"), "/T 3 [\"me %% note\"]");
        assert_eq!(said("T: 3: me # note\nU: 1"), "/T 3 [\"me\"]|/U 1 []");
        assert_eq!(said("Title me: 3\nT: 4"), "/T 4 []", "and the title is `me: 3`");
        assert_eq!(said("title\nT: 4"), "", "the next line is the title");
        assert_eq!(said("Journeys end: 4"), "/Journeys end 4 []");
        assert_eq!(said("#116;itle me#58;#44; #amp;: 3"), "/title me:, & 3 []");
    }

    #[test]
    fn what_mermaid_refuses_is_refused_with_its_place() {
        assert_eq!(said("No score"), "the task `No score` has no score at 8");
        assert_eq!(said("section A: start"), "a colon stands where no task has begun at 17");
        assert_eq!(said("T1: 3: me; T2: 4: you"), "`;` ends a text and starts nothing at 17");
        assert_eq!(said("A # b: 3"), "the task `A` has no score at 8");
        assert_eq!(said("Journey home: 3"), "a name starts with the word `journey` at 8");
        assert!(parse("Journey\nT: 3").is_err(), "the first word in small letters");
        assert!(!is_journey("graph TD"));
        assert!(is_journey("%%{init: {}}%%\n%% x\n  journey"));
    }

    #[test]
    fn an_escaped_name_is_read_as_it_was() {
        for name in [
            "title card",
            "Journey",
            "section",
            "accTitle",
            "a: b; c, #1 #58;",
            "100 %%",
            "% off",
            "<br>x",
            "%%{init}%%",
        ] {
            let line = format!("{}: 3: {}", escaped(name), escaped(name));
            let chart = read(&line).unwrap();
            assert_eq!(chart.sections[0].tasks[0].name, name, "{line}");
            assert_eq!(chart.sections[0].tasks[0].actors, [name], "{line}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused_inside_itself(text in "(journey\n)?[a-z:;#%{}<\n éA3]{0,60}") {
            match parse(&text) {
                Ok(chart) => proptest::prop_assert!(chart.sections.iter().all(|section| section.tasks.iter().all(|task| task.range.end() <= text.len()))),
                Err(fault) => proptest::prop_assert!(fault.range.of(&text).len() <= text.len()),
            }
        }

        #[test]
        fn any_name_survives_its_escapes(name in "[a-zA-Z:;#%,<>{} é]{1,30}") {
            let name = name.split_whitespace().collect::<Vec<&str>>().join(" ");
            proptest::prop_assume!(!name.is_empty());
            let chart = read(&format!("section {0}\n{0}: 3: {0}", escaped(&name))).unwrap();
            proptest::prop_assert_eq!(&chart.sections[0].name, &name);
            proptest::prop_assert_eq!(&chart.sections[0].tasks[0].name, &name);
        }
    }
}
