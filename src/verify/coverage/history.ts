import type { Format } from "../../feed/feed.ts";
import { type FeedModel, type Proof, proof, STRICT_XML } from "./field.ts";

type FeedProofs = Proof<FeedModel>[];

/** The archive's links and mark, which RSS and Atom write alike (RFC 5005 §4). */
export const historyProofs = (format: Exclude<Format, "json">) => ({
  "history.archive": [proof("fh:archive", STRICT_XML, ({ history }) => (history?.archive ? "1" : "0"))] as FeedProofs,
  "history.previous": [
    proof("link[prev-archive]", STRICT_XML, ({ history }) => history?.previous?.[format]),
  ] as FeedProofs,
  "history.next": [proof("link[next-archive]", STRICT_XML, ({ history }) => history?.next?.[format])] as FeedProofs,
  "history.current": [proof("link[current]", STRICT_XML, ({ history }) => history?.current?.[format])] as FeedProofs,
});
