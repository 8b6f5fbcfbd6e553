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

/// What examples in hints have where the words of others belong.
pub const LEFT_OUT: &str = "…";

/// Each with what to write in its place.
const ALL: &[(&str, &str)] = &[
    (CLAIM, "one sentence that a customer could say, as in `I tell my story once.`"),
    (INSIDE_OUT, "what really happens today, as in `Each department opens its own file.`"),
    (OUTSIDE_IN, "what should happen, as in `The next person knows what was said.`"),
    (TEST, "a question that can be answered with yes or no, as in `Does any step ask again?`"),
    (GOAL, "what the customer came for, as in `Have the coat that fits by Saturday.`"),
    (PHASE, "what the customer is busy with, as in `Send it back`"),
    (STEP, "what the customer does, with the verb first, as in `Packs the parcel`"),
    (WISH, "what they are after, as in `I want to be able to plan my week.`"),
    (IMPORTED_WISH, "what they are after, as in `I want to be able to plan my week.`"),
    (ORGANISATION, "the name of the organisation"),
    (MORAL, "one sentence that others can use"),
    (BODY, "what a reader should take away, and what follows from it"),
    (RESPONSE, "the words of the reader, once they have agreed"),
    (LEFT_OUT, "the words themselves"),
];

/// What to write in place of a text that is one of these, and nothing more.
#[must_use]
pub fn in_place_of(text: &str) -> Option<&'static str> {
    let text = text.trim();
    ALL.iter().find(|(placeholder, _)| *placeholder == text).map(|(_, advice)| *advice)
}
