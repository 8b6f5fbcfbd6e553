//! The preview's HTTP: requests on 127.0.0.1 to answers from memory.
//!
//! ```text
//!   browser ──► gate ──► head ──► (private socket) tiny_http ──► answer ──► Generation
//!              limits    checks                                   pure       immutable
//! ```
//!
//! tiny_http has no timeouts and no limits of its own, and one request with an enormous
//! `Content-Length` ends its process. So nothing reaches it but what the [`gate`] has read in full,
//! checked ([`head`]) and written anew. No answer is ever read from the file system.

mod answer;
mod client;
mod gate;
mod head;
mod media;
mod range;

use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::net::UnixListener;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

use super::reload::Live;
use answer::{Answer, Reply};
use gate::Gate;

/// A port of our own on 127.0.0.1, not yet answering.
#[derive(Debug)]
pub struct Port {
    listener: TcpListener,
    number: u16,
}

impl Port {
    /// Takes the port `wanted`; without one, 8000 or the first of the nine after it that is free.
    ///
    /// # Errors
    ///
    /// The wanted port, or each of the ten, is taken.
    pub fn take(wanted: Option<u16>) -> anyhow::Result<Self> {
        const FIRST: u16 = 8000;
        const LAST: u16 = 8009;
        if let Some(number) = wanted {
            return Self::bind(number).with_context(|| {
                format!("could not listen on port {number} of 127.0.0.1; choose another with --port")
            });
        }
        for number in FIRST..=LAST {
            match Self::bind(number) {
                Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {}
                port => return port.with_context(|| format!("could not listen on port {number} of 127.0.0.1")),
            }
        }
        bail!("could not find a free port from {FIRST} to {LAST} of 127.0.0.1; choose another with --port")
    }

    fn bind(number: u16) -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, number))?;
        let number = listener.local_addr()?.port();
        Ok(Self { listener, number })
    }

    /// Its number.
    #[must_use]
    pub fn number(&self) -> u16 {
        self.number
    }

    /// Whether it is another than the one that is usually taken.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        self.number == 8000
    }
}

/// A preview that answers as long as this value lives.
#[derive(Debug)]
pub struct Server {
    folder: PathBuf,
    gate: Arc<Gate>,
}

impl Server {
    /// Answers requests to `port` from what `live` holds.
    ///
    /// `stopped` is called with the reason if no more connections can be accepted.
    ///
    /// # Errors
    ///
    /// The private socket could not be made.
    pub fn start(
        port: Port,
        live: Arc<Live>,
        stopped: impl Fn(String) + Send + Clone + 'static,
    ) -> anyhow::Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("cxbook-")
            .tempdir()
            .context("could not make a folder for the preview's socket")?
            .keep();
        let socket = folder.join("http");
        let server = Self { folder, gate: Arc::new(Gate::new(port.number, socket.clone())) };
        let listener = UnixListener::bind(&socket).context("could not make the preview's socket")?;
        let http = tiny_http::Server::from_listener(listener, None)
            .map_err(|error| anyhow::anyhow!("could not start the preview: {error}"))?;
        let stopped_too = stopped.clone();
        thread::spawn(move || {
            loop {
                match http.recv() {
                    Ok(request) => {
                        let live = Arc::clone(&live);
                        // Each on a thread of its own: the gate lets 64 in at most.
                        let _ = thread::Builder::new().spawn(move || respond(request, &live));
                    }
                    Err(error) => return stopped_too(format!("the preview's socket closed: {error}")),
                }
            }
        });
        let gate = Arc::clone(&server.gate);
        thread::spawn(move || stopped(gate.run(&port.listener)));
        Ok(server)
    }

    /// Waits until every answer that was begun has been sent, at most for `time`.
    pub fn drain(&self, time: Duration) {
        let start = Instant::now();
        while self.gate.is_answering() && start.elapsed() < time {
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Removes what the server has on the disk. It answers no more requests after that.
    pub fn tidy(&self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.tidy();
    }
}

fn respond(request: tiny_http::Request, live: &Arc<Live>) {
    let header = |name: &'static str| {
        request.headers().iter().find(|header| header.field.equiv(name)).map(|header| header.value.as_str())
    };
    let asked = answer::Asked {
        target: request.url(),
        tag: header("If-None-Match"),
        range: header("Range"),
        range_tag: header("If-Range"),
    };
    match answer::answer(&asked, live) {
        Reply::Stream(stream) => {
            // Written by hand: a chunked response is not flushed event by event.
            let _ = stream.run(request.into_writer());
        }
        Reply::Answer(answer) => {
            let _ = request.respond(answer.into_response());
        }
    }
}

impl Answer {
    fn into_response(self) -> tiny_http::Response<std::io::Cursor<bytes::Bytes>> {
        let headers = self
            .headers
            .iter()
            .filter_map(|(name, value)| tiny_http::Header::from_bytes(name.as_bytes(), value.as_bytes()).ok())
            .collect();
        let length = self.length;
        tiny_http::Response::new(self.status.into(), headers, std::io::Cursor::new(self.body), Some(length), None)
            .with_chunked_threshold(usize::MAX)
    }
}
