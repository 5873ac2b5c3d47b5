import { CODINGS, type Coding } from "../store/codings.ts";

/** Clients send a few dozen different headers; each is weighed once. */
const MAX_CHOSEN = 200;
const chosen = new Map<string, Coding>();

/** The coding for a feed's document, as `chooseCoding` says. */
export function chooseFeedCoding(header: string | null): Coding {
  if (!header) return "identity";
  const known = chosen.get(header);
  if (known) return known;
  const coding = chooseCoding(header);
  if (chosen.size < MAX_CHOSEN) chosen.set(header, coding);
  return coding;
}

/**
 * The coding a client likes best of those a document is stored in (RFC 9110 §12.5.3). No header: identity, for a client
 * that does not say so may not decode anything. Identity is acceptable unless it is refused by name or by `*;q=0`; where
 * nothing is acceptable, it is sent all the same, as the section allows.
 */
export function chooseCoding(header: string | null, codings: readonly Coding[] = CODINGS): Coding {
  if (!header) return "identity";
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((text) => text.trim());
    const q = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    weights.set(name === "x-gzip" ? "gzip" : name, q === undefined ? 1 : weight(q));
  }
  const weightOf = (coding: Coding): number =>
    weights.get(coding) ?? weights.get("*") ?? (coding === "identity" ? 0.001 : 0);
  // A stable sort: at equal weight the smaller one.
  const [best = "identity"] = codings.toSorted((a, b) => weightOf(b) - weightOf(a));
  return weightOf(best) > 0 ? best : "identity";
}

/**
 * The codings that a client accepts. Cloudflare's edge, and the dev server as it, puts its own `br, gzip` into the header and
 * keeps the client's beside the request; but of Atom and JSON Feed it does not know that they may be recoded, and a client
 * that reads no Brotli would get it.
 */
export function clientCodings(request: Request): string | null {
  const own: unknown = request.cf && Reflect.get(request.cf, "clientAcceptEncoding");
  return typeof own === "string" ? own : request.headers.get("accept-encoding");
}

/** RFC 9110 §12.4.2. What is no weight counts as refused. */
const weight = (text: string): number => (/^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(text) ? Number(text) : 0);
