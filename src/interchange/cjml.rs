//! A journey to CJML 2.0, the Customer Journey Modelling Language.
//!
//! CJML tells what was planned from what one person went through. A map shows what happens as a rule, so it is written as a
//! `plannedJourney`; only one that rests on a single log is an `actualJourney`. A step with a touchpoint is a communication
//! point, in which the customer or a department begins; any other is an action. The schema is not final (version 3 is
//! announced), and its sample names actors by other ids than it declares; here each reference is to an actor declared.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{LossReport, Subject};
use crate::base::{Id, count};
use crate::content::Kind;
use crate::content::front_matter::{EvidenceKind, JourneyState, Mode, Owner, Step};

/// The id of whoever serves the customer where no department is named.
const SOMEBODY: &str = "organisation";

/// Writes a journey; `organisation` is whose departments they are.
#[must_use]
pub fn write(subject: Subject<'_>, organisation: &str, report: &mut LossReport) -> String {
    let journey = subject.journey;
    let is_log = |evidence: &crate::content::front_matter::Evidence| evidence.kind == Some(EvidenceKind::Log);
    let is_actual = journey.evidence.len() == 1 && journey.evidence.values().all(is_log);
    report.keep(format!("{} with actors and channels", count(journey.path().count(), "step")));
    if journey.state == Some(JourneyState::Current) && !is_actual {
        report.guess("`plannedJourney`: an `actualJourney` is what one person went through, and a map is not");
    }
    report.drop(
        "phases, feelings, thoughts, times, work behind the scenes, what is told, pains, principles, opportunities, deviations, \
         evidence and readings",
    );
    let sheet = Sheet { subject, organisation, is_actual };
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    let written = sheet.document(&mut writer);
    debug_assert!(written.is_ok(), "writing to memory does not fail");
    let mut text = String::from_utf8(writer.into_inner()).unwrap_or_default();
    text.push('\n');
    text
}

struct Sheet<'a> {
    subject: Subject<'a>,
    organisation: &'a str,
    is_actual: bool,
}

type Xml = Writer<Vec<u8>>;

impl Sheet<'_> {
    fn document(&self, xml: &mut Xml) -> std::io::Result<()> {
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let root = if self.is_actual { "actualJourney" } else { "plannedJourney" };
        xml.create_element("CJML").with_attribute(("version", "2.0")).write_inner_content(|xml| {
            // No element of the published sample holds a title.
            let title = clean(&self.subject.title()).replace("--", "\u{2013}");
            xml.write_event(Event::Comment(BytesText::from_escaped(format!(" {title} "))))?;
            xml.create_element(root).write_inner_content(|xml| {
                text(xml, "journeyID", &self.subject.node.id.id)?;
                xml.create_element("actors").write_inner_content(|xml| self.actors(xml))?;
                xml.create_element("touchpoints").write_inner_content(|xml| {
                    self.subject.journey.path().try_for_each(|(_, _, id, step)| self.step(xml, id, step))
                })?;
                Ok(())
            })?;
            Ok(())
        })?;
        Ok(())
    }

    fn actors(&self, xml: &mut Xml) -> std::io::Result<()> {
        let subject = self.subject;
        let persona = subject.persona().unwrap_or_else(|| self.customer());
        xml.create_element("endUser")
            .with_attribute(("actorID", self.customer().as_str()))
            .write_inner_content(|xml| text(xml, "actorName", &persona))?;
        let mut known: Vec<Provider> = Vec::new();
        for (_, _, _, step) in subject.journey.path().filter(|(_, _, _, step)| is_met(step)) {
            let provider = self.provider(step);
            if !known.contains(&provider) {
                known.push(provider);
            }
        }
        for provider in known {
            let name = match &provider {
                Some(department) => subject.name(Kind::Department, department),
                None => self.organisation.to_owned(),
            };
            xml.create_element("serviceProvider")
                .with_attribute(("actorID", self.id_of(&provider).as_str()))
                .write_inner_content(|xml| text(xml, "companyName", &name))?;
        }
        Ok(())
    }

    fn step(&self, xml: &mut Xml, id: &Id, step: &Step) -> std::io::Result<()> {
        let does = step.does.as_ref().or(step.name.as_ref());
        let label = self.subject.plain_of(does);
        if !is_met(step) {
            let name = if self.is_actual { "actualAction" } else { "action" };
            xml.create_element(name).write_inner_content(|xml| {
                text(xml, "touchpointID", id.as_str())?;
                party(xml, "initiator", &self.customer(), &label)
            })?;
            return Ok(());
        }
        let name = if self.is_actual { "actualCommunicationPoint" } else { "communicationPoint" };
        let met = step.touchpoints.refs().iter().map(|one| self.subject.name(Kind::Touchpoint, &one.value));
        let met = met.collect::<Vec<String>>().join(", ");
        let answer = step.frontstage.first().map_or(met, |(_, text)| self.subject.plain(text));
        let customer = (self.customer(), label);
        let provider = (self.id_of(&self.provider(step)), answer);
        let comes_from_them = matches!(self.subject.graph.mode(step), Mode::Observes | Mode::Undergoes | Mode::Waits);
        let (first, second) = if comes_from_them { (provider, customer) } else { (customer, provider) };
        xml.create_element(name).write_inner_content(|xml| {
            text(xml, "touchpointID", id.as_str())?;
            party(xml, "initiator", &first.0, &first.1)?;
            party(xml, "receiver", &second.0, &second.1)?;
            for channel in self.subject.graph.channels(step) {
                let Ok(channel) = Id::parse(&channel.id) else { continue };
                let name = self.subject.name(Kind::Channel, &channel);
                xml.create_element("channel").write_inner_content(|xml| text(xml, "channelName", &name))?;
            }
            Ok(())
        })?;
        Ok(())
    }

    fn customer(&self) -> String {
        self.subject.journey.persona.as_ref().map_or_else(|| "customer".to_owned(), |persona| persona.value.to_string())
    }

    /// Whom the customer deals with: who answers for the step, else for the journey.
    fn provider(&self, step: &Step) -> Provider {
        let responsible = self.subject.graph.responsible(step).into_iter().next();
        responsible.or_else(|| match &self.subject.journey.owner {
            Owner::Departments(departments) => departments.first().map(|department| department.value.clone()),
            Owner::Unasked | Owner::Nobody(_) => None,
        })
    }

    /// No two actors have one id.
    fn id_of(&self, provider: &Provider) -> String {
        let id = provider.as_ref().map_or(SOMEBODY, Id::as_str);
        if id == self.customer() { format!("{id}-provider") } else { id.to_owned() }
    }
}

/// A department; none where no department is named.
type Provider = Option<Id>;

fn is_met(step: &Step) -> bool {
    !step.touchpoints.refs().is_empty()
}

fn party(xml: &mut Xml, role: &str, actor: &str, label: &str) -> std::io::Result<()> {
    xml.create_element(role).write_inner_content(|xml| {
        xml.create_element("refersTo").with_attribute(("actorIDref", actor)).write_empty()?;
        text(xml, &format!("{role}Label"), label)
    })?;
    Ok(())
}

fn text(xml: &mut Xml, name: &str, said: &str) -> std::io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&clean(said)))?;
    Ok(())
}

/// Without the control characters that XML does not know.
fn clean(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}')).collect()
}
