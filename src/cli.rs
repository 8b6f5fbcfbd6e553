//! The command line to typed commands.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Builds a multilingual customer-experience knowledge base from plain files.
#[derive(Clone, Debug, Parser)]
#[command(name = "cxbook", version, arg_required_else_help = true, propagate_version = true)]
#[command(after_help = "Start with `cxbook init my-book`, then `cxbook serve --root my-book`.")]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

impl Command {
    /// Where the command's project is, if it has one.
    pub fn project_mut(&mut self) -> Option<&mut ProjectArgs> {
        match self {
            Self::New(args) => Some(&mut args.project),
            Self::Serve(args) => Some(&mut args.project),
            Self::Check(args) => Some(&mut args.project),
            Self::Build(args) => Some(&mut args.project),
            Self::Fix(args) => Some(&mut args.writing.project),
            Self::Rename(args) => Some(&mut args.writing.project),
            Self::Translate(args) => Some(&mut args.project),
            Self::Export(args) => Some(&mut args.project),
            Self::Import(args) => Some(&mut args.project),
            Self::Init(_) | Self::Explain(_) | Self::Schema(_) => None,
        }
    }
}

/// What can be done.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Start a small knowledge base in a folder
    Init(InitArgs),
    /// Write the smallest valid document of a kind
    New(NewArgs),
    /// Show the site while you write, and reload it when a file changes
    Serve(ServeArgs),
    /// List everything that is wrong, and write nothing
    Check(CheckArgs),
    /// Write the site to a folder
    Build(BuildArgs),
    /// Put right what `check` finds and needs no judgement, or the typography
    Fix(FixArgs),
    /// Give something another id, everywhere at once
    Rename(RenameArgs),
    /// Start translations, keep them fresh, and see how they stand
    Translate(TranslateArgs),
    /// Write content in the format of another program
    Export(ExportArgs),
    /// Take content over from another program, as source files
    Import(ImportArgs),
    /// Say what the name of a problem means
    Explain(ExplainArgs),
    /// Print the JSON Schema that editors complete front matter with
    Schema(SchemaArgs),
}

/// Where the project is and which day it is.
#[derive(Clone, Debug, Args)]
pub struct ProjectArgs {
    /// The project's folder, with book.toml in it; without this the one you are in, or the nearest above it
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// The day that ages and future dates are counted from [default: SOURCE_DATE_EPOCH, else today]
    #[arg(long, global = true, value_name = "DATE")]
    pub today: Option<String>,
    /// Print problems and nothing else
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

/// How a command that writes to the sources does so and says so.
#[derive(Clone, Debug, Args)]
pub struct WritingArgs {
    /// Say what would change, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Print one JSON object
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    #[allow(missing_docs, reason = "documented by its type")]
    pub project: ProjectArgs,
}

/// `cxbook build`.
#[derive(Clone, Debug, Args)]
pub struct BuildArgs {
    #[command(flatten)]
    #[allow(missing_docs, reason = "documented by its type")]
    pub project: ProjectArgs,
    /// The folder to write; replaced as a whole [default: `public` in the project's folder]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Where the site will be published, in place of `base-url` in book.toml
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Treat warnings as errors
    #[arg(long)]
    pub deny_warnings: bool,
}

/// `cxbook check`.
#[derive(Clone, Debug, Args)]
pub struct CheckArgs {
    #[command(flatten)]
    #[allow(missing_docs, reason = "documented by its type")]
    pub project: ProjectArgs,
    /// How problems are printed
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Only problems in the files of this language
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
    /// With `--format github`: what is left to translate and what to paste, of these files only
    #[arg(long, value_name = "FILE", num_args = 0..)]
    pub about: Option<Vec<PathBuf>>,
    /// Treat warnings as errors
    #[arg(long)]
    pub deny_warnings: bool,
}

/// How problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With the marked text and the way out
    Text,
    /// One line each, as editors and CI read them
    Short,
    /// One JSON array
    Json,
    /// Annotations for the lines of a pull request, and a summary for the page of the run
    Github,
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
}

