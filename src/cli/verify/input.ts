import { existsSync } from "node:fs";
import { withoutFeedScheme } from "../../proofread/discover/discover.ts";
import { isHttpUrl } from "../options.ts";

/** What a person gives: a name, and where it leads. */
export type Input =
  | { kind: "stdin"; name: string }
  | { kind: "file"; name: string }
  /** `authorization` is what the URL held before its host. */
  | { kind: "url"; name: string; authorization?: string };

/** As `-` is known in reports. */
const STANDARD_INPUT = "standard input";

/** A file that is there goes before a host of its name, and what cannot be asked for is taken for a file's. It throws nothing. */
export function inputOf(name: string): Input {
  if (name === "-") return { kind: "stdin", name: STANDARD_INPUT };
  if (isHttpUrl(name)) return urlInput(name);
  if (/^feed:/i.test(name) && isHttpUrl(withoutFeedScheme(name))) return urlInput(withoutFeedScheme(name));
  const url = `${/^(?:localhost|127\.|\[::1\])/.test(name) ? "http" : "https"}://${name}`;
  // Not every host that is written like one can be asked: its port or its address may be none.
  return isHostName(name) && URL.canParse(url) ? urlInput(url) : { kind: "file", name };
}

/** A password is sent as a header (`fetch` takes no URL that holds one), and stands in no report. */
function urlInput(given: string): Input {
  const url = new URL(given);
  const { username, password } = url;
  [url.username, url.password, url.hash] = ["", "", ""];
  if (username === "" && password === "")
    return { kind: "url", name: url.pathname === "/" ? url.href : withoutHash(given) };
  const secret = [username, password].map(decoded).join(":");
  return { kind: "url", name: url.href, authorization: `Basic ${Buffer.from(secret).toString("base64")}` };
}

/** A `%` that begins no escape is one that somebody typed. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const withoutHash = (url: string): string => url.split("#", 1)[0] ?? url;

/** Names of files that look like names of hosts. */
const FILE_ENDINGS = /\.(?:xml|rss|atom|rdf|json|opml|html?|xhtml|txt|gz|br|zip)$/i;

/** As `example.org`, `localhost:8080` or `example.org/feed`, where there is no such file or folder. */
function isHostName(name: string): boolean {
  const [host = ""] = name.split(/[/?#]/, 1);
  if (existsSync(name) || existsSync(host)) return false;
  if (/^(?:localhost|\[::1\])(?::\d+)?$/.test(host) || /^\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?$/.test(host)) return true;
  return /^(?:[\p{L}\p{N}-]+\.)+\p{L}[\p{L}\p{N}-]+(?::\d+)?$/u.test(host) && !FILE_ENDINGS.test(host);
}
