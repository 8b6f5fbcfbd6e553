//! Tables that scroll by keyboard and name their columns.

use pulldown_cmark::{Alignment, Event};

use super::Policy;

/// The table being written.
pub(super) struct TableState {
    alignments: Vec<Alignment>,
    cell: usize,
    is_in_header: bool,
    has_rows: bool,
    cell_start: usize,
}

impl Policy<'_, '_> {
    pub(super) fn start_table(&mut self, alignments: Vec<Alignment>) {
        self.tables += 1;
        let name = format!("{} {}", self.rendering.labels.table, self.tables);
        let region = [("class", "table-scroll"), ("tabindex", "0"), ("aria-label", name.trim())];
        let open = self.tags.open("section", &region);
        self.block(format!("{open}<table>\n"));
        self.table = Some(TableState { alignments, cell: 0, is_in_header: false, has_rows: false, cell_start: 0 });
    }

    pub(super) fn start_header(&mut self) {
        if let Some(table) = &mut self.table {
            table.is_in_header = true;
            table.cell = 0;
        }
        self.block("<thead>\n<tr>");
    }

    pub(super) fn end_header(&mut self) {
        if let Some(table) = &mut self.table {
            table.is_in_header = false;
        }
        self.block("</tr>\n</thead>\n");
    }

    pub(super) fn end_table(&mut self) {
        let has_rows = self.table.take().is_some_and(|table| table.has_rows);
        self.block(if has_rows { "</tbody>\n</table></section>\n" } else { "</table></section>\n" });
    }

    pub(super) fn start_row(&mut self) {
        let Some(table) = &mut self.table else { return };
        table.cell = 0;
        let opens_body = !std::mem::replace(&mut table.has_rows, true);
        self.block(if opens_body { "<tbody>\n<tr>" } else { "<tr>" });
    }

    pub(super) fn start_cell(&mut self) {
        if let Some(table) = &mut self.table {
            table.cell_start = self.out.len();
        }
    }

    /// Writes the tag of the cell too: whether it is a head shows only now.
    pub(super) fn end_cell(&mut self) {
        let Some(table) = &mut self.table else { return };
        let class = match table.alignments.get(table.cell) {
            Some(Alignment::Left) => "align-start",
            Some(Alignment::Center) => "align-center",
            Some(Alignment::Right) => "align-end",
            _ => "",
        };
        table.cell += 1;
        let start = table.cell_start;
        // An empty header cell heads nothing.
        let is_head = table.is_in_header && self.out.len() > start;
        let tag = match is_head {
            true => self.tags.open("th", &[("scope", "col"), ("class", class)]),
            false => self.tags.open("td", &[("class", class)]),
        };
        self.out.insert(start, Event::InlineHtml(tag.into()));
        self.html(if is_head { "</th>" } else { "</td>" });
    }
}