/// `cxbook serve`.
#[derive(Clone, Debug, Args)]
pub struct ServeArgs {
    #[command(flatten)]
    #[allow(missing_docs, reason = "documented by its type")]
    pub project: ProjectArgs,
    /// The port on 127.0.0.1 [default: 8000, or the next one of ten that is free]
    #[arg(long, value_name = "PORT")]
    pub port: Option<u16>,
    /// Show drafts and what is not public yet
    #[arg(long)]
    pub drafts: bool,
    /// The path of this address is where the preview lives
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Look for changes every second instead of being told by the system
    #[arg(long)]
    pub poll: bool,
}

/// `cxbook init`.
#[derive(Clone, Debug, Args)]
pub struct InitArgs {
    /// The folder; made if it is not there. Files in it are kept
    #[arg(value_name = "DIR", default_value = ".")]
    pub folder: PathBuf,
    /// Print nothing
    #[arg(long, short)]
    pub quiet: bool,
}

/// `cxbook new`.
#[derive(Clone, Debug, Args)]
pub struct NewArgs {
    /// What it is: article, principle, journey, persona, example, event, response, page, or an entry like touchpoint
    pub kind: String,
    /// Its id: the folder's name and part of its address, like `motor-claim`; of a response the article and a name,
    /// like `reading-a-journey/amelie`
    pub id: String,
    #[command(flatten)]
    #[allow(missing_docs, reason = "documented by its type")]
    pub project: ProjectArgs,
}

/// `cxbook fix`.
#[derive(Clone, Debug, Args)]
#[command(
    after_help = "Without --typography: what `cxbook check` finds and knows the way out of, such as a misspelt field or value, a share\n\
    without its sign, a step of another journey, a title that a page repeats, what is left of a web form."
)]
pub struct FixArgs {
    /// Files or folders of the project; without one, all
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Mend spaces, quotation marks, apostrophes and dashes by the `typography` of each language in book.toml
    #[arg(long)]
    pub typography: bool,
    /// Only files in this language; with --typography, only texts in it
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
    #[command(flatten)]
    #[allow(missing_docs, reason = "documented by its type")]
    pub writing: WritingArgs,
}

/// `cxbook rename`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "cxbook rename article:outside-in view-from-outside\n\
    cxbook rename step:motor-claim#wait waits\n\
    cxbook rename pain:motor-claim#wait/silence no-news\n\
    cxbook rename touchpoint:claims-hotline claims-line\n\
    cxbook rename --slug fr article:outside-in vue-du-client\n\n\
    References in every file and language follow, and so do files and folders. Old addresses lead on to\n\
    the new ones, and no translation becomes outdated. All of it is done, or nothing is.")]
pub struct RenameArgs {
    /// What it is and its id, like `article:outside-in` or `step:motor-claim#wait`
    #[arg(value_name = "KIND:ID")]
    pub what: String,
    /// The new id, or the new slug
    #[arg(value_name = "NEW-ID")]
    pub new: String,
    /// Give its page in this language another slug, and let the id be what it is
    #[arg(long, value_name = "LANG")]
    pub slug: Option<String>,
    #[command(flatten)]
    #[allow(missing_docs, reason = "documented by its type")]
    pub writing: WritingArgs,
}

/// `cxbook explain`.
#[derive(Clone, Debug, Args)]
pub struct ExplainArgs {
    /// The name in square brackets; without one, every name is listed
    pub name: Option<String>,
}

/// `cxbook schema`.
#[derive(Clone, Debug, Args)]
pub struct SchemaArgs {
    /// What to describe, like `journey`, `journey-translation`, `vocab-touchpoints` or `book`; without one, all
    /// names are listed
    pub name: Option<String>,
}

/// `cxbook translate`.
#[derive(Clone, Debug, Args)]
pub struct TranslateArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: TranslateCommand,
    #[command(flatten)]
    #[allow(missing_docs, reason = "documented by its type")]
    pub project: ProjectArgs,
    /// Print one JSON object
    #[arg(long, global = true)]
    pub json: bool,
}

