//! Connections to checked requests: the limits that tiny_http does not have.
//!
//! A connection has five seconds to send its head, and is closed after one answer. At most 64 are
//! open; who comes then takes the place of the one that has kept us waiting longest.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::answer::SECURITY_HEADERS;
use super::head::{Head, MAX_HEAD, Refusal};

const MOST: usize = 64;
const HEAD_DEADLINE: Duration = Duration::from_secs(5);
const WRITE_DEADLINE: Duration = Duration::from_secs(10);
/// After this long without taking its whole answer, a connection may lose its place.
const SLOW: Duration = Duration::from_secs(2);

#[derive(Debug)]
pub(super) struct Gate {
    port: u16,
    socket: PathBuf,
    most: usize,
    open: Mutex<BTreeMap<u64, Open>>,
    left: Condvar,
}

/// A connection that is being served.
#[derive(Debug)]
struct Open {
    stream: Arc<TcpStream>,
    phase: Phase,
    since: Instant,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Reading,
    Answering,
    Streaming,
    /// It has lost its place, and its thread is about to end.
    Closing,
}

impl Gate {
    pub(super) fn new(port: u16, socket: PathBuf) -> Self {
        // A connection takes four descriptors: one here, two ends of the private socket, one of them twice.
        let descriptors = rustix::process::getrlimit(rustix::process::Resource::Nofile).current.unwrap_or(1024);
        let affordable = usize::try_from(descriptors).unwrap_or(usize::MAX).saturating_sub(40) / 4;
        Self { port, socket, most: affordable.clamp(2, MOST), open: Mutex::default(), left: Condvar::new() }
    }

    /// Accepts connections until that is no longer possible, and says why.
    pub(super) fn run(self: Arc<Self>, listener: &TcpListener) -> String {
        let mut failures = 0;
        for id in 0.. {
            match listener.accept() {
                Ok((stream, _)) => {
                    failures = 0;
                    self.admit(id, Arc::new(stream));
                }
                // Too many open files, or a client that left at once: the next may fare better.
                Err(error) if failures < 600 => {
                    let is_client =
                        matches!(error.kind(), io::ErrorKind::ConnectionAborted | io::ErrorKind::Interrupted);
                    failures += u32::from(!is_client);
                    thread::sleep(Duration::from_millis(50));
                }
                Err(error) => return format!("no more connections can be accepted: {error}"),
            }
        }
        String::new()
    }

    /// Whether an answer is on its way.
    pub(super) fn is_answering(&self) -> bool {
        self.lock().values().any(|open| open.phase == Phase::Answering)
    }

    fn admit(self: &Arc<Self>, id: u64, stream: Arc<TcpStream>) {
        if !self.make_room() {
            return turn_away(&stream);
        }
        self.lock().insert(id, Open { stream: Arc::clone(&stream), phase: Phase::Reading, since: Instant::now() });
        let gate = Arc::clone(self);
        let served = thread::Builder::new().stack_size(256 << 10).spawn(move || {
            gate.serve(id, &stream);
            drop(stream);
            gate.leave(id);
        });
        if served.is_err() {
            self.leave(id);
        }
    }

    fn leave(&self, id: u64) {
        self.lock().remove(&id);
        self.left.notify_all();
    }

    /// Whether one more may come in; if need be, closes the one that has kept us waiting longest.
    ///
    /// Its thread and its descriptors count until they are gone, so that we never run out of them:
    /// tiny_http would not survive that.
    fn make_room(&self) -> bool {
        let mut open = self.lock();
        if open.len() < self.most {
            return true;
        }
        let waits = |wanted: Phase, time: Duration| {
            move |(_, open): &(&u64, &mut Open)| open.phase == wanted && open.since.elapsed() >= time
        };
        let is_closing = open.values().any(|open| open.phase == Phase::Closing);
        let slowest = if is_closing {
            None
        } else if let Some((_, reading)) = open.iter_mut().find(waits(Phase::Reading, Duration::ZERO)) {
            Some(reading)
        } else {
            open.iter_mut().find(waits(Phase::Answering, SLOW)).map(|(_, answering)| answering)
        };
        if let Some(slowest) = slowest {
            slowest.phase = Phase::Closing;
            let _ = slowest.stream.shutdown(Shutdown::Both);
        } else if !is_closing {
            return false;
        }
        let (open, _) = self
            .left
            .wait_timeout_while(open, Duration::from_millis(200), |open| open.len() >= self.most)
            .unwrap_or_else(PoisonError::into_inner);
        open.len() < self.most
    }

