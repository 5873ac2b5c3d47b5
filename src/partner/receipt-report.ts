import { toRfc3339 } from "../article/time.ts";
import type { Receipt } from "./receipts.ts";
import { type Sent, type SentRevision, type StillHas, toSentRevision, toStillHas } from "./sent-report.ts";

/** How an edition came to a partner: it asked for it, or it was sent it. */
export type Via = "poll" | "push";

/** A change of what a partner feed says of an article: from this edition on it says so. Times are milliseconds. */
export interface CarriedRevision {
  feed: string;
  edition: number;
  revision: number;
  present: 0 | 1;
  /** Newer articles took its place: it is not present, and was not taken back either. */
  pushed: 0 | 1;
  retracted: 0 | 1;
  published_at: number;
  /** The first receipt of this edition or a later one; null: none yet. */
  receipt: (Omit<Receipt, "feed"> & { served_at: number; via: Via }) | null;
  /** Receipts of editions before this one, that were served after it was published. */
  outdated: { edition: number; key_id: string; served_at: number }[];
}

/** A revision of the article. Milliseconds. */
export interface RevisionRow {
  revision: number;
  stored_at: number;
}

/** When each feed's partner last polled it, to the hour. Milliseconds. */
export type LastPolls = Map<string, number>;

/** What the store knows of an article's way to the partners. */
export interface Trail {
  /** In order. */
  revisions: RevisionRow[];
  /** By feed, and of each feed in the order of its editions. */
  carried: CarriedRevision[];
  polls: LastPolls;
}

/** How one partner's feed told it of a revision, and whether it came for it. */
export interface Delivery {
  partner: string;
  feed: string;
  /** `retracted`: it says so, or no longer has it because of that. `withdrawn`: it no longer has it. */
  what: "carried" | "retracted" | "withdrawn";
  edition: number;
  published_at: string;
  /**
   * `superseded`: the partner came only when the feed said something else of the article. `missed`: it came only when newer ones
   * had taken its place; it stands in the archive alone.
   */
  state: "received" | "waiting" | "superseded" | "missed";
  /** `via` is absent in a statement of before anything was pushed: it was polled. */
  received?: { at: string; edition: number; key: string; status: number; format: string; via?: Via };
  last_polled_at?: string;
  /** Polls that were answered with an older edition after this one was published. */
  outdated: { at: string; edition: number; key: string }[];
}

export interface ReceiptReport {
  article: string;
  revisions: {
    revision: number;
    stored_at: string;
    deliveries: Delivery[];
    /** What subscribers of public feeds were sent of it; absent: there was none to send it to. */
    subscribers?: SentRevision;
  }[];
  /** Every partner has what its feed says now, and no subscriber has a story still that was taken back, but those that cannot be told any more. */
  complete: boolean;
  /** The partners that do not have it yet, in the order of the alphabet. */
  waiting: string[];
  /** Subscribers of public feeds that were sent the story and not that it was taken back; absent: none. */
  still_have?: { count: number; listed: StillHas[] };
  /** There are more subscribers than are looked at for one article: counts are of the others. */
  more_subscribers?: true;
}

/**
 * Who has which revision of an article since when, the revisions in order.
 *
 * @param article its id
 * @param partnerOf the partner of a feed; undefined where no definition names one any more
 */
export function reportReceipts(
  article: string,
  { revisions, carried, polls }: Trail,
  partnerOf: (feed: string) => string | undefined,
  { sent, still, more }: Sent = { sent: [], still: [], more: false },
): ReceiptReport {
  const deliveries = spansOf(carried).map((span) => ({
    row: span.first,
    delivery: toDelivery(span, polls, partnerOf),
  }));
  const waiting = deliveries
    .filter(({ delivery }) => delivery.state === "waiting" || delivery.state === "missed")
    .map(({ delivery }) => delivery.partner);
  return {
    article,
    revisions: revisions.map(({ revision, stored_at }) => ({
      revision,
      stored_at: toRfc3339(stored_at),
      deliveries: deliveries.filter(({ row }) => row.revision === revision).map(({ delivery }) => delivery),
      subscribers: toSentRevision(sent, revision),
    })),
    complete: waiting.length === 0 && still.every(({ ended_at }) => ended_at !== null),
    waiting: [...new Set(waiting)].sort(),
    still_have: still[0] && { count: still[0].of, listed: still.map(toStillHas) },
    more_subscribers: more || undefined,
  };
}

/** What a feed said of an article, from one change to the next; newer articles may have taken its place for a while. */
interface Span {
  first: CarriedRevision;
  receipt: CarriedRevision["receipt"];
  state: Delivery["state"];
}

function spansOf(rows: CarriedRevision[]): Span[] {
  const spans: Span[] = [];
  for (const [index, row] of rows.entries()) {
    const last = spans.at(-1);
    const before = last?.first.feed === row.feed ? last : undefined;
    if (row.pushed) {
      if (before?.state === "waiting") before.state = "missed";
      continue;
    }
    const next = rows[index + 1];
    const end = next?.feed === row.feed ? next.edition : Number.POSITIVE_INFINITY;
    // A later edition, that no longer says so, proves nothing of this one.
    const receipt = row.receipt !== null && row.receipt.edition < end ? row.receipt : null;
    const state = receipt ? "received" : "waiting";
    if (before && saysTheSame(before.first, row)) {
      before.receipt ??= receipt;
      before.state = before.receipt ? "received" : state;
    } else {
      if (before && before.state !== "received") before.state = "superseded";
      spans.push({ first: row, receipt, state });
    }
  }
  return spans;
}

const saysTheSame = (a: CarriedRevision, b: CarriedRevision): boolean =>
  a.present === b.present && a.retracted === b.retracted && a.revision === b.revision;

function toDelivery(
  { first, receipt, state }: Span,
  polls: LastPolls,
  partnerOf: (feed: string) => string | undefined,
): Delivery {
  const { feed, edition, published_at } = first;
  const polled = polls.get(feed);
  return {
    partner: partnerOf(feed) ?? first.receipt?.partner ?? "",
    feed,
    what: first.retracted ? "retracted" : first.present ? "carried" : "withdrawn",
    edition,
    published_at: toRfc3339(published_at),
    state,
    received: receipt
      ? {
          at: toRfc3339(receipt.served_at),
          edition: receipt.edition,
          key: receipt.key_id,
          status: receipt.status,
          format: receipt.format,
          via: receipt.via,
        }
      : undefined,
    last_polled_at: polled === undefined ? undefined : toRfc3339(polled),
    outdated: first.outdated.map((one) => ({ at: toRfc3339(one.served_at), edition: one.edition, key: one.key_id })),
  };
}
