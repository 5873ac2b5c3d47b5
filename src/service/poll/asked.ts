import { BoundedMap } from "../bounded-map.ts";
import { elapsed } from "../elapsed.ts";
import type { Home } from "../home.ts";
import { logThrown } from "../log.ts";
import { NOTED_EVERY, type Variant } from "../store/polled.ts";
import type { Shelf } from "./shelf.ts";

/** Variants that an instance remembers to have noted, of some 100 bytes each. A feed has nine. */
const MAX_NOTED = 20_000;

/** Lets the store know what is polled, so that the publisher makes that and nothing else. */
export class Asked {
  readonly #home: Home;
  readonly #noted = new BoundedMap<number>(MAX_NOTED);

  constructor(home: Home) {
    this.#home = home;
  }

  /** Somebody has polled something, now. Noted after the answer; where that fails, the next poll does. */
  note(shelf: Shelf, variant: Variant): void {
    if (!shelf.notePolled) return;
    const key = `${shelf.key} ${variant.format} ${variant.coding}`;
    const [now, last] = [elapsed(), this.#noted.get(key)];
    if (last !== undefined && now - last < NOTED_EVERY) return;
    this.#noted.renew(key, now);
    const noted = shelf.notePolled(this.#home.db, variant, Date.now()).catch((error: unknown) => {
      this.#noted.delete(key);
      logThrown("poll not noted", error, { shelf: shelf.key });
    });
    this.#home.afterAnswer(noted);
  }
}
