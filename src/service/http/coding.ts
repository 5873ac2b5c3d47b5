import { CODINGS, type Coding } from "../store/codings.ts";

/** Headers whose choice is remembered, each weighed once. Clients send a few dozen different ones. */
const MAX_CHOSEN = 200;
const chosen = new Map<string, Coding>();

/**
 * The coding a client likes best of those a document is to be had in (RFC 9110 §12.5.3). No header: identity, for a client
 * that does not say so may not decode anything. Identity is acceptable unless it is refused by name or by `*;q=0`; where
 * nothing is acceptable, it is sent all the same, as the section allows.
 *
 * @param header Accept-Encoding
 */
export function chooseCoding(header: string | null, codings: readonly Coding[] = CODINGS): Coding {
  if (!header) return "identity";
  if (codings !== CODINGS) return weigh(header, codings);
  const known = chosen.get(header);
  if (known) return known;
  const coding = weigh(header, codings);
  if (chosen.size < MAX_CHOSEN) chosen.set(header, coding);
  return coding;
}

function weigh(header: string, codings: readonly Coding[]): Coding {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((text) => text.trim());
    const q = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    weights.set(name === "x-gzip" ? "gzip" : name, q === undefined ? 1 : weightOf(q));
  }
  const weight = (coding: Coding): number =>
    weights.get(coding) ?? weights.get("*") ?? (coding === "identity" ? 0.001 : 0);
  // A stable sort: at equal weight the smaller one.
  const [best = "identity"] = codings.toSorted((a, b) => weight(b) - weight(a));
  return weight(best) > 0 ? best : "identity";
}

/** A weight (RFC 9110 §12.4.2). What is none counts as refused. */
const weightOf = (text: string): number => (/^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(text) ? Number(text) : 0);
