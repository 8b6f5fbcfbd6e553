//! Text to the terminal. A reader who has gone away is no error, and nothing here panics.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Writes to standard output. Whoever reads it may have left.
pub fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Writes words of the content to standard output, without what would drive a terminal or reorder what it shows.
pub fn print_content(text: &str) {
    print(&harmless(text));
}

fn harmless(text: &str) -> String {
    let is_harmful = |letter: char| {
        (letter.is_control() && !matches!(letter, '\n' | '\t'))
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|letter| if is_harmful(letter) { char::REPLACEMENT_CHARACTER } else { letter }).collect()
}

/// Writes to standard error.
pub fn eprint(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// Whether reports on standard error may use colour.
#[must_use]
pub fn has_colour() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    std::io::stderr().is_terminal() && !is_set("NO_COLOR") && !is_dumb
}

/// Says on a panic that the fault is ours, after the usual message.
pub fn ask_for_a_report_on_panic() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        usual(panic);
        eprint("this is a fault of cxbook, not of your content; please report it with the lines above\n");
    }));
}

/// How long something has taken.
#[derive(Clone, Copy, Debug)]
pub struct Watch(Instant);

impl Watch {
    /// Starts to count.
    #[must_use]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// The time since then, as people read it: `0.4 s`.
    #[must_use]
    pub fn shown(self) -> String {
        let seconds = self.0.elapsed().as_secs_f64();
        if seconds < 0.095 { format!("{:.0} ms", (seconds * 1000.0).ceil()) } else { format!("{seconds:.1} s") }
    }
}

/// Says what is being done, if it takes long and somebody is watching. Gone when dropped.
#[derive(Debug)]
pub struct Progress(Option<ProgressBar>);

impl Progress {
    /// Starts to wait; shows up after a second, on standard error, if that is a terminal.
    #[must_use]
    pub fn start(is_quiet: bool) -> Self {
        if is_quiet || !std::io::stderr().is_terminal() {
            return Self(None);
        }
        let bar = ProgressBar::hidden();
        let late = bar.clone();
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_secs(1));
            if !late.is_finished() {
                late.set_draw_target(indicatif::ProgressDrawTarget::stderr());
                late.enable_steady_tick(Duration::from_millis(100));
            }
        });
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} ({elapsed})") {
            bar.set_style(style);
        }
        Self(Some(bar))
    }

    /// Says what is being done now.
    pub fn say(&self, what: &'static str) {
        if let Some(bar) = &self.0 {
            bar.set_message(what);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_content_neither_drive_a_terminal_nor_reorder_it() {
        assert_eq!(harmless("é\tb\n\u{1b}[2J\u{7}\u{202e}c\u{9b}"), "é\tb\n\u{fffd}[2J\u{fffd}\u{fffd}c\u{fffd}");
    }
}
