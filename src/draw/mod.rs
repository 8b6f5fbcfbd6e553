//! Numbers and labels to SVG that stands inside a page. Knows no content.
//!
//! Every coordinate has one decimal, so that equal input gives equal bytes. Where text runs from
//! right to left, x is mirrored and letters are not. Colour is left to the stylesheet: shapes have
//! classes, and without a stylesheet they are lines in the colour of the text.
//!
//! | class | is |
//! |---|---|
//! | `curve` | the drawing of a journey's feelings; `curve-narrow` the one for small screens |
//! | `curve-grid`, `curve-zero` | lines at the scores; the one at nought |
//! | `curve-line`, `curve-area`, `curve-compared` | the curve; between it and nought; the other journey's |
//! | `curve-point` with `pos`, `neg` or `zero` | a score; `assumed` where it is no more than that |
//! | `curve-label`, `curve-score` | feelings; numbers at the grid |
//! | `mot`, `wow` | diamond round a moment of truth; star over a wow |
//! | `peak`, `end` | words beside the two points that are remembered |
//! | `staff`, `staff-line`, `staff-gap` | what staff believe; to the point; how far apart |
//! | `mini`, `mini-line`, `mini-zero`, `mini-low`, `mini-end` | the curve of a list |
//! | `off-path` | the drawing of deviations; `off-path-line`, `off-path-head`, `off-path-exit`, `off-path-label` on its `off-path-plate` in it |
//! | `sign` | one mark of a map alone, in its legend |
//! | `loop`, `line` | the drawing of a lifecycle, closed or straight |
//! | `loop-buy`, `loop-own`, `loop-band` | its two lobes; any band without a side |
//! | `loop-arrow`, `loop-name` | direction; the name of a lobe |
//! | `stage` with `empty`, `unowned` | a stage; no journey goes there; somebody suffers and nobody answers |
//! | `stage-ring`, `stage-alarm`, `stage-number`, `stage-label`, `stage-badge` | in a stage |
//! | `promise` | the diamond at the crossing and its word |
//! | `readings` | values over time; `readings-line`, `readings-last`, `readings-value` in it |
//! | `worth` | opportunities by effort and worth; `worth-grid`, `worth-corner`, `worth-digit`, `worth-axis`, `worth-number` in it |
//! | `worth-mark` with `unowned` | an opportunity; one that nobody is to do |

mod curve;
mod infinity_loop;
#[cfg(test)]
mod inside;
mod label;
mod legend;
mod mini;
mod off_path;
mod poster;
mod readings;
mod svg;
mod words;
mod worth;

pub use curve::{Curve, CurvePoint, Narrow, signed};
pub use infinity_loop::{Lifecycle, Lobe, Promise, Stage};
pub use legend::Sign;
pub use mini::mini;
pub use off_path::{OffPath, Way, WayBack};
pub use poster::{Line, Poster, PosterPhase, PosterRow, PosterStep};
pub use readings::readings;
pub use worth::{Mark, Worth};

/// Width of a step's column in the map, in user units.
pub const COLUMN: f64 = 176.0;
