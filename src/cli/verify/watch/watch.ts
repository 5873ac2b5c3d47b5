import { setTimeout as sleep } from "node:timers/promises";
import { millisecondsInMinute } from "date-fns/constants";
import { counted } from "../../../article/counted.ts";
import { agreement, formatsOfOneFeed } from "../../../proofread/agreement.ts";
import type { Finding } from "../../../proofread/finding.ts";
import { FeedSeries } from "../../../proofread/series/series.ts";
import { fewAtATime } from "../../few-at-a-time.ts";
import type { AskingAs } from "../ask.ts";
import { inputOf } from "../input.ts";
import { type CheckedItem, checkedItem, type VerifyReport } from "../report.ts";
import { findingLine, pollLine, watchedAs } from "./lines.ts";
import type { WatchTimes } from "./options.ts";
import { type FeedPoll, pollFeed } from "./poll-feed.ts";
import { Turn } from "./turn.ts";

/** Milliseconds for which no format may have changed, so that they can be compared: one may come later than another. */
const SETTLED = 5 * millisecondsInMinute;

/** URLs that are polled at a time. */
const FEW = 6;

export interface Watching extends AskingAs {
  /** A line for people, as it comes. */
  say: (line: string) => void;
  /** How many findings of one rule are kept. */
  most?: number;
  clock?: WatchClock;
}

/** The machine's own, where no other is given. */
export interface WatchClock {
  now: () => number;
  wait: (milliseconds: number) => Promise<unknown>;
}

const MACHINE: WatchClock = { now: () => Date.now(), wait: sleep };

/** Feeds that are polled for a time, all of them at once, as a good reader polls them. */
export class Watch {
  readonly #turns: Turn[];
  readonly #times: WatchTimes;
  readonly #watching: Watching;
  readonly #clock: WatchClock;
  readonly #series: FeedSeries;

  /** @param names URLs, also without a scheme, or with a password */
  constructor(names: string[], times: WatchTimes, watching: Watching) {
    // One URL may be named in several ways.
    this.#turns = [...new Map(names.map(turnOf).map((turn) => [turn.url, turn])).values()];
    this.#times = times;
    this.#watching = watching;
    this.#clock = watching.clock ?? MACHINE;
    this.#series = new FeedSeries(watching.most);
  }

  async run(): Promise<void> {
    const { now, wait } = this.#clock;
    const begun = now();
    const end = begun + this.#times.duration;
    for (let next = begun; next <= end; next = Math.max(next + this.#times.every, now())) {
      if (next > now()) await wait(next - now());
      const due = this.#turns.filter(({ notBefore }) => notBefore <= now());
      if (due.length === 0 && this.#turns.every(({ notBefore }) => notBefore > end)) {
        this.#watching.say("Every server asks to be left alone for longer than the watch goes on.");
        return;
      }
      await this.#round(due);
    }
  }

  /** What has been found so far. */
  report(): VerifyReport {
    return {
      checked: this.#feeds().map((turns) => this.#itemOf(turns)),
      notes: [watchedAs(this.#times.every)],
    };
  }

  async #round(due: Turn[]): Promise<void> {
    const polls = await fewAtATime(due, FEW, (turn) => this.#poll(turn));
    for (const { poll } of polls)
      for (const finding of this.#series.add(poll)) this.#watching.say(findingLine(poll.url, finding));
  }

  async #poll(turn: Turn): Promise<FeedPoll> {
    const { headers, userAgent, say } = this.#watching;
    const polled = await pollFeed(turn.url, {
      headers: { ...(turn.authorization !== undefined && { authorization: turn.authorization }), ...headers },
      ...{ userAgent, sent: turn.sent, former: turn.feed },
      now: this.#clock.now,
    });
    turn.take(polled);
    say(pollLine(polled));
    return polled;
  }

  /** Formats of one feed together, by what they have in them. */
  #feeds(): Turn[][] {
    const read = this.#turns.flatMap(({ url, text }) => (text === undefined ? [] : [{ name: url, text }]));
    const groups = formatsOfOneFeed(read).map((group) => group.map(({ name }) => name));
    const alone = this.#turns.flatMap(({ url }) => (groups.flat().includes(url) ? [] : [[url]]));
    return [...groups, ...alone].map((urls) => this.#turns.filter(({ url }) => urls.includes(url)));
  }

  #itemOf(turns: Turn[]): CheckedItem {
    const found = turns.map(({ url }) => ({ document: url, ...this.#series.of(url) }));
    const urls = turns.map(({ url }) => url);
    return checkedItem(urls.join(" "), turns.map(({ counts }) => countsText(counts)).join("; "), {
      ...(turns.length > 1 && { names: urls }),
      findings: [
        ...found.flatMap(({ document, findings }) => findings.map((finding) => ({ document, ...finding }))),
        ...this.#disagreements(turns).map((finding) => ({ document: "formats", ...finding })),
      ],
      counts: found.flatMap(({ document, counts }) => [...counts].map(([rule, count]) => ({ document, rule, count }))),
      troubles: turns.flatMap((turn) =>
        turn.feed ? [] : [turns.length > 1 ? `${turn.url}: ${troubleOf(turn)}` : troubleOf(turn)],
      ),
    });
  }

  /** Between documents that have been there for a while. */
  #disagreements(turns: Turn[]): Finding[] {
    const changed = Math.max(...turns.map(({ changedAt = Number.NEGATIVE_INFINITY }) => changedAt));
    if (turns.length < 2 || this.#clock.now() - changed < SETTLED) return [];
    return agreement(turns.flatMap(({ url, text }) => (text === undefined ? [] : [{ name: url, text }])));
  }
}

function turnOf(name: string): Turn {
  const input = inputOf(name);
  return new Turn(input.name, input.kind === "url" ? input.authorization : undefined);
}

/** Why nothing of it was read. */
const troubleOf = ({ failure, counts }: Turn): string =>
  failure ?? (counts.patience > 0 ? "it only asked for patience" : "it was not polled");

/** As `20 polls: 2 documents, 16 unchanged, 1 failed, 1 asked for patience`. */
function countsText({ polls, documents, unchanged, failures, patience }: Turn["counts"]): string {
  const parts = [
    counted(documents, "document"),
    `${unchanged} unchanged`,
    ...(failures > 0 ? [`${failures} failed`] : []),
    ...(patience > 0 ? [`${patience} asked for patience`] : []),
  ];
  return `${counted(polls, "poll")}: ${parts.join(", ")}`;
}
