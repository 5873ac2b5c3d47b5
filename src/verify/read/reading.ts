import type { Value } from "../discrepancy.ts";
import type { Unexpected } from "./unread-element.ts";

/** What a reader saw, by the place it saw it in. `coverage/` says which field of the model each place holds. */
export type Places = Record<string, Value>;

export interface Reading {
  feed: Places;
  entries: Places[];
  unexpected: Unexpected[];
}
