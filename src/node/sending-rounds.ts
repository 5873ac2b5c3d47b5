import { logThrown } from "../service/log.ts";
import type { Sender } from "../service/sending/sender.ts";

/** What no wake told of, such as what was due when the process was killed. Milliseconds. */
const LOOK_INTERVAL = 15_000;

/** After a round that failed: the store may be down. Milliseconds. */
const RETRY = 2_000;

/** Nothing ends a round on one machine but that nothing is due. */
const ALL = {
  errands: Number.POSITIVE_INFINITY,
  looks: Number.POSITIVE_INFINITY,
  until: Number.POSITIVE_INFINITY,
};

type OneSender = Pick<Sender, "run" | "release" | "wake" | "stop">;

/** The sender's rounds on one machine, one at a time. */
export class SendingRounds {
  readonly #sender: OneSender;
  #timer: NodeJS.Timeout | undefined;
  #timerAt = Number.POSITIVE_INFINITY;
  #running: Promise<void> | undefined;
  #isReleased = false;
  #isWoken = false;
  #isStarted = false;
  #isStopped = false;

  constructor(sender: OneSender) {
    this.#sender = sender;
  }

  /** Sends what is due at once, and from then on. */
  start(): void {
    this.#isStarted = true;
    this.wake(0);
  }

  /** Something is due so many milliseconds from now. */
  wake(delay: number): void {
    if (delay > 0) {
      this.#lookAt(Date.now() + delay);
      return;
    }
    this.#isWoken = true;
    this.#sender.wake();
    if (this.#isStarted && !this.#isStopped) this.#running ??= this.#run();
  }

  /** Begins nothing more. @returns when what is in hand is over */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#sender.stop();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#isWoken && !this.#isStopped) {
      this.#isWoken = false;
      try {
        // The process before this one may have been killed: one holds the store at a time.
        if (!this.#isReleased) await this.#sender.release();
        this.#isReleased = true;
        const next = await this.#sender.run(ALL);
        this.#lookAt(Math.min(next ?? Number.POSITIVE_INFINITY, Date.now() + LOOK_INTERVAL));
      } catch (error) {
        logThrown("sender failed", error);
        this.#lookAt(Date.now() + RETRY);
      }
    }
    this.#running = undefined;
  }

  /** The earlier of two times counts. */
  #lookAt(at: number): void {
    if (this.#isStopped || at >= this.#timerAt) return;
    clearTimeout(this.#timer);
    this.#timerAt = at;
    this.#timer = setTimeout(
      () => {
        this.#timerAt = Number.POSITIVE_INFINITY;
        this.wake(0);
      },
      Math.max(0, at - Date.now()),
    );
  }
}
