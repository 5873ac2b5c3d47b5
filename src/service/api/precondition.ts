import type { Precondition } from "../../article/revise.ts";
import { ownTags } from "../http/conditional.ts";

/**
 * What a request asks of the revision that it changes, so that two desks do not overwrite each other: If-Match; or `If-None-Match: *`
 * for what must be new (RFC 9110 §13.1.1, §13.1.2).
 */
export function preconditionOf({ headers }: Request): Precondition {
  const match = headers.get("if-match");
  const noneMatch = headers.get("if-none-match");
  return (revision) => {
    if (match !== null && !holds(match, revision)) return false;
    return noneMatch === null || !holds(noneMatch, revision);
  };
}

/** Whether a list of tags holds a revision's, or is `*` and there is one. */
const holds = (header: string, revision: number): boolean =>
  revision > 0 && (header.trim() === "*" || ownTags(header).includes(String(revision)));
