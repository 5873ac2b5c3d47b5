import { toRfc3339 } from "../article/time.ts";

/** A subscriber of a public feed. Its callback is nobody else's business: whoever knows it can send to it. */
interface Subscriber {
  id: number;
  host: string;
  feed: string;
  format: string;
}

/** What became of a revision on its way to a subscriber. Times are milliseconds. */
export interface SentRow extends Subscriber {
  revision: number;
  /**
   * `waiting`: it is to be sent it and has not answered with 2xx yet. `superseded`: it was sent editions before and after those that
   * said so, for bursts are merged.
   */
  state: "received" | "waiting" | "superseded";
  /** The first edition with it that it was sent; null: none. */
  edition: number | null;
  pushed_at: number | null;
  /** How many subscribers fare so with this revision: not all of them are here. */
  of: number;
}

/** A subscriber that was sent a story, and not that it was taken back. Times are milliseconds. */
export interface StillRow extends Subscriber {
  /** The last edition with it that it was sent. */
  edition: number;
  pushed_at: number;
  ended_at: number | null;
  end_reason: string | null;
  /** Whether it is to be sent that yet. */
  is_owed: 0 | 1;
  of: number;
}

/** What the store knows of an article's way to the subscribers of public feeds. */
export interface Sent {
  /** Those of one revision and state together. */
  sent: SentRow[];
  /** Those that can be told yet first. */
  still: StillRow[];
  /** There are more than were looked at. */
  more: boolean;
}

export interface SentTo extends Subscriber {
  state: SentRow["state"];
  edition?: number;
  at?: string;
}

/** How a revision fared with all subscribers, and some of them by name. */
export interface SentRevision {
  received: number;
  waiting: number;
  superseded: number;
  listed: SentTo[];
}

export interface StillHas extends Subscriber {
  edition: number;
  at: string;
  /** `missed`: it was sent editions alone in which the notice no longer stood. `ended`: it is no subscriber any more, and cannot be told. */
  state: "waiting" | "missed" | "ended";
  ended?: { at: string; reason: string };
}

/** How a revision fared with subscribers; undefined: there was none. */
export function toSentRevision(all: SentRow[], of: number): SentRevision | undefined {
  const rows = all.filter(({ revision }) => revision === of);
  if (rows.length === 0) return undefined;
  const having = (state: SentRow["state"]) => rows.find((row) => row.state === state)?.of ?? 0;
  return {
    received: having("received"),
    waiting: having("waiting"),
    superseded: having("superseded"),
    listed: rows.map(({ id, host, feed, format, state, edition, pushed_at }) => ({
      ...{ id, host, feed, format, state },
      edition: edition ?? undefined,
      at: pushed_at === null ? undefined : toRfc3339(pushed_at),
    })),
  };
}

export const toStillHas = ({ id, host, feed, format, edition, pushed_at, ...row }: StillRow): StillHas => ({
  ...{ id, host, feed, format, edition },
  at: toRfc3339(pushed_at),
  state: row.ended_at !== null ? "ended" : row.is_owed ? "waiting" : "missed",
  ended: row.ended_at === null ? undefined : { at: toRfc3339(row.ended_at), reason: row.end_reason ?? "" },
});
