/** The first and the last byte of a part. */
export interface ByteRange {
  first: number;
  last: number;
}

/**
 * The part that a GET asks for (RFC 9110 §14.1.2, §14.2). What is no range of bytes, or is more than one, counts as not asked, as the
 * section allows: players seek with one.
 *
 * @param length of the whole
 * @returns null: the whole is asked for; "none": there is nothing of what is asked for
 */
export function rangeOf(header: string | null, length: number): ByteRange | "none" | null {
  const [, from = "", to = ""] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? "") ?? [];
  if (from === "" && to === "") return null;
  if (from === "") {
    const suffix = Number(to);
    return suffix === 0 || length === 0 ? "none" : { first: Math.max(0, length - suffix), last: length - 1 };
  }
  const first = Number(from);
  const last = to === "" ? length - 1 : Math.min(Number(to), length - 1);
  if (to !== "" && Number(to) < first) return null;
  return first >= length ? "none" : { first, last };
}

/**
 * Whether a condition lets a part be sent (RFC 9110 §13.1.5): only of the very bytes that the client has. A date is no strong validator
 * of what may change twice in a second, and is not taken.
 */
export const maySendPart = (ifRange: string | null, strongTag: string): boolean =>
  ifRange === null || ifRange.trim() === strongTag;
