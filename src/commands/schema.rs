//! `cxbook schema`: a kind of file to the JSON Schema of its fields.

use crate::base::nearest;
use crate::cli::SchemaArgs;
use crate::interchange::schema;
use crate::io::terminal;

pub(super) fn run(args: &SchemaArgs) -> anyhow::Result<u8> {
    let names = schema::names();
    let Some(name) = &args.name else {
        terminal::print(&names.iter().map(|name| format!("{name}\n")).collect::<String>());
        return Ok(0);
    };
    let Some(schema) = schema::schema(name) else {
        let help = match nearest(name, names.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "run `cxbook schema` for the list".to_owned(),
        };
        anyhow::bail!("there is no schema called `{name}`; {help}");
    };
    terminal::print(&format!("{}\n", serde_json::to_string_pretty(&schema)?));
    Ok(0)
}