/// What can be done with translations. A subject is what is translated as a whole: `articles/my-article`,
/// `vocab/touchpoints`, or the path of its file.
#[derive(Clone, Debug, Subcommand)]
pub enum TranslateCommand {
    /// Write the file in which a translation is made
    New {
        /// The language, like `fr`
        lang: String,
        /// What to translate, like `articles/my-article` or `vocab/touchpoints`
        subject: String,
    },
    /// Show what is missing, outdated or unverified
    Status {
        /// Only this language
        lang: Option<String>,
        /// Only this, with each segment that has no words of its own
        subject: Option<String>,
        /// Those that stand well too
        #[arg(long)]
        all: bool,
    },
    /// Show what has changed in the source since it was translated
    Diff {
        /// The language
        lang: String,
        /// What was translated
        subject: String,
    },
    /// Note that a translation has followed its source
    ///
    /// Without a subject, all that says nothing of it yet is noted to answer to today's source: a thousand files at a
    /// time, each batch whole or not at all. Stopped in between, run it again to go on.
    Sync {
        /// The language
        lang: String,
        /// What was translated; without it, everything that does not say yet which revision it answers to
        subject: Option<String>,
        /// Only the changes with these numbers, as `diff` prints them
        #[arg(long, value_name = "N", value_delimiter = ',')]
        segment: Vec<usize>,
    },
    /// Put new segments of the source into a translation, marked; nothing is taken away
    Update {
        /// The language
        lang: String,
        /// What was translated
        subject: String,
    },
    /// Say how good a translation is
    Mark {
        /// The language
        lang: String,
        /// What was translated
        subject: String,
        /// machine, draft or reviewed
        quality: String,
        /// Who has read it: the id of an author, or a name like "Jean P."
        #[arg(long, value_name = "NAME")]
        reviewer: Option<String>,
        /// Who translated, in the same way
        #[arg(long, value_name = "NAME")]
        by: Vec<String>,
        /// What is word for word the source's is rightly so
        #[arg(long)]
        same: bool,
    },
    /// Say that the edits of a source change nothing for its translations
    Minor {
        /// What was edited
        subject: String,
    },
    /// Take over a translation from elsewhere
    Adopt {
        /// The language
        lang: String,
        /// What it translates
        subject: String,
        /// The file that holds it, in Markdown or plain text
        file: PathBuf,
    },
    /// Write what is to be translated for other tools: PO, XLIFF, TMX, and the glossary as TBX or CSV
    Export {
        /// The format
        #[arg(value_enum)]
        format: ExchangeFormat,
        /// The language
        lang: String,
        /// Only this document or vocabulary
        subject: Option<String>,
        /// The folder to write into; what translators have written into a file there is kept
        #[arg(long, value_name = "DIR", default_value = "exchange")]
        out: PathBuf,
        /// Write over files that hold what the site does not; a PO file keeps it all the same
        #[arg(long)]
        replace: bool,
    },
    /// Take over what another tool has translated, text by text
    Import {
        /// PO or XLIFF files, or folders of them; TBX or CSV files of terms, for the glossary
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// What to do where a person has changed the same text meanwhile
        #[arg(long, value_enum, default_value_t = OnConflict::Keep)]
        on_conflict: OnConflict,
        /// Let HTML, links and pictures pass that the source does not have
        #[arg(long)]
        allow_markup: bool,
        /// Believe a file that says that its texts are approved
        #[arg(long)]
        trust_approved: bool,
        /// Say what would be taken, and write nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Keep the words of every source that a translation answers to: for what was written without this program
    Keep,
    /// Delete the snapshots that no translation answers to any more
    Gc,
    /// Add a language to the site
    AddLanguage {
        /// Its tag, like `it` or `pt-BR`
        lang: String,
        /// What its readers call it
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        /// Where most of its readers live, like `IT`: what links to the site say when they are shared
        #[arg(long, value_name = "TERRITORY")]
        territory: Option<String>,
    },
}

/// `cxbook export`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "What the format cannot hold is told on standard error.\n\n\
    cxbook export json > site.json              everything public, for `import json`\n\
    cxbook export mermaid motor-claim --lang fr  one journey as a diagram")]
pub struct ExportArgs {
    /// The format
    pub format: ExportFormat,
    /// What to export, like `motor-claim` or `principle:tell-us-once`; some formats take everything without one
    pub id: Option<String>,
    /// The language of its texts [default: the source language]
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
    /// The file to write [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Write over a file that says something else
    #[arg(long)]
    pub replace: bool,
    /// Export drafts too
    #[arg(long)]
    pub drafts: bool,
    #[command(flatten)]
    #[allow(missing_docs, reason = "documented by its type")]
    pub project: ProjectArgs,
}

/// What can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// Everything public in all languages, or one thing; with --lang, one thing in that language
    Json,
    /// A journey as a table: lanes below each other, steps beside each other
    Csv,
    /// One row a fact, of one journey or of all
    Tidy,
    /// A journey as a Mermaid diagram; without an id all of them, in a page of Markdown
    Mermaid,
    /// A journey as CJML 2.0
    Cjml,
    /// A journey as the table of a service blueprint, one row a happening
    Signal,
    /// One row a pain, of all journeys
    Pains,
    /// One row an opportunity, of all journeys
    Opportunities,
    /// One row a touchpoint
    Touchpoints,
    /// One row a principle: how often each journey keeps and breaks it
    PrinciplesMatrix,
    /// One row each time that customers are asked again
    Gaps,
    /// One row a reading; `import csv` reads such a table
    Readings,
}

