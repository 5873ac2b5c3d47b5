import { millisecondsInHour } from "date-fns/constants";
import type { Status } from "../../article/article.ts";
import type { Source } from "../../feed/source.ts";
import { SiteFault } from "../../import/sites/site-reader.ts";
import type { SiteStandings, StandingsQuestion } from "../../import/sites/standings.ts";
import type { Database } from "../home.ts";
import { countShown, listItemsAfter, type SourceItem } from "../store/source-items.ts";
import type { SourceState } from "../store/sources.ts";

/** So often everything that a site has is looked at, though it has as many items as are known: one may have gone while another came. */
const MAX_UNCOMPARED = millisecondsInHour;

/** Items of a source that are compared at a time. */
const PAGE = 1_000;

/**
 * So much of what a site showed does not go at once: more than so many stories, and more than half of them. A plugin that fails, or a site that
 * was set up anew, is not to take everything back.
 */
const MAX_GONE = 20;

/** What stands elsewhere than it did, by where it stands now. */
export type Moved = { item: SourceItem; said: Status };

interface ComparingParts {
  db: Database;
  source: Source;
  state: SourceState;
  standings: SiteStandings;
  question: StandingsQuestion;
}

/** What came of a comparison. */
export interface SiteComparison extends Pick<SourceState, "compared_at" | "surplus"> {
  moved: Moved[];
}

/**
 * Finds what a site has taken back, or shows no more: it tells of no such thing by itself. Where it shows as many items as are known, and
 * everything was compared not long ago, that one question is all.
 */
export async function compareStandings(parts: ComparingParts, now: number): Promise<SiteComparison> {
  const { db, source, state, standings, question } = parts;
  const home = source.url ?? "";
  const known = await countShown(db, source.name);
  const shown = await standings.count(home, question);
  const isLong = state.compared_at === null || now - state.compared_at >= MAX_UNCOMPARED || now < state.compared_at;
  if (!isLong && shown !== undefined && shown - known === state.surplus)
    return { moved: [], compared_at: state.compared_at, surplus: state.surplus };
  const found = new Map<string, Status>();
  for await (const page of standings.list(home, question))
    for (const { names, stands } of page) for (const name of names) found.set(name, SAID[stands]);
  const moved: Moved[] = [];
  let after = { item: "", id: "" };
  for (;;) {
    const items = await listItemsAfter(db, source.name, after, PAGE);
    moved.push(...items.flatMap((item) => whereMoved(item, found)));
    const last = items.at(-1);
    if (!last || items.length < PAGE) break;
    after = { item: last.item, id: last.article_id };
  }
  const gone = moved.filter(({ item }) => item.said === "usable").length;
  if (gone > MAX_GONE && gone > known / 2)
    throw new SiteFault(
      `it shows ${known - gone} of ${known} stories that it showed: nothing is taken back, for that is too much at once`,
    );
  return { moved, compared_at: now, surplus: shown === undefined ? null : shown - (known - gone) };
}

const SAID = { shown: "usable", withheld: "withheld", gone: "canceled" } as const;

/** What is in no list has gone. What comes back is read with its words. */
function whereMoved(item: SourceItem, found: Map<string, Status>): Moved[] {
  if (item.said === "") return [];
  const said = found.get(item.item) ?? found.get(item.url) ?? "canceled";
  const isKeptBack = said !== "usable" && said !== item.said;
  return isKeptBack ? [{ item, said }] : [];
}
