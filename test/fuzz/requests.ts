import { JSON_TEXT } from "../bench/cost/shapes/json.ts";
import { HEADER } from "../bench/cost/shapes/values.ts";
import { TOKEN } from "../e2e/token.ts";
import { PATHS } from "../interface.ts";
import { articleLine } from "./articles.ts";
import { chance, mostly, type Next, nastyText, pick, textOf } from "./texts.ts";

/** A request as it goes over the wire. */
export interface RawRequest {
  bytes: Buffer;
  method: string;
  /** Its method and the path that it was made after: what fails alike is called alike. */
  kind: string;
  /** No server has to answer it: it may close the connection. */
  isBroken: boolean;
}

/** What requests are made for. */
export interface Targets {
  /** Of feeds. */
  slugs: string[];
  /** A session at the desk: its cookie, and what its forms carry. */
  cookie: string;
  formToken: string;
  now: number;
}

/** Everything but the end of the session that all share. */
const PLACES = Object.entries(PATHS)
  .filter(([path]) => path !== "/desk/sign-out")
  .map(([path, methods]) => ({ path, methods }));
const METHODS = "GET HEAD POST PUT DELETE PATCH OPTIONS TRACE PROPFIND".split(" ");
/** Most polls are of documents. */
const DOCUMENTS = [
  "/feeds/{slug}.rss",
  "/feeds/{slug}.{format}",
  "/feeds/{slug}",
  "/feeds/{slug}/archive/{page}.{format}",
  "/",
];

/** What clients send with a request, and what they should not. */
const HEADERS: Record<string, string[]> = {
  "accept-encoding": ["gzip", "br", "gzip, br", "identity;q=0", "*;q=0", "gzip;q=0.5, br;q=1.0"],
  "if-none-match": ["*", '"a"', 'W/"a"', '"a", "b"'],
  "if-match": ["*", '"1"', '"2"'],
  "if-modified-since": ["Tue, 03 Mar 2026 10:15:00 GMT", "Tue, 03 Mar 2099 10:15:00 GMT", "0"],
  "a-im": ["feed", "feed, gzip", "feed;q=0"],
  range: ["bytes=0-1", "bytes=-5", "bytes=9999999-"],
  accept: ["text/html", "application/json", "*/*"],
  "accept-language": ["en", "ar;q=0.5"],
  "user-agent": ["Feedly/1.0 (5 subscribers; feed-id=1)", "Mozilla/5.0", "curl/8"],
  "sec-fetch-dest": ["document", "empty"],
  origin: ["null", "https://evil.example"],
  referer: ["https://evil.example/"],
  "x-forwarded-for": ["10.0.0.1", "::1", "10.0.0.1, 10.0.0.2"],
  "x-forwarded-proto": ["https"],
  "x-forwarded-host": ["evil.example"],
  "content-encoding": ["gzip"],
  cookie: ["desk=a", "desk=a.b", "a=b; desk="],
};

/** Any request: well-formed mostly, for what is meant for a route is read by more of our code than what is for none. */
export function anyRequest(next: Next, targets: Targets): RawRequest {
  if (chance(next, 0.01)) return brokenRequest(next);
  const place = chance(next, 0.5) ? { path: pick(next, DOCUMENTS), methods: ["get"] } : pick(next, PLACES);
  const method = mostly(next, pick(next, place.methods).toUpperCase(), () => pick(next, METHODS));
  const path = mostly(next, pathOf(next, place.path, targets), () => `/${encoded(next, nastyText(next))}`);
  const body = method === "GET" || method === "HEAD" ? "" : bodyOf(next, place.path, targets);
  const lines = [
    `${method} ${path}${queryOf(next)} HTTP/1.1`,
    `host: ${mostly(next, "localhost", () => headerText(next))}`,
    ...credentials(next, place.path, targets),
    ...headersOf(next),
    ...(place.path.startsWith("/desk") ? ["content-type: application/x-www-form-urlencoded"] : []),
    ...(place.path.startsWith("/desk") && chance(next, 0.9) ? ["origin: http://localhost"] : []),
  ];
  return { bytes: withBody(next, lines, body), method, kind: `${method} ${place.path}`, isBroken: false };
}

const SLUG_VALUES = ["..", ".", "%ff", "%2e%2e", "everything/", "__proto__", "everything.rss"];

function pathOf(next: Next, path: string, { slugs }: Targets): string {
  const values: Record<string, () => string> = {
    slug: () => mostly(next, pick(next, slugs), () => pick(next, SLUG_VALUES)),
    format: () => mostly(next, pick(next, ["rss", "atom", "json"]), () => encoded(next, nastyText(next))),
    page: () => mostly(next, "1", () => pick(next, ["0", "-1", "1e9", "99999999999999999999", "01"])),
    revision: () => mostly(next, "1", () => pick(next, ["0", "-1", "1.5", "99999999999999999999"])),
    id: () => mostly(next, `a-${Math.floor(next() * 2_000)}`, () => encoded(next, nastyText(next))),
  };
  return path.replace(/\{(\w+)\}/g, (_, name: string) => (values[name] ?? (() => encoded(next, nastyText(next))))());
}

