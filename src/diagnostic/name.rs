//! The registry: every kind of problem by its name.

use super::Level;

macro_rules! registry {
    ($($variant:ident $text:literal $level:ident $summary:literal;)*) => {
        /// A kind of problem. Its text form is what reports print and `[lints]` sets.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "each is documented by its summary and by its page in tests/check")]
        pub enum Name { $($variant,)* }

        impl Name {
            /// Every name, errors first.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name as it is written: `unknown-reference`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// What it means, in one phrase.
            #[must_use]
            pub fn summary(self) -> &'static str {
                match self { $(Self::$variant => $summary,)* }
            }

            /// The level where the project says nothing.
            #[must_use]
            pub fn default_level(self) -> Level {
                match self { $(Self::$variant => registry!(@level $level),)* }
            }

            /// Whether `[lints]` may change its level: what makes output wrong stays an error.
            #[must_use]
            pub fn is_settable(self) -> bool {
                match self { $(Self::$variant => registry!(@settable $level),)* }
            }
        }
    };
    (@level fixed) => { Level::Deny };
    (@level deny) => { Level::Deny };
    (@level warn) => { Level::Warn };
    (@settable fixed) => { false };
    (@settable deny) => { true };
    (@settable warn) => { true };
}

registry! {
    MalformedId "malformed-id" fixed "an id is not lower-case kebab-case";
    UnknownReference "unknown-reference" fixed "a reference names something that does not exist";
    DuplicateId "duplicate-id" fixed "one id is used twice";
    WrongKindOfReference "wrong-kind-of-reference" fixed "a reference names something of another kind";
    StepOfAnotherJourney "step-of-another-journey" fixed "a step of another journey is named without its journey";
    UnknownField "unknown-field" fixed "a field is not part of the model";
    MisplacedField "misplaced-field" fixed "a field stands where it is not allowed";
    UnknownValue "unknown-value" fixed "a value is not one of those allowed";
    WrongType "wrong-type" fixed "a value has another type than its field needs";
    OutOfRange "out-of-range" fixed "a number or a text is longer, shorter, larger or smaller than allowed";
    MalformedDate "malformed-date" fixed "a date is not 2019, 2019-04 or 2019-04-12";
    MalformedDuration "malformed-duration" fixed "a duration is not written like 25m or 10d..21d";
    MalformedShare "malformed-share" fixed "a share is written without its sign";
    MalformedYaml "malformed-yaml" fixed "the front matter cannot be read as YAML";
    FrontMatterNotFound "front-matter-not-found" fixed "a page does not start with front matter";
    FrontMatterNotClosed "front-matter-not-closed" fixed "front matter starts and does not end";
    UnquotedSpecialCharacter "unquoted-special-character" fixed "a text starts with a character that YAML treats specially";
    UnquotedColon "unquoted-colon" fixed "a colon followed by a space stands in plain text";
    CommentAfterText "comment-after-text" fixed "YAML would drop the end of a text as a comment";
    TagInText "tag-in-text" fixed "YAML would drop the start of a text as a tag";
    TextInBraces "text-in-braces" fixed "a text was split at its comma inside braces";
    InvisibleIndentation "invisible-indentation" fixed "a line is indented with an invisible character";
    MissingValue "missing-value" fixed "a field is named and given no value";
    LinkToDraft "link-to-draft" fixed "a published page links to one that is not";
    MissingField "missing-field" fixed "a required field is missing";
    EmptyPhase "empty-phase" fixed "a phase has no steps";
    UnknownStage "unknown-stage" fixed "a lifecycle has no such stage";
    JourneyCycle "journey-cycle" fixed "a journey is its own ancestor";
    JourneyWithoutOwner "journey-without-owner" fixed "a published journey has no owner";
    InteractionWithoutTouchpoint "interaction-without-touchpoint" fixed "a step interacts with nothing";
    ProgressWithoutOwner "progress-without-owner" fixed "work is in progress and nobody does it";
    RepeatThatExits "repeat-that-exits" fixed "a deviation of kind repeat leaves the journey";
    AbandonThatRejoins "abandon-that-rejoins" fixed "a deviation of kind abandon comes back";
    EmotionOutOfRange "emotion-out-of-range" fixed "an emotion is outside -2 to 2";
    ObservedWithoutEvidence "observed-without-evidence" fixed "something is called observed and names no evidence";
    BasisBeyondSteps "basis-beyond-steps" fixed "a journey claims a better basis than its steps show";
    ReversedDuration "reversed-duration" fixed "a duration starts after it ends";
    WowOnALow "wow-on-a-low" fixed "a wow stands on a step that does not feel good";
    ValueOffScale "value-off-scale" fixed "a reading lies outside the scale of its metric";
    SharesOver100 "shares-over-100" fixed "the shares leaving one step add up to more than everybody";
    AspirationInCurrentJourney "aspiration-in-current-journey" fixed "a current journey aspires";
    ReversedDates "reversed-dates" fixed "something ends before it starts";
    DuplicateAddress "duplicate-address" fixed "two pages have the same address";
    DuplicateDocument "duplicate-document" fixed "one document has two files";
    UnknownLanguage "unknown-language" fixed "a file is in a language that the project does not have";
    FileRefused "file-refused" fixed "a file is not one a site may hold";
    NotUtf8 "not-utf-8" fixed "a page is not UTF-8";
    ForbiddenCharacter "forbidden-character" fixed "a text holds an invisible or control character";
    PageTooLarge "page-too-large" fixed "a page is larger than allowed";
    NestedTooDeeply "nested-too-deeply" fixed "Markdown is nested too deeply";
    UnsafeLink "unsafe-link" fixed "a link has a scheme that is not allowed";
    RemoteImage "remote-image" fixed "an image would be loaded from another site";
    UnknownAsset "unknown-asset" fixed "an image or file that a page uses does not exist";
    DuplicateAnchor "duplicate-anchor" fixed "two headings of a page have the same anchor";
    MalformedConfiguration "malformed-configuration" fixed "book.toml cannot be read";
    ThemeError "theme-error" fixed "a template cannot be used";
    MissingString "missing-string" fixed "an interface string is missing or wrong";
    InternalEvidenceLeak "internal-evidence-leak" fixed "internal evidence would be published";
    StructureInTranslation "structure-in-translation" fixed "a translation holds more than text";
    UnknownKeyInTranslation "unknown-key-in-translation" fixed "a translation translates something that does not exist";
    OrphanTranslation "orphan-translation" fixed "a translation has no source";
    AlteredSnapshot "altered-snapshot" fixed "a snapshot of a source was edited";
    UnreviewedMachineTranslation "unreviewed-machine-translation" fixed "a machine translation was reviewed by nobody";
    OwnerNotAsked "owner-not-asked" warn "nobody has asked who owns this";
    ReviewOverdue "review-overdue" warn "the review date has passed";
    OrphanKey "orphan-key" warn "a translation has a text whose source was removed";
    ReviewedTooSoon "reviewed-too-soon" warn "a translation is called reviewed and cannot be";
    MissingSnapshot "missing-snapshot" warn "nobody has kept the words that a translation answers to";
    OutdatedTranslation "outdated-translation" warn "the source of a translation has changed since";
    PrincipleWithoutExample "principle-without-example" warn "a principle has no example";
    UnusedVocabulary "unused-vocabulary" warn "a vocabulary entry, persona or principle is used nowhere";
    SingleStep "single-step" warn "a journey has one step";
    TooManySteps "too-many-steps" warn "a journey has more steps than a reader follows";
    MissingParent "missing-parent" warn "a journey has no parent";
    MissingPromise "missing-promise" warn "a journey reaches the last stage and states no promise";
    StageOutOfOrder "stage-out-of-order" warn "the stages of a journey go backwards";
    StepNamedAfterDepartment "step-named-after-department" warn "a step is named after a department";
    StepWithoutEmotion "step-without-emotion" warn "a step says nothing of how it feels";
    FrontstageWithoutTouchpoint "frontstage-without-touchpoint" warn "somebody is on stage and there is no touchpoint";
    TooManyMomentsOfTruth "too-many-moments-of-truth" warn "too many steps are moments of truth";
    PhaseNamedAfterDepartment "phase-named-after-department" warn "a phase is named after a department";
    JourneyWithoutPrinciple "journey-without-principle" warn "no step of a journey is linked to a principle";
    PainWithoutOpportunity "pain-without-opportunity" warn "a serious pain has no opportunity";
    EndingWithoutEmotion "ending-without-emotion" warn "the last step says nothing of how it feels";
    UnhandledExit "unhandled-exit" warn "people leave and nobody handles it";
    AllEmotionsAssumed "all-emotions-assumed" warn "every emotion of a journey is assumed";
    NotANoBrainer "not-a-no-brainer" warn "a no-brainer is costly or not worth much";
    ContradictionWithoutSharedPurpose "contradiction-without-shared-purpose" warn "contradicting touchpoints have different purposes";
    DoneWithoutReading "done-without-reading" warn "something is done and was not measured since";
    OpportunityOverdue "opportunity-overdue" warn "the due date has passed";
    HandedOverNeverTold "handed-over-never-told" warn "something is handed over that nobody was told";
    SolvedPainStillListed "solved-pain-still-listed" warn "a pain was solved and is still listed";
    EmptyAnnouncedList "empty-announced-list" warn "a heading announces a list that is empty";
    ArticleWithoutCategory "article-without-category" warn "an article has no category";
    ArticleWithoutAuthor "article-without-author" warn "an article has no author";
    MissingSummary "missing-summary" warn "a published page has no summary";
    OneDepartmentWorkshop "one-department-workshop" warn "only one department took part in a workshop";
    ExampleWithoutSource "example-without-source" warn "a company is named without a source";
    LicenceWithoutVersion "licence-without-version" warn "a licence is named without its version";
    BylineInTitle "byline-in-title" warn "a title holds a byline";
    LowercaseParagraph "lowercase-paragraph" warn "a paragraph starts in lower case";
    FormResidue "form-residue" warn "a text holds what is left of a form";
    VagueLinkText "vague-link-text" warn "a link says nothing of where it goes";
    DuplicatedCaption "duplicated-caption" warn "a caption is printed twice";
    NearDuplicateSentence "near-duplicate-sentence" warn "a sentence is said twice";
    StrayAltText "stray-alt-text" warn "the alternative text of an image stands as a paragraph";
    RepeatedTitle "repeated-title" warn "the title is repeated as the first heading";
    FigureWithoutAlt "figure-without-alt" warn "an image has no alternative text";
    AltIsFileName "alt-is-file-name" warn "the alternative text is a file name";
    RedundantAlt "redundant-alt" warn "the alternative text says that it is an image";
    SkippedHeadingLevel "skipped-heading-level" warn "a heading level is left out";
    TableWithoutHeader "table-without-header" warn "a table has no header";
    ColourOnlyReference "colour-only-reference" warn "something is referred to by its colour alone";
    PersonalData "personal-data" warn "something looks like personal data";
    ForbiddenTerm "forbidden-term" deny "a word is used that the glossary tells to avoid";
    MissingTerm "missing-term" warn "a term of the source is missing in a translation, or said otherwise";
    TwoRenderings "two-renderings" warn "a translation has two words for one term";
    UnchangedTranslation "unchanged-translation" warn "a text of a source has changed, and its translation has not";
    UntranslatedRun "untranslated-run" warn "a passage was left in the language of the source";
    LostBlock "lost-block" warn "a block of the source has no translation";
    NumberMismatch "number-mismatch" warn "a number differs between a source and its translation";
    LinkMismatch "link-mismatch" warn "a link differs between a source and its translation";
    MarkupMismatch "markup-mismatch" warn "an image, code, footnote, element or heading differs between a source and its translation";
    OneForTwo "one-for-two" warn "two different texts have the same translation";
    OddLength "odd-length" warn "a translation is much longer or shorter than its source leads to expect";
    LeftoverDirective "leftover-directive" warn "a text holds what a tool has left there";
    RepeatedWord "repeated-word" warn "a word stands twice in a row";
    MixedAddress "mixed-address" warn "readers are addressed in two ways";
    WaiverWithoutReason "waiver-without-reason" warn "a waiver does not say why";
    UnusedWaiver "unused-waiver" warn "a waiver lets nothing pass";
    Typography "typography" warn "a text breaks the typographic rules of its language";
    VagueLanguage "vague-language" warn "a language names no territory and has no `og`";
    HardCodedAddress "hard-coded-address" warn "a link names an address of this site instead of a document";
    RemovedHtml "removed-html" warn "a page holds HTML that is taken out of it";
    ReferenceAsText "reference-as-text" warn "a reference is published as it is written";
    DiagramNotDrawn "diagram-not-drawn" warn "a Mermaid journey cannot be drawn and is shown as code";
    UnusedFootnote "unused-footnote" warn "a footnote is pointed to by nothing, and not printed";
    PlaceholderText "placeholder-text" warn "a text is still the one that a new document starts with";
    MappedInTheFuture "mapped-in-the-future" warn "a journey was mapped on a day that has not come";
    ReusedId "reused-id" warn "an id that something had before belongs to something else";
    IgnoredAnchor "ignored-anchor" warn "an id is written at a heading that is not its id";
    LostAddress "lost-address" warn "a page has left an address that others may link to";
    RemovedAnchor "removed-anchor" warn "a page has lost an anchor that others may link to";
    OneWayStyle "one-way-style" warn "a style sheet knows left and right";
    UnknownThemeFile "unknown-theme-file" warn "a theme file overrides nothing";
}

impl Name {
    /// The name written as `text`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|name| name.as_str() == text)
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl serde::Serialize for Name {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found_by_its_text() {
        for name in Name::ALL {
            assert_eq!(Name::parse(name.as_str()), Some(*name));
        }
    }
}
