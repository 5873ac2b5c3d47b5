import { toRfc3339 } from "../article/time.ts";

/** A poll is noted at most so often, unless it brings a receipt. Milliseconds. */
export const NOTE_INTERVAL = 3_600_000;

/** That an edition was served: what is kept of it. */
export interface Receipt {
  feed: string;
  partner: string;
  edition: number;
  key_id: string;
  format: string;
  /** 200 or 226; 304 where the partner proved that it has it. */
  status: number;
}

/**
 * Whether a 304 proves that the client has the document: it named its tag, or gave back its date to the letter. `*` and later
 * dates do not.
 */
export function provesPossession(request: Headers, answer: Headers): boolean {
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, "");
  const ifNoneMatch = request.get("if-none-match");
  if (ifNoneMatch === null) return request.get("if-modified-since")?.trim() === answer.get("last-modified");
  return ifNoneMatch.split(",").some((tag) => opaque(tag) === opaque(answer.get("etag") ?? ""));
}

/** A change of what a partner feed says of an article, with the first receipt of an edition that says so, or of a later one. */
export interface CarriedRow {
  feed: string;
  edition: number;
  revision: number;
  present: 0 | 1;
  /** It made way for newer ones. */
  pushed: 0 | 1;
  retracted: 0 | 1;
  published_at: number;
  /** Null: none yet. */
  receipt: {
    partner: string;
    edition: number;
    key_id: string;
    format: string;
    status: number;
    served_at: number;
  } | null;
  /** Receipts of editions before it, served after it was published. */
  outdated: { edition: number; key_id: string; served_at: number }[];
}

export interface RevisionRow {
  revision: number;
  stored_at: number;
}

/** When a feed's partner was last seen, to the hour. */
export type Polls = Map<string, number>;

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
  received?: { at: string; edition: number; key: string; status: number; format: string };
  last_polled_at?: string;
  /** Polls that were answered with an older edition after this one was published. */
  outdated: { at: string; edition: number; key: string }[];
}

export interface ReceiptReport {
  article: string;
  revisions: { revision: number; stored_at: string; deliveries: Delivery[] }[];
  /** Whether every partner has what its feed says now. */
  complete: boolean;
  /** Those who do not. */
  waiting: string[];
}

/** Who has which revision of an article since when, the revisions in order. */
export function report(
  article: string,
  revisions: RevisionRow[],
  carried: CarriedRow[],
  polls: Polls,
  partnerOf: (feed: string) => string | undefined,
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
    })),
    complete: waiting.length === 0,
    waiting: [...new Set(waiting)].sort(),
  };
}

/** What a feed said of an article, from one change to the next; newer articles may have taken its place for a while. */
interface Span {
  first: CarriedRow;
  receipt: CarriedRow["receipt"];
  state: Delivery["state"];
}

function spansOf(rows: CarriedRow[]): Span[] {
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

const saysTheSame = (a: CarriedRow, b: CarriedRow): boolean =>
  a.present === b.present && a.retracted === b.retracted && a.revision === b.revision;

function toDelivery(
  { first, receipt, state }: Span,
  polls: Polls,
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
        }
      : undefined,
    last_polled_at: polled === undefined ? undefined : toRfc3339(polled),
    outdated: first.outdated.map((one) => ({ at: toRfc3339(one.served_at), edition: one.edition, key: one.key_id })),
  };
}