/// `cxbook import`.
#[derive(Clone, Debug, Args)]
#[command(
    after_help = "Files that are there and say something else are kept: what would have been written stands beside them,\n\
    as `index.md.imported`, and the exit code is 3. What was guessed or dropped is told."
)]
pub struct ImportArgs {
    /// The format
    pub format: ImportFormat,
    /// The file to read
    pub file: PathBuf,
    /// The id of the journey [default: the file's name]
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Its title [default: what the file says]
    #[arg(long, value_name = "TITLE")]
    pub title: Option<String>,
    /// The language of its texts [default: the source language]
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
    /// Whose journey it is [default: whom the file names, else the first persona]
    #[arg(long, value_name = "PERSONA")]
    pub persona: Option<String>,
    /// The lifecycle that its phases belong to [default: the first]
    #[arg(long, value_name = "LIFECYCLE")]
    pub lifecycle: Option<String>,
    /// The stage of a phase, by the name or id of the phase; may be repeated
    #[arg(long = "stage", value_name = "PHASE=STAGE")]
    pub stages: Vec<String>,
    /// What the lanes of a table mean, as YAML: `"Customer actions": does`
    #[arg(long, value_name = "FILE")]
    pub map: Option<PathBuf>,
    /// Replace files that say something else
    #[arg(long)]
    pub replace: bool,
    /// Say what would be written, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    #[allow(missing_docs, reason = "documented by its type")]
    pub project: ProjectArgs,
}

/// What can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ImportFormat {
    /// What `export json` writes, or a file of /api/1/
    Json,
    /// A table of lanes and steps, or of readings: `journey,metric,step,date,value,n`
    Csv,
    /// A Mermaid `journey` diagram, or Markdown with such diagrams in fences
    Mermaid,
    /// The table of a service blueprint: `Stage,Service layer,What happens,…`
    Signal,
}

/// The formats that translations and terms are exchanged in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExchangeFormat {
    /// Gettext, one file a document
    Po,
    /// XLIFF 1.2, one file a document
    Xliff,
    /// XLIFF 2.1, one file a document
    Xliff2,
    /// A translation memory of all that is translated
    Tmx,
    /// The glossary as TBX-Basic
    Tbx,
    /// The glossary as a table
    Csv,
}

/// What an import does where both sides have changed a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OnConflict {
    /// Keep what a person has written, and put the other into conflicts.po
    Keep,
    /// Take what the tool has
    Take,
}
