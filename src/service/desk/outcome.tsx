import type { Child, FC } from "hono/jsx";

/** What has worked; without words nothing has. */
export const Done: FC<{ what: Child }> = ({ what }) =>
  what ? (
    <p class="done" role="status">
      {what}
    </p>
  ) : null;

/** Why nothing was done; without words nothing went wrong. */
export const Failed: FC<{ why: Child }> = ({ why }) =>
  why ? (
    <p class="failed" role="alert">
      {why}
    </p>
  ) : null;

/** The words for what a form has done. Its key comes with the address, in which anything may stand. */
export const doneWords = (words: Record<string, string>, key = ""): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined;
