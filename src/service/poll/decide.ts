import type { PollRequest } from "../home.ts";
import { chooseCoding } from "../http/coding.ts";
import { isNotModified } from "../http/conditional.ts";
import type { Coding } from "../store/codings.ts";
import type { Validators } from "../store/validators.ts";
import { wantsDelta } from "./cut-delta.ts";
import type { Shelf } from "./shelf.ts";

/** What a poll is answered with. */
export interface PollDecision {
  /** 226: with a delta, if one can be made; else with the whole document. */
  status: 200 | 226 | 304;
  /** The coding of the body; with a 304, of the body that it spares. */
  coding: Coding;
}

/**
 * Decides a poll by what it asks and what is current, and by nothing else (RFC 9110 §13.2.2, §12.5.3; RFC 3229).
 *
 * @param acceptEncoding as the client sent it, whatever a proxy made of the header (`Home.acceptEncodingOf`)
 */
export function decide(
  headers: PollRequest["headers"],
  acceptEncoding: string | null,
  validators: Validators,
  shelf: Pick<Shelf, "codings" | "findDelta">,
): PollDecision {
  const coding = chooseCoding(acceptEncoding, shelf.codings);
  if (isNotModified(headers, validators)) return { status: 304, coding };
  return { status: shelf.findDelta && wantsDelta(headers) ? 226 : 200, coding };
}
