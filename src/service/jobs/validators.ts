import type { SealedDocument } from "../../edition/seal.ts";
import { FORMATS, type Format } from "../../feed/feed.ts";
import type { CurrentEdition, Validators } from "../store/validators.ts";

/**
 * The same bytes keep their validators. Last-Modified grows by a second at least when they change, and does not run ahead
 * of the clock, since a feed is published once a second at most (RFC 9110 §8.8.2.1).
 *
 * @param current null: nothing was published before
 */
export function nextValidators(
  documents: SealedDocument[],
  current: CurrentEdition | null,
  now: number,
): Record<Format, Validators> {
  const next = documents.map(({ format, etag }): [Format, Validators] => {
    const old = current?.validators[format];
    if (old?.etag === etag) return [format, old];
    return [format, { etag, modified: Math.max(Math.floor(now / 1000) * 1000, (old?.modified ?? 0) + 1000) }];
  });
  return Object.fromEntries(next) as Record<Format, Validators>;
}

/** Whether an edition with these validators has the bytes of the current one in every format. */
export const sameValidators = (current: CurrentEdition | null, next: Record<Format, Validators>): boolean =>
  current !== null && FORMATS.every((format) => current.validators[format].etag === next[format].etag);
