import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import { FORMATS } from "../../../feed/feed.ts";
import { isCarried } from "../../../verify/coverage/field.ts";
import { COVERAGE } from "../../../verify/coverage/readers-by-field.ts";
import type { FeedState } from "../../store/feeds.ts";
import { When } from "../frame/time.tsx";

/** How many fields of an entry at least one format carries, and verification compares. */
const FIELDS = new Set(
  FORMATS.flatMap((format) =>
    Object.entries(COVERAGE[format].entry).flatMap(([field, line]) => (isCarried(line) ? [field] : [])),
  ),
).size;

/** When the current edition was proofread, which every edition is before it is current, and what was checked. */
export const Proofread: FC<{ site: Site; state: FeedState | undefined; now: number; long?: boolean }> = ({
  site,
  state,
  now,
  long,
}) =>
  state?.asleep ? (
    <p class="proof">Composed and proofread as soon as a feed reader asks for it</p>
  ) : state === undefined || state.edition === 0 ? (
    <p class="proof">Not published yet</p>
  ) : (
    <p class="proof">
      <b>Proofread</b> <When site={site} at={state.published_at} now={now} />
      {long ? <Checked entries={state.entries} /> : `: ${FORMATS.length} formats, ${FIELDS} fields a story`}
      {state.refusal !== null ? ". A newer edition is held back until it reads right." : ""}
    </p>
  );

const Checked: FC<{ entries: number }> = ({ entries }) => (
  <>
    . {entries === 1 ? "The one story was" : `All ${entries} stories were`} read back from RSS, Atom and JSON Feed, as
    feed readers read them, and {FIELDS} fields of each compared with what the newsroom stored: nothing was lost or
    altered.
  </>
);