/** Percent-encoded as a client does, or not quite. */
function encoded(next: Next, text: string): string {
  if (chance(next, 0.8)) return encodeURIComponent(text.toWellFormed());
  return text
    .toWellFormed()
    .replace(/[^\x21-\x7e]/g, "%ff")
    .replace(/[?#]/g, "%");
}

const QUERIES = "q page entry key section up_to before after reason days limit cursor to done from".split(" ");

function queryOf(next: Next): string {
  if (chance(next, 0.6)) return "";
  const value = (): string =>
    chance(next, 0.5) ? encoded(next, nastyText(next)) : pick(next, ["1", "a", "2026-03-01", "-1", ""]);
  return `?${Array.from({ length: 1 + Math.floor(next() * 3) }, () => `${pick(next, QUERIES)}=${value()}`).join("&")}`;
}

function credentials(next: Next, path: string, { cookie }: Targets): string[] {
  if (path.startsWith("/desk")) return [`cookie: ${mostly(next, cookie, () => headerText(next))}`];
  if (!path.startsWith("/api") && !path.includes("partner"))
    return chance(next, 0.95) ? [] : [`authorization: ${headerText(next)}`];
  return mostly(next, [`authorization: Bearer ${TOKEN}`], () => [
    `authorization: ${pick(next, ["Bearer wrong", "Basic YTpi", headerText(next)])}`,
  ]);
}

function headersOf(next: Next): string[] {
  const names = Object.keys(HEADERS).filter(() => chance(next, 0.1));
  return names.map((name) => `${name}: ${mostly(next, pick(next, HEADERS[name] ?? []), () => headerText(next))}`);
}

/** What a server may be sent as a header's value (RFC 9110 §5.5). */
const headerText = (next: Next): string => textOf(next, HEADER, 2_000).replace(/[^\t\x20-\x7e\x80-\xff]/g, "?");

function bodyOf(next: Next, path: string, { formToken, now }: Targets): string {
  if (path.startsWith("/desk")) {
    const text = chance(next, 0.5) ? articleLine(next, now) : nastyText(next);
    const form = {
      form_token: mostly(next, formToken, () => nastyText(next)),
      text,
      article: text,
      revision: "1",
      reason: "a",
      status: "usable",
    };
    return new URLSearchParams(form).toString();
  }
  if (path === "/api/articles")
    return Array.from({ length: 1 + Math.floor(next() * 3) }, () => articleLine(next, now)).join("\n");
  if (path.startsWith("/api/articles")) return articleLine(next, now);
  return chance(next, 0.5)
    ? JSON.stringify({ slug: nastyText(next), name: nastyText(next) })
    : textOf(next, JSON_TEXT, 5_000);
}

/** A body of a length that is told, or in chunks (RFC 9112 §6). */
function withBody(next: Next, lines: string[], text: string): Buffer {
  const body = Buffer.from(text);
  if (body.length === 0) return head(lines);
  if (chance(next, 0.7)) return Buffer.concat([head([...lines, `content-length: ${body.length}`]), body]);
  const size = Buffer.from(`${body.length.toString(16)}\r\n`);
  return Buffer.concat([head([...lines, "transfer-encoding: chunked"]), size, body, Buffer.from("\r\n0\r\n\r\n")]);
}

const head = (lines: string[]): Buffer => Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");

/** What is no request, or two that contradict each other (RFC 9112 §2.2, §3.2, §6.3). */
function brokenRequest(next: Next): RawRequest {
  const lines = pick(next, [
    () => [textOf(next, HEADER, 500)],
    () => ["GET / HTTP/9.9", "host: localhost"],
    () => ["GET /", ""],
    () => ["GET / HTTP/1.1"],
    () => ["GET / HTTP/1.1", "host: a", "host: b"],
    () => [`GET /${"a".repeat(20_000)} HTTP/1.1`, "host: localhost"],
    () => ["GET / HTTP/1.1", "host: localhost", `a: ${"b".repeat(20_000)}`],
    () => ["GET / HTTP/1.1", "host: localhost", `a: ${nastyText(next)}\r\n${nastyText(next)}`],
    () => [
      "POST /api/articles HTTP/1.1",
      "host: localhost",
      "content-length: 1",
      "transfer-encoding: chunked",
      "",
      "0",
      "",
    ],
    () => [
      "POST /api/articles HTTP/1.1",
      "host: localhost",
      `authorization: Bearer ${TOKEN}`,
      "transfer-encoding: chunked",
      "",
      "zz",
      "",
    ],
    () => ["POST /api/articles HTTP/1.1", "host: localhost", "content-length: -1"],
    () => ["CONNECT localhost:1 HTTP/1.1", "host: localhost"],
    () => ["GET http://evil.example/feeds/everything.rss HTTP/1.1", "host: localhost"],
    () => ["GET /feeds/everything.rss HTTP/1.1", "host: localhost", "connection: upgrade", "upgrade: websocket"],
    () => ["POST /desk/sign-in HTTP/1.1", "host: localhost", "expect: 100-continue", "content-length: 1"],
  ])();
  return {
    bytes: Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"),
    method: "GET",
    kind: "broken",
    isBroken: true,
  };
}
