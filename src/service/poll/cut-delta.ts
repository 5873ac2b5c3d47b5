import type { Format } from "../../feed/feed.ts";
import type { PollRequest } from "../home.ts";
import type { DeltaSource } from "../store/delta-source.ts";

/**
 * Whether a poll asks for a delta: `A-IM: feed` with a tag to start from (RFC 3229 §10.5.3 and its `feed` manipulation).
 * `q=0` refuses it, and so does what is no weight (RFC 9110 §12.4.2).
 */
export const wantsDelta = (headers: PollRequest["headers"]): boolean =>
  headers.has("if-none-match") &&
  (headers.get("a-im") ?? "")
    .split(",")
    .some((part) => /^\s*feed\s*(?:;\s*q=(?:0\.(?=\d*[1-9])\d{1,3}|1(?:\.0{0,3})?)\s*)?$/i.test(part));

/**
 * The current document without the entries that the reader has already: an entry stands in the delta unless the reader's
 * edition had it as it is, whatever its date or place.
 */
export function cutDelta(text: string, { base, manifest, spans }: DeltaSource, format: Format): string {
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return text;
  const known = new Map(base.map(([id, hash]) => [id, hash]));
  const changed = spans.filter((_, index) => {
    const [id, hash] = manifest[index] ?? ["", ""];
    return known.get(id) !== hash;
  });
  const entries = changed.map(([start, end]) => text.slice(start, end)).join(format === "json" ? "," : "");
  return text.slice(0, first[0]) + entries + text.slice(last[1]);
}
