import type { Value } from "../discrepancy.ts";
import { ATOM, HISTORY } from "../parse/namespaces.ts";
import type { Places } from "./reading.ts";
import { once, type UnreadElement } from "./unread-element.ts";

/** The archive's links and mark (RFC 5005 §4), which an RSS channel and an Atom feed write alike. */
export const historyOf = (feed: UnreadElement): Places => ({
  "fh:archive": String(feed.take(`${HISTORY}archive`).length),
  "link[prev-archive]": linkOf(feed, "prev-archive"),
  "link[next-archive]": linkOf(feed, "next-archive"),
  "link[current]": linkOf(feed, "current"),
});

/** Where an Atom link of this relation leads, in a channel or a feed that may have one. */
export const linkOf = (feed: UnreadElement, rel: string): Value =>
  once(
    feed.take(`${ATOM}link`, (part) => part.peek("rel") === rel),
    (part) => {
      part.constant("rel", rel);
      return part.attribute("href");
    },
  );
