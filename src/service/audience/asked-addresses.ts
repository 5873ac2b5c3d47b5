import { parseUserAgent } from "../../audience/user-agent.ts";
import { elapsed } from "../elapsed.ts";
import type { Home } from "../home.ts";
import { logThrown } from "../log.ts";
import type { AddressAccount } from "../poll/lead-on.ts";
import { type AskedAddress, addAskedAddresses } from "../store/old-addresses.ts";

/** How long counts stand in memory before somebody who asks takes them to the store: five minutes. Milliseconds. */
export const ADDRESSES_INTERVAL = 300_000;

/** What is counted meanwhile at most, some 400 bytes each: of what a redirect knows, and of all else. */
const MAX_COUNTED = 200;

/**
 * An instance's counts of who asks for old addresses. What is invented by strangers takes no more than its room here and in the store, and
 * no write of its own. An instance that ends takes its last minutes with it, and so does a store that fails.
 */
export class AskedAddresses implements AddressAccount {
  readonly #home: Pick<Home, "db" | "afterAnswer">;
  #counted = { answered: new Map<string, AskedAddress>(), unanswered: new Map<string, AskedAddress>() };
  /** When counting began, as `elapsed` has it; undefined: nothing is counted. */
  #since: number | undefined;

  constructor(home: Pick<Home, "db" | "afterAnswer">) {
    this.#home = home;
  }

  note(address: string, leadsTo: string | null, request: Request): void {
    const now = Date.now();
    const product = parseUserAgent(request.headers.get("user-agent") ?? "").product.name;
    const counted = this.#counted[leadsTo === null ? "unanswered" : "answered"];
    const key = `${product}\n${address}`;
    const known = counted.get(key);
    if (known) {
      known.asked += 1;
      known.last_at = now;
    } else if (makeRoom(counted))
      counted.set(key, { address, product, leads_to: leadsTo, asked: 1, first_at: now, last_at: now });
    this.#since ??= elapsed();
    if (elapsed() - this.#since >= ADDRESSES_INTERVAL) this.#home.afterAnswer(this.flush());
  }

  /** Stores what is counted, as far as that can be done. */
  async flush(): Promise<void> {
    const { answered, unanswered } = this.#counted;
    this.#since = undefined;
    this.#counted = { answered: new Map(), unanswered: new Map() };
    const counts = [...answered.values(), ...unanswered.values()];
    if (counts.length === 0) return;
    try {
      await addAskedAddresses(this.#home.db, counts, Date.now());
    } catch (error) {
      logThrown("old addresses not stored", error, { addresses: counts.length });
    }
  }
}

/** Of a full one, what was asked for once gives way. @returns whether there is room */
function makeRoom(counted: Map<string, AskedAddress>): boolean {
  if (counted.size < MAX_COUNTED) return true;
  for (const [key, { asked }] of counted) if (asked === 1) return counted.delete(key);
  return false;
}
