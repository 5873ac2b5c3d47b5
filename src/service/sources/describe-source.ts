import { toRfc3339 } from "../../article/time.ts";
import { doingOf, type KnownSource } from "./known-sources.ts";

const timeOf = (at: number | null | undefined): string | undefined => (at ? toRfc3339(at) : undefined);

/** A source as the API tells of it; what does not apply is `undefined`. */
export const describeSource = ({ source, state, refused }: KnownSource) => ({
  name: source.name,
  kind: source.kind,
  url: source.url,
  status: doingOf({ state }),
  asked_at: timeOf(state?.asked_at),
  succeeded_at: timeOf(state?.succeeded_at),
  next_at: timeOf(state?.due_at),
  failures: state?.failures ?? 0,
  fault: state?.fault ?? undefined,
  moved_to: state?.moved_to ?? undefined,
  created: state?.created ?? 0,
  changed: state?.changed ?? 0,
  taken_back: state?.taken_back ?? 0,
  refused,
});
