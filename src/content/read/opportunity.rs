//! Opportunities.

use indexmap::IndexMap;

use super::common::{NAME, RENAMED};
use super::journey::each;
use super::reader::{Fields, Reader};
use super::step::OWNER;
use crate::base::Id;
use crate::content::Kind;
use crate::content::front_matter::{Benefit, Opportunity, OpportunityKind, OpportunityStatus, Owner};
use crate::content::shape::{Field, Shape, Type, Word};
use crate::diagnostic::Name;

/// An opportunity.
pub static OPPORTUNITY: Shape = Shape {
    name: "opportunity",
    doc: "What could be better.",
    fields: &[
        &[
            Field::required("name", Type::Text(NAME), "What to do."),
            Field::required("kind", Type::Word(OpportunityKind::WORDS), "What sort of improvement it is."),
            Field::depends(
                "addresses",
                Type::List(&Type::PainRef),
                "Pains that it would take away; needed unless the kind is delight or efficiency.",
            ),
            Field::optional("removes", Type::List(&Type::Removal), "What it would take away besides."),
            Field::optional("owner", OWNER, "The department that does it, or nobody."),
            Field::optional(
                "status",
                Type::Word(OpportunityStatus::WORDS),
                "How far it is; open where it is not given.",
            ),
            Field::optional("customer-value", Type::Integer(1, 5), "What it is worth to the customer."),
            Field::optional("business-value", Type::Integer(1, 5), "What it is worth to the organisation."),
            Field::optional("effort", Type::Integer(1, 5), "What it costs."),
            Field::optional("benefit", Type::List(&Type::Word(Benefit::WORDS)), "What it is good for."),
            Field::optional("due", Type::Date, "When it is promised."),
            Field::optional("done", Type::Date, "When it was done."),
            Field::optional("measure", Type::Ref(Kind::Metric), "The metric that should move."),
            Field::optional("link", Type::Url, "Where the work is followed."),
        ],
        RENAMED,
    ],
    main: Some("name"),
};

/// Reads the opportunities of a journey, by id.
pub fn all(reader: &mut Reader, fields: &Fields) -> IndexMap<Id, Opportunity> {
    each(reader, fields, "opportunities", |reader, id, entry| {
        let fields = reader.fields(entry.node, &OPPORTUNITY, entry.range, format!("opportunities.{id}."))?;
        let status = fields.word::<OpportunityStatus>(reader, "status");
        let opportunity = Opportunity {
            name: fields.text(reader, "name"),
            kind: fields.word(reader, "kind").map(|word| word.value),
            addresses: fields.pain_refs(reader, "addresses"),
            removes: fields.removals(reader, "removes"),
            owner: fields.owner(reader, "owner"),
            status: status.as_ref().map(|status| status.value).unwrap_or_default(),
            status_range: status.as_ref().map(|status| status.range),
            customer_value: fields.grade(reader, "customer-value"),
            business_value: fields.grade(reader, "business-value"),
            effort: fields.grade(reader, "effort"),
            benefit: fields.words(reader, "benefit"),
            due: fields.date(reader, "due"),
            done: fields.date(reader, "done"),
            measure: fields.reference(reader, "measure"),
            link: fields.url(reader, "link"),
            range: entry.range,
        };
        let is_free = matches!(opportunity.kind, Some(OpportunityKind::Delight | OpportunityKind::Efficiency) | None);
        if !is_free && !fields.has("addresses") {
            reader.missing(&fields, "addresses");
        }
        progress(reader, &opportunity);
        Some(opportunity)
    })
}

fn progress(reader: &mut Reader, opportunity: &Opportunity) {
    let Owner::Nobody(nobody) = opportunity.owner else { return };
    let Some(status) = opportunity.status_range.filter(|_| opportunity.status == OpportunityStatus::InProgress) else {
        return;
    };
    let problem = reader
        .fault(Name::ProgressWithoutOwner, status, "the work is in progress and nobody does it")
        .label("in progress")
        .related(reader.span(nobody), "owned by nobody")
        .help("name the department that does it, or write `status: open`");
    reader.push(problem);
}
