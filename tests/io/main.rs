//! What touches the world, in folders that are thrown away.

#![allow(clippy::disallowed_methods, reason = "tests of what touches the world")]

mod http;
mod publish;
mod scan;
mod starter;
