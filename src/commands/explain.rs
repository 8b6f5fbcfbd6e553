//! `cxbook explain`: the name of a problem to what it means.

use crate::base::nearest;
use crate::cli::ExplainArgs;
use crate::diagnostic::{self, Level, Name};
use crate::io::terminal;

pub(super) fn run(args: &ExplainArgs) -> anyhow::Result<u8> {
    let Some(text) = &args.name else {
        let width = Name::ALL.iter().map(|name| name.as_str().len()).max().unwrap_or_default();
        let lines: Vec<String> = Name::ALL
            .iter()
            .map(|name| format!("{:width$}  {:5}  {}\n", name.as_str(), level(*name), name.summary()))
            .collect();
        terminal::print(&lines.concat());
        return Ok(0);
    };
    let text = text.trim_matches(['[', ']', '`']);
    let Some(name) = Name::parse(text) else {
        let near = nearest(text, Name::ALL.iter().map(|name| name.as_str()));
        let help = near
            .map_or_else(|| "run `cxbook explain` for the list".to_owned(), |near| format!("did you mean `{near}`?"));
        anyhow::bail!("no problem is called `{text}`; {help}");
    };
    let settable = if name.is_settable() {
        format!(
            "It is a rule of editorial policy, `{}` by default. To change that, write in book.toml:\n\n  [lints]\n  {name} = \"{}\"\n",
            level(name),
            if name.default_level() == Level::Deny { "warn" } else { "deny" },
        )
    } else {
        "It makes the site wrong, so it is always an error: nothing is published until it is mended.\n".to_owned()
    };
    let page = diagnostic::page(name).unwrap_or_else(|| format!("# {name}\n\n{}\n", name.summary()).into());
    terminal::print(&format!("{}\n\n{settable}", page.trim_end()));
    Ok(0)
}

fn level(name: Name) -> &'static str {
    match name.default_level() {
        Level::Allow => "allow",
        Level::Warn => "warn",
        Level::Deny => {
            if name.is_settable() {
                "deny"
            } else {
                "error"
            }
        }
    }
}
