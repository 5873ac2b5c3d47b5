import type { Feed } from "../../../src/feed/feed.ts";
import { type Coverage, isCarried, type Proof } from "../../../src/verify/coverage/field.ts";
import type { Reader } from "../../../src/verify/discrepancy.ts";
import type { Places } from "../../../src/verify/read/reading.ts";

/** What each place has to say of a feed or an entry, as one reader is asked. */
export function placesOf<Model>(coverage: Coverage<Model>, reader: Reader, model: Model, feed: Feed): Places {
  const proofs = Object.values<Coverage<Model>[keyof Coverage<Model>]>(coverage).flatMap((line): Proof<Model>[] =>
    isCarried(line) ? line : [],
  );
  return Object.fromEntries(
    proofs.filter(({ readers }) => readers.includes(reader)).map(({ place, stored }) => [place, stored(model, feed)]),
  );
}
