//! The sentences that a tool has cut a text into, to whether all of them are translated.
//!
//! XLIFF 2 has a `segment` for each and an `ignorable` for what stands between; 1.2 marks them within `seg-source` and
//! `target`. A text of which one sentence is translated is no translation: half of it would be lost.

/// The sentences of one text.
#[derive(Debug, Default)]
pub(super) struct Sentences {
    all: Vec<Sentence>,
    /// The open ones, innermost last; nothing for a mark that is none.
    open: Vec<Option<usize>>,
    is_reordered: bool,
}

#[derive(Debug, Default)]
struct Sentence {
    id: Option<String>,
    source: String,
    is_said: bool,
    has_target: bool,
    is_between: bool,
}

impl Sentences {
    /// A sentence begins, or what stands between two.
    pub(super) fn open(&mut self, id: Option<String>, is_between: bool) {
        let known = id.as_ref().and_then(|id| self.all.iter().position(|one| one.id.as_ref() == Some(id)));
        let index = known.unwrap_or_else(|| {
            self.all.push(Sentence { id, is_between, ..Sentence::default() });
            self.all.len() - 1
        });
        self.open.push(Some(index));
    }

    /// A mark begins that is no sentence.
    pub(super) fn open_other(&mut self) {
        self.open.push(None);
    }

    /// What was opened last ends; what its source says, if it stands between two and has no target.
    pub(super) fn close(&mut self) -> Option<String> {
        let ended = self.open.pop().flatten().and_then(|index| self.all.get(index))?;
        (ended.is_between && !ended.has_target).then(|| ended.source.clone())
    }

    /// Whether one is open.
    pub(super) fn is_open(&self) -> bool {
        self.current().is_some()
    }

    fn current(&self) -> Option<usize> {
        self.open.iter().rev().find_map(|index| *index)
    }

    /// Its translation begins, which may be meant for another place.
    pub(super) fn target(&mut self, order: Option<&str>) {
        let Some(index) = self.current() else { return };
        self.is_reordered |= order.is_some_and(|order| order.parse() != Ok(index + 1));
        self.all[index].has_target = true;
    }

    /// The source of the open one says this.
    pub(super) fn source(&mut self, text: &str) {
        if let Some(index) = self.current() {
            self.all[index].source.push_str(text);
        }
    }

    /// The translation of the open one says this.
    pub(super) fn said(&mut self, text: &str) {
        if let Some(index) = self.current() {
            self.all[index].is_said |= !text.trim().is_empty();
        }
    }

    /// Why the text cannot be taken.
    pub(super) fn fault(&self) -> Option<String> {
        let has_words = |one: &&Sentence| !one.is_between && one.source.chars().any(char::is_alphabetic);
        let all = self.all.iter().filter(has_words).count();
        let said = self.all.iter().filter(has_words).filter(|one| one.is_said).count();
        if said > 0 && said < all {
            return Some(format!("only {said} of its {all} sentences are translated; translate the others too"));
        }
        let is_reordered = self.is_reordered && said > 0;
        is_reordered.then(|| "its sentences are to stand in another order, which is not read; join them".to_owned())
    }
}
