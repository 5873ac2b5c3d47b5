import { copied } from "../../import/copied.ts";
import type { ReadItem, Skip, SourceKind } from "../../import/source-reading.ts";
import { decisionsOf } from "./decisions.ts";
import { type CountedNote, NoteCounts } from "./note-counts.ts";

/** An item that is stored, and that nobody is shown: not yet, no more, or not at all. */
export interface Hidden {
  where: string;
  /** For people: `withheld: it is a draft`. */
  why: string;
  /** From when, or until when it was shown: RFC 3339. */
  at?: string;
}

/** What became of one item. */
export interface ItemResult {
  where: string;
  id?: string;
  url?: string;
  outcome: "created" | "changed" | "unchanged" | "skipped" | "passed over";
  /** Why it is skipped or passed over. */
  reason?: string;
  notes: string[];
  hidden?: string;
}

/** Two articles of a run with one URL: both are stored, and feeds show both. */
export interface UrlSharing {
  url: string;
  where: string;
  /** The other one, and its source. */
  other: string;
}

/** What became of one source. */
export interface SourceResult {
  name: string;
  /** What it was read as; `unreadable` where it was not. */
  kind: SourceKind | "export" | "unreadable";
  title?: string;
  /** Items, with those that were skipped. */
  read: number;
  stored: number;
  unchanged: number;
  /** Stories that are not stored. */
  skipped: Skip[];
  /** What was never meant to be a story. */
  passedOver: Skip[];
  hidden: Hidden[];
  sharedUrls: UrlSharing[];
  notes: CountedNote[];
  items: ItemResult[];
  /** Lines for people: what a parser decided. */
  details: string[];
  /** It could not be reached or read at all. */
  unreachable: boolean;
}

/** What the service, or on a dry run whoever judges, made of an item. */
export interface ItemOutcome {
  status: "created" | "changed" | "unchanged";
  /** What cleaning took out, and what else is to be known. */
  notes: string[];
}

interface TallyMeans {
  /** On a dry run, what was decided of every item is part of the result. */
  dryRun: boolean;
  /** RFC 3339: what is later is not shown yet. */
  now: string;
  /** Whether every item's own result is kept: for machines. */
  keepItems: boolean;
}

/** What has become of one source so far. It can be asked at any time: also where the run ends before its end. */
export class SourceTally {
  readonly #means: TallyMeans;
  readonly #notes = new NoteCounts();
  readonly #result: SourceResult;

  constructor(name: string, means: TallyMeans) {
    this.#means = means;
    this.#result = {
      ...{ name, kind: "unreadable", read: 0, stored: 0, unchanged: 0, skipped: [], passedOver: [], hidden: [] },
      ...{ sharedUrls: [], notes: [], items: [], details: [], unreachable: false },
    };
  }

  get name(): string {
    return this.#result.name;
  }

  get result(): SourceResult {
    return { ...this.#result, notes: this.#notes.list() };
  }

  /** @param notes what concerns the source as a whole */
  begin(kind: SourceResult["kind"], title?: string, notes: string[] = []): void {
    Object.assign(this.#result, { kind, title });
    this.note(notes, this.name);
  }

  note(notes: string[], where: string): void {
    for (const note of notes) this.#notes.add(note, where);
  }

  /** The source could not be reached or read. */
  fail(reason: string): void {
    this.#result.skipped.push({ where: this.name, reason });
    this.#result.unreachable = true;
  }

  /** What it holds ends before its end. */
  breakOff(reason: string): void {
    this.#result.skipped.push({ where: this.name, reason });
  }

  store(item: ReadItem, { status, notes }: ItemOutcome): void {
    this.#count(status);
    const hidden = hiddenBy(item, this.#means.now);
    if (hidden) this.#result.hidden.push(hidden);
    this.note([...item.notes, ...notes], item.where);
    this.#keep(item, { outcome: status, notes: [...item.notes, ...notes], hidden: hidden?.why });
  }

  /** What is taken as another store had it. */
  take(item: Pick<ItemResult, "where" | "id">, status: ItemOutcome["status"]): void {
    this.#count(status);
    if (this.#means.keepItems) this.#result.items.push({ ...item, outcome: status, notes: [] });
  }

  /** @param item where it was read, and something stands against it */
  skip(skip: Skip, item?: ReadItem, notes: string[] = []): void {
    const { where, reason, isNoStory } = skip;
    if (isNoStory) this.#result.passedOver.push(skip);
    else {
      // A source that is none holds no item that was read.
      if (item || this.#result.kind !== "unknown") this.#result.read += 1;
      this.#result.skipped.push(skip);
    }
    this.note([...(item?.notes ?? []), ...notes], where);
    this.#keep(item ?? skip, { outcome: isNoStory ? "passed over" : "skipped", reason, notes: item?.notes ?? [] });
  }

  share(shared: UrlSharing): void {
    this.#result.sharedUrls.push(shared);
  }

  #count(status: ItemOutcome["status"]): void {
    this.#result.read += 1;
    if (status === "unchanged") this.#result.unchanged += 1;
    else this.#result.stored += 1;
  }

  #keep(one: ReadItem | Skip, result: Omit<ItemResult, "where">): void {
    this.#result.details.push(...decisionsOf(one, this.#means.dryRun));
    if (!this.#means.keepItems) return;
    const { id, url } = "article" in one ? one.article : {};
    this.#result.items.push(copied({ where: one.where, ...textsOf({ id, url }), ...result }));
  }
}

const textsOf = (fields: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );

/** Why nobody is shown an item that is stored; undefined: everybody is. */
function hiddenBy({ where, article, withheld }: ReadItem, now: string): Hidden | undefined {
  const { status, reason, embargo_until, published_at, expires_at } = article;
  const because = typeof reason === "string" ? `: ${reason}` : "";
  if (status === "canceled") return { where, why: `taken back${because}` };
  if (status === "withheld")
    return { where, why: withheld === undefined ? `withheld${because}` : `withheld: ${withheld}` };
  if (isBefore(expires_at, now)) return { where, why: "expired", at: String(expires_at) };
  const from = [embargo_until, published_at].filter((time) => isBefore(now, time)).map(String);
  const last = from.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
  return last === undefined ? undefined : { where, why: "under embargo: it is shown at its time", at: last };
}

const isBefore = (a: unknown, b: unknown): boolean =>
  typeof a === "string" && typeof b === "string" && Date.parse(a) < Date.parse(b);
