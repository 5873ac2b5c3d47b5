import { BoundedMap } from "../bounded-map.ts";
import { elapsed, LONG_AGO } from "../elapsed.ts";
import type { Home } from "../home.ts";
import { logThrown } from "../log.ts";
import { savePartnerError } from "../store/partner-pages.ts";

/**
 * A partner whose every poll is refused polls on all the same: of a key's refusals with one status, one is noted so often at most, whatever
 * paths it makes up. Milliseconds.
 */
const NOTE_PAUSE = 10_000;
/** Kinds of errors that an instance remembers. */
const MAX_KINDS = 500;
/** A longer path is none of ours, and only its beginning tells. */
const MAX_PATH = 300;

/** What partners' polls were refused for, for each to see on its own page. */
export class PartnerErrors {
  readonly #home: Pick<Home, "db" | "afterAnswer">;
  readonly #noted = new BoundedMap<{ at: number }>(MAX_KINDS);

  constructor(home: Pick<Home, "db" | "afterAnswer">) {
    this.#home = home;
  }

  /** Notes a refusal, after it was answered: it costs no poll time, and one that is not noted hurts nobody. */
  note({ id, partner }: { id: string; partner: { slug: string } }, status: number, path: string): void {
    const kind = this.#noted.getOrMake(`${id} ${status}`, () => ({ at: LONG_AGO }));
    const now = elapsed();
    if (now - kind.at < NOTE_PAUSE) return;
    kind.at = now;
    const error = { at: Date.now(), key_id: id, status, path: path.slice(0, MAX_PATH) };
    this.#home.afterAnswer(
      savePartnerError(this.#home.db, partner.slug, error).catch((fault: unknown) =>
        logThrown("error of a partner not noted", fault, { partner: partner.slug }),
      ),
    );
  }
}
