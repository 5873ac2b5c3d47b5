/** Something that is due to be sent to somebody else's server. */
export interface DueErrand {
  id: number;
  /** Whose server: what is sent at once is limited by it. */
  host: string;
}

/** One request that this sender has claimed, and nobody else has. */
export interface Errand extends DueErrand {
  /** Makes the request, and notes in the store what came of it. */
  run(): Promise<void>;
}

/** One kind of what is sent. All of it stands in the store, so that nothing is lost where a sender ends. */
export interface Errands {
  /**
   * What is due by now and claimed by nobody, at most so much; by what a story is taken back first, then what has waited longest.
   *
   * @param but hosts that are asked enough as it is
   */
  listDue(now: number, but: string[], limit: number): Promise<DueErrand[]>;
  /** Race: of two senders, the store lets one have each. @returns what this one has now */
  claim(ids: number[], now: number): Promise<Errand[]>;
  /**
   * When the next is due that nobody has claimed; milliseconds. Null: none is.
   *
   * @param but hosts that do not count
   */
  findNextDue(now: number, but: string[]): Promise<number | null>;
  /** Lets go of all that was claimed: where there is one sender, and the one before it is no more. Absent: it waits for the claims' end. */
  release?(): Promise<void>;
}

/** When the next of all kinds is due that nobody has claimed, in milliseconds; null: none is. @param but hosts that do not count */
export async function findNextErrand(kinds: Errands[], now: number, but: string[] = []): Promise<number | null> {
  const all = await Promise.all(kinds.map((kind) => kind.findNextDue(now, but)));
  const known = all.filter((next) => next !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** Whether more than so many are due by now. */
export async function isMoreDue(kinds: Errands[], now: number, many: number): Promise<boolean> {
  let due = 0;
  for (const kind of kinds) {
    due += (await kind.listDue(now, [], many + 1 - due)).length;
    if (due > many) return true;
  }
  return false;
}
