import { untilNextWindow, windowOf } from "../../partner/limits.ts";
import { elapsed, LONG_AGO } from "../elapsed.ts";
import type { Home } from "../home.ts";
import { MAX_ADDRESSES, MAX_AT_ONCE, MAX_OF_ADDRESS } from "./limits.ts";
import type { NotNow } from "./place.ts";

/** For whom a document is proofread: the newsroom, or the stranger whose request it is. */
export type Asker = "newsroom" | Request;

/** Whether somebody's document is proofread now, or after how many seconds one is to come again. */
export type ProofreadAdmission =
  | { status: "in" }
  | { status: "too often"; seconds: number }
  | { status: "too many"; seconds: number };

/** Seconds after which one of those who are being served has left. */
const SOON = 5;

/** Who has documents proofread: each address so often a minute, and so many at once. */
export class Visitors {
  readonly #home: Pick<Home, "addressOf" | "limiter">;
  readonly #came = new Map<string, number>();
  #window = LONG_AGO;
  #inside = 0;

  constructor(home: Pick<Home, "addressOf" | "limiter">) {
    this.#home = home;
  }

  /**
   * Counts a request of a stranger's, for all instances of a place where the home has a limiter. All whose address is not known are one.
   */
  async admit(request: Request): Promise<ProofreadAdmission> {
    const now = elapsed();
    const address = networkOf(this.#home.addressOf(request) ?? "");
    const isFull = this.#came.size >= MAX_ADDRESSES && !this.#came.has(address);
    if (this.#window !== windowOf(now) || isFull) this.#came.clear();
    this.#window = windowOf(now);
    const came = this.#came.get(address) ?? 0;
    this.#came.set(address, came + 1);
    const isWithin = came < MAX_OF_ADDRESS && ((await this.#home.limiter?.(`proofread ${address}`)) ?? true);
    if (!isWithin) return { status: "too often", seconds: untilNextWindow(now) };
    return this.#inside >= MAX_AT_ONCE ? { status: "too many", seconds: SOON } : { status: "in" };
  }

  /** Does the work of one who was let in. */
  async serve<T>(work: () => Promise<T>): Promise<T> {
    this.#inside += 1;
    try {
      return await work();
    } finally {
      this.#inside -= 1;
    }
  }
}

/** What somebody is told who was not let in. */
export function notNow(admission: ProofreadAdmission): NotNow | undefined {
  if (admission.status === "in") return undefined;
  const { status, seconds } = admission;
  return status === "too often"
    ? { status: 429, why: `Too many documents came from your address: come again in ${seconds} seconds.`, seconds }
    : { status: 503, why: `Others' documents are being proofread: come again in ${seconds} seconds.`, seconds };
}

/** Whoever has an IPv6 address has 2⁶⁴ of them (RFC 6177): they count as one. */
function networkOf(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address;
  const whole = URL.parse(`http://[${address}]/`)?.hostname.slice(1, -1) ?? address;
  const [head = "", tail = ""] = whole.split("::");
  const groups = head.split(":").filter(Boolean);
  const last = tail.split(":").filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - groups.length - last.length)).fill("0");
  return [...groups, ...zeros, ...last].slice(0, 4).join(":");
}
