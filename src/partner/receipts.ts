/** A feed's poll is noted at most once in this time, unless it brings a receipt. Milliseconds. */
export const NOTE_INTERVAL = 3_600_000;

/** The proof that a partner was served an edition, as far as it is kept. */
export interface Receipt {
  feed: string;
  partner: string;
  edition: number;
  key_id: string;
  format: string;
  /** 200 or 226; 304 where the partner proved that it has it; of a push, what the partner answered. */
  status: number;
}

/**
 * Whether a 304 proves that the client has the document: it named its tag, or gave back its date to the letter. `*` and later
 * dates do not.
 */
export function provesPossession(request: Pick<Headers, "get">, answer: Headers): boolean {
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, "");
  const ifNoneMatch = request.get("if-none-match");
  if (ifNoneMatch === null) return request.get("if-modified-since")?.trim() === answer.get("last-modified");
  return ifNoneMatch.split(",").some((tag) => opaque(tag) === opaque(answer.get("etag") ?? ""));
}
