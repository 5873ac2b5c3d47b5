import type { Article, Status } from "../../article/article.ts";
import { contain, ourFault } from "../../article/contain.ts";
import { type Problem, parseArticle } from "../../article/parse.ts";
import { toRfc3339 } from "../../article/time.ts";
import type { Source } from "../../feed/source.ts";
import type { ReadItem } from "../../import/source-reading.ts";
import type { Database } from "../home.ts";
import type { Ingest } from "../jobs/ingest.ts";
import { findKnown, type StoredMember } from "../store/articles.ts";
import { claimItems, type SourceItem, saveItems } from "../store/source-items.ts";
import type { SourceRefusal } from "../store/source-refusals.ts";
import type { Brought } from "../store/sources.ts";
import { decideSaid, type Saying } from "./decide.ts";

/** Articles of one transaction, and their bytes: a bound value of D1 holds 2 MB. */
const MAX_TAKEN = 50;
const MAX_TAKEN_BYTES = 1_500_000;

/** How often a story is looked at again that somebody else saves at the same time. */
const MAX_ATTEMPTS = 3;

interface TakingParts {
  db: Database;
  ingest: Pick<Ingest, "saveAll">;
}

/** A story that a source speaks of. */
interface Spoken extends Saying {
  id: string;
  /** What it is called there, for people. */
  where: string;
  /** By what the source knows it; absent: it is known already. */
  names?: { item: string; url: string };
}

/** Takes in what a source says, story by story: one that cannot be taken in stops no other. */
export class Taking {
  readonly brought: Brought = { created: 0, changed: 0, taken_back: 0 };
  readonly refused: Omit<SourceRefusal, "at">[] = [];
  /** What was taken in, by what it is called there. */
  readonly taken: string[] = [];
  readonly #parts: TakingParts;
  readonly #source: Source;
  readonly #now: number;

  /** @param now when the source said it, in milliseconds: what it said of a story later than that stands */
  constructor(parts: TakingParts, source: Source, now: number) {
    this.#parts = parts;
    this.#source = source;
    this.#now = now;
  }

  /** Takes in stories with their words. */
  async items(items: ReadItem[]): Promise<void> {
    const known = await this.#datesOf(items);
    let chunk: Spoken[] = [];
    let bytes = 0;
    for (const item of items) {
      const spoken = this.#parse(item, known);
      if (!spoken) continue;
      const size = JSON.stringify(spoken.words).length;
      const isFull = chunk.length >= MAX_TAKEN || bytes + size > MAX_TAKEN_BYTES;
      // The ids of one transaction differ: what comes twice is said again after it.
      if (isFull || chunk.some(({ id }) => id === spoken.id)) {
        await this.#say(chunk);
        [chunk, bytes] = [[], 0];
      }
      chunk.push(spoken);
      bytes += size;
    }
    await this.#say(chunk);
  }

  /** Takes in where stories stand at the source, without its words. */
  async standings(items: SourceItem[], said: Status): Promise<void> {
    for (let start = 0; start < items.length; start += MAX_TAKEN)
      await this.#say(
        items.slice(start, start + MAX_TAKEN).map(({ article_id: id, url }) => ({ id, where: url, words: null, said })),
      );
  }

  refuse(item: string, reason: string): void {
    this.refused.push({ item, reason });
  }

  /** What was first seen without a date keeps the one that it got then. */
  async #datesOf(items: ReadItem[]): Promise<Map<string, string>> {
    const ids = items.flatMap(({ article }) => (article.published_at === undefined ? [String(article.id)] : []));
    if (ids.length === 0) return new Map();
    const { known } = await findKnown(this.#parts.db, ids, [], []);
    return new Map([...known].map(([id, { article }]) => [id, article.published_at]));
  }

  #parse(item: ReadItem, dates: Map<string, string>): Spoken | null {
    const { credit, section, tag } = this.#source;
    const { tags = [] } = item.article;
    const input = {
      ...item.article,
      section: section ?? item.article.section,
      tags: tag !== undefined && Array.isArray(tags) && !tags.includes(tag) ? [...tags, tag] : tags,
      credit: item.article.credit ?? (credit === undefined ? undefined : { name: credit }),
      // The first of those that have none is the newest.
      published_at:
        item.article.published_at ??
        dates.get(String(item.article.id)) ??
        toRfc3339(this.#now - (item.undated ?? 0) * 1_000),
    };
    const parsed = parseArticle(input);
    if (parsed.status === "problems") {
      this.refuse(item.where, inWords(parsed.problems));
      return null;
    }
    const { article } = parsed;
    return {
      id: article.id,
      where: item.where,
      words: article,
      said: article.status,
      names: { item: article.guid ?? article.url, url: article.url },
    };
  }

  async #say(spoken: Spoken[], attempts = MAX_ATTEMPTS): Promise<void> {
    if (spoken.length === 0) return;
    const { db, ingest } = this.#parts;
    const { name } = this.#source;
    const claims = spoken.map(({ id, names = { item: "", url: "" } }) => ({ article_id: id, ...names }));
    const items = await claimItems(db, name, claims);
    const { known } = await findKnown(
      db,
      spoken.map(({ id }) => id),
      [],
      [],
    );
    const decided = spoken.flatMap((one) =>
      contain(
        () => this.#decide(one, items.get(one.id), known.get(one.id)),
        (fault) => {
          this.refuse(one.where, ourFault("read", fault));
          return [];
        },
      ),
    );
    const changed = decided.filter(({ article }) => article !== null);
    const saved = await ingest.saveAll(
      changed.flatMap(({ article }) => article ?? []),
      (revision, id) => revision === (known.get(id)?.revision ?? 0),
    );
    const remembered = decided.filter(({ article }) => article === null);
    const again: Spoken[] = [];
    for (const [index, outcome] of saved.entries()) {
      const one = changed[index];
      if (!one) continue;
      if (outcome.status === "conflict") again.push(one.spoken);
      else if (outcome.status === "refused") this.refuse(one.spoken.where, inWords(outcome.problems));
      else {
        remembered.push(one);
        this.#count(outcome.status, one.article, known.get(outcome.id)?.article);
      }
    }
    await saveItems(
      db,
      remembered.map(({ item }) => item),
    );
    this.taken.push(...remembered.map(({ spoken: { where } }) => where));
    if (attempts > 1) return this.#say(again, attempts - 1);
    for (const { where } of again) this.refuse(where, "somebody else saved it at the same time, again and again");
  }

  #decide(spoken: Spoken, item: SourceItem | undefined, known: StoredMember | undefined) {
    if (!item) return [];
    if (item.source !== this.#source.name) {
      this.refuse(spoken.where, `its story ${spoken.id} is the source ${item.source}'s, whose words stay`);
      return [];
    }
    // What was said later has come before: a webhook that was sent again.
    if (item.said_at > this.#now) return [];
    const { article, remember, isKeptOut } = decideSaid(item, known?.article, spoken, this.#source);
    const kept_out_at = isKeptOut ? (item.kept_out_at ?? this.#now) : null;
    return [{ spoken, article, item: { ...item, ...spoken.names, ...remember, said_at: this.#now, kept_out_at } }];
  }

  #count(status: "created" | "changed" | "unchanged", article: Article | null, before: Article | undefined): void {
    if (status === "created") this.brought.created += 1;
    if (status !== "changed") return;
    const isTakenBack = article?.status !== "usable" && before?.status === "usable";
    this.brought[isTakenBack ? "taken_back" : "changed"] += 1;
  }
}

const inWords = (problems: Problem[]): string =>
  problems.map(({ path, detail }) => `${path} ${detail}`.trim()).join("; ");
