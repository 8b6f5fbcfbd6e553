//! What became of content on its way in or out.

/// What was kept, guessed and dropped, each a phrase that stands alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LossReport {
    /// What came through.
    pub kept: Vec<String>,
    /// What was not said and had to be assumed.
    pub guessed: Vec<String>,
    /// What the other side cannot hold.
    pub dropped: Vec<String>,
}

impl LossReport {
    /// Notes what came through.
    pub fn keep(&mut self, what: impl ToString) {
        self.kept.push(what.to_string());
    }

    /// Notes what was assumed.
    pub fn guess(&mut self, what: impl ToString) {
        self.guessed.push(what.to_string());
    }

    /// Notes what was lost.
    pub fn drop(&mut self, what: impl ToString) {
        self.dropped.push(what.to_string());
    }

    /// One line a phrase: `guessed: …`. What repeats is said once.
    #[must_use]
    pub fn text(&self) -> String {
        let groups = [("kept", &self.kept), ("guessed", &self.guessed), ("dropped", &self.dropped)];
        let mut text = String::new();
        for (name, phrases) in groups {
            let mut said: Vec<&String> = Vec::new();
            for phrase in phrases {
                if !said.contains(&phrase) {
                    said.push(phrase);
                    text.push_str(&format!("{name}: {phrase}\n"));
                }
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_repeats_is_said_once() {
        let mut report = LossReport::default();
        report.keep("1 step");
        report.drop("pains");
        report.drop("pains");
        assert_eq!(report.text(), "kept: 1 step\ndropped: pains\n");
    }
}