    fn serve(&self, id: u64, stream: &TcpStream) {
        let _ = stream.set_nodelay(true);
        let _ = stream.set_write_timeout(Some(WRITE_DEADLINE));
        let head =
            match read_head(stream).and_then(|bytes| bytes.map(|bytes| Head::parse(&bytes, self.port)).transpose()) {
                Ok(Some(head)) => head,
                Ok(None) => return,
                Err(refusal) => return refuse(stream, refusal),
            };
        let phase = if head.is_stream() { Phase::Streaming } else { Phase::Answering };
        if let Some(open) = self.lock().get_mut(&id)
            && open.phase == Phase::Reading
        {
            (open.phase, open.since) = (phase, Instant::now());
        }
        let passed_on = UnixStream::connect(&self.socket).and_then(|mut server| {
            server.write_all(&head.to_bytes())?;
            Ok(server)
        });
        match passed_on {
            Ok(server) => {
                let _ = pass_back(&server, stream, phase);
                close(stream);
            }
            Err(_) => refuse(stream, Refusal { status: 503, reason: "the preview is stopping" }),
        }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<u64, Open>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The head with its empty line; `None` if the client left without a word.
fn read_head(mut stream: &TcpStream) -> Result<Option<Vec<u8>>, Refusal> {
    let deadline = Instant::now() + HEAD_DEADLINE;
    let late = Refusal { status: 408, reason: "the request took too long" };
    let mut head = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return if head.is_empty() { Ok(None) } else { Err(late) };
        }
        let _ = stream.set_read_timeout(Some(left));
        match stream.read(&mut buffer) {
            Ok(0) => return Ok(None),
            Ok(count) => head.extend_from_slice(&buffer[..count]),
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut | io::ErrorKind::Interrupted
                ) =>
            {
                continue;
            }
            Err(_) => return Ok(None),
        }
        if let Some(end) = head.windows(4).position(|window| window == b"\r\n\r\n") {
            // What follows would be a body or another request, and neither is wanted.
            head.truncate(end + 4);
            return if head.len() > MAX_HEAD { Err(TOO_LONG) } else { Ok(Some(head)) };
        }
        if head.len() > MAX_HEAD {
            return Err(TOO_LONG);
        }
        // A head whose lines end in bare line feeds would never end by our rule.
        if head.windows(2).any(|window| window == b"\n\n") {
            return Err(Refusal { status: 400, reason: "malformed request" });
        }
    }
}

const TOO_LONG: Refusal = Refusal { status: 431, reason: "the request is too long" };

/// Copies the answer, and says in its head that the connection ends with it.
fn pass_back(mut server: &UnixStream, mut client: &TcpStream, phase: Phase) -> io::Result<()> {
    let mut buffer = vec![0; 1 << 16];
    let mut is_first = true;
    if phase == Phase::Streaming {
        server.set_read_timeout(Some(Duration::from_secs(1)))?;
    }
    loop {
        let count = match server.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) if error.kind() == io::ErrorKind::WouldBlock && phase == Phase::Streaming => {
                if has_left(client) {
                    return Ok(());
                }
                continue;
            }
            Err(error) => return Err(error),
        };
        let mut bytes = &buffer[..count];
        if is_first && let Some(end) = bytes.windows(2).position(|window| window == b"\r\n") {
            is_first = false;
            client.write_all(&bytes[..end + 2])?;
            client.write_all(b"Connection: close\r\n")?;
            bytes = &bytes[end + 2..];
        }
        client.write_all(bytes)?;
    }
}

/// Whether the client has closed its end; a stream may have nothing to write for long.
fn has_left(client: &TcpStream) -> bool {
    let _ = client.set_read_timeout(Some(Duration::from_millis(1)));
    let mut buffer = [0; 1];
    match client.peek(&mut buffer) {
        Ok(count) => count == 0,
        Err(error) => {
            !matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut | io::ErrorKind::Interrupted)
        }
    }
}

/// Says in one breath that there is no room, and waits for nothing.
fn turn_away(mut stream: &TcpStream) {
    let _ = stream.set_nonblocking(true);
    let _ = stream.write(refusal_text(Refusal { status: 503, reason: "too many connections" }).as_bytes());
}

fn refuse(mut stream: &TcpStream, refusal: Refusal) {
    if stream.write_all(refusal_text(refusal).as_bytes()).is_ok() {
        close(stream);
    }
}

fn refusal_text(Refusal { status, reason }: Refusal) -> String {
    let title = match status {
        400 => "Bad Request",
        403 => "Forbidden",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        413 => "Content Too Large",
        414 => "URI Too Long",
        417 => "Expectation Failed",
        421 => "Misdirected Request",
        431 => "Request Header Fields Too Large",
        503 => "Service Unavailable",
        _ => "HTTP Version Not Supported",
    };
    let allow = if status == 405 { "Allow: GET, HEAD\r\n" } else { "" };
    let headers: String = SECURITY_HEADERS.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    format!(
        "HTTP/1.1 {status} {title}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n\
         Content-Length: {}\r\n{allow}{headers}\r\n{reason}\n",
        reason.len() + 1
    )
}

/// Closes so that the client gets to read the answer: a socket with unread input is reset.
fn close(mut stream: &TcpStream) {
    let _ = stream.shutdown(Shutdown::Write);
    let _ = stream.set_read_timeout(Some(Duration::from_millis(100)));
    let start = Instant::now();
    let mut buffer = [0; 4096];
    while start.elapsed() < Duration::from_millis(500) && stream.read(&mut buffer).is_ok_and(|count| count > 0) {}
}
