//! What new documents say where only their author can know: `cxbook new` writes it, and `check` finds what is left of it.

/// The claim of a principle.
pub const CLAIM: &str = "Say in one sentence what the customer can count on.";
/// What a principle looks like from the inside.
pub const INSIDE_OUT: &str = "What somebody does who looks at it from the inside.";
/// What it looks like from the outside.
pub const OUTSIDE_IN: &str = "What somebody does who looks at it from the customer’s side.";
/// The question of a principle.
pub const TEST: &str = "Which question shows whether a step keeps this?";
/// The goal of a journey.
pub const GOAL: &str = "What the customer wants to have done.";
/// The name of a phase.
pub const PHASE: &str = "Name it from the customer’s side";
/// The name of a step.
pub const STEP: &str = "Does something";
/// The goal of a persona.
pub const WISH: &str = "I want to get something done.";
/// The goal of a persona that came with a journey from elsewhere.
pub const IMPORTED_WISH: &str = "I …";
/// The organisation of an example.
pub const ORGANISATION: &str = "Who did it";
/// What an example teaches.
pub const MORAL: &str = "What others can learn from it.";
/// The body of a page.
pub const BODY: &str = "Start with the sentence that a reader should take away.";
/// The body of a response.
pub const RESPONSE: &str = "Put the words of the reader here, at least fifteen of them and at most one link, once they have agreed to see them in print.";

const ALL: &[&str] =
    &[CLAIM, INSIDE_OUT, OUTSIDE_IN, TEST, GOAL, PHASE, STEP, WISH, IMPORTED_WISH, ORGANISATION, MORAL, BODY, RESPONSE];

/// Whether a text is one of these, and nothing more.
#[must_use]
pub fn is_placeholder(text: &str) -> bool {
    ALL.contains(&text.trim())
}
