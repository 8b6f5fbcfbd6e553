// The built site as pages and as a server on loopback, and a browser to open them in.
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { parse } from "parse5";
import { chromium } from "playwright-core";

export const SITE = process.env.SITE ?? path.resolve("public");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};

/** Every file below `folder`, as paths with `/`. */
export function files(folder = SITE, below = "") {
  return fs.readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below ? `${below}/${entry.name}` : entry.name;
    return entry.isDirectory() ? files(folder, name) : [name];
  });
}

export const attribute = (element, name) => element.attrs?.find((attr) => attr.name === name)?.value;

function* walk(node) {
  yield node;
  for (const child of node.childNodes ?? []) yield* walk(child);
  if (node.content) yield* walk(node.content);
}

/** The elements of one page, in order. */
export function elements(file, folder = SITE) {
  const tree = parse(fs.readFileSync(path.join(folder, file), "utf8"));
  return [...walk(tree)].filter((node) => node.tagName);
}

/** Serves `folder` under `prefix`; resolves to `{ origin, close }`. */
export async function serve(folder = SITE, prefix = "/") {
  const server = http.createServer((request, response) => {
    const url = new URL(request.url, "http://localhost");
    let name = decodeURIComponent(url.pathname);
    if (!name.startsWith(prefix)) return response.writeHead(404).end();
    name = name.slice(prefix.length);
    if (name === "" || name.endsWith("/")) name += "index.html";
    const file = path.join(folder, name);
    if (!file.startsWith(folder) || !fs.existsSync(file) || fs.statSync(file).isDirectory()) {
      return response.writeHead(404, { "content-type": "text/html" }).end("<!doctype html><title>404</title>");
    }
    response.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream" });
    fs.createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => { server.closeAllConnections(); return new Promise((resolve) => server.close(resolve)); },
  };
}

/** A browser with nothing of its own to say to the network. */
export function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((file) => fs.existsSync(file)),
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync",
    ],
    headless: true,
  });
}

export const temporary = () => fs.mkdtempSync(path.join(os.tmpdir(), "cxbook-"));
