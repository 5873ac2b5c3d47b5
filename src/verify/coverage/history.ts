import type { Format } from "../../feed/feed.ts";
import { type FeedModel, type Proof, proof, STRICT_XML } from "./field.ts";

type Line = Proof<FeedModel>[];

/** RSS and Atom write the archive's links and mark alike. */
export const historyProofs = (format: Exclude<Format, "json">) => ({
  "history.archive": [proof("fh:archive", STRICT_XML, ({ history }) => (history?.archive ? "1" : "0"))] as Line,
  "history.previous": [proof("link[prev-archive]", STRICT_XML, ({ history }) => history?.previous?.[format])] as Line,
  "history.next": [proof("link[next-archive]", STRICT_XML, ({ history }) => history?.next?.[format])] as Line,
  "history.current": [proof("link[current]", STRICT_XML, ({ history }) => history?.current?.[format])] as Line,
});
