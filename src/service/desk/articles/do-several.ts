import type { Article } from "../../../article/article.ts";
import { type Problem, parseArticle } from "../../../article/parse.ts";
import type { Database } from "../../home.ts";
import type { Ingest } from "../../jobs/ingest.ts";
import { findKnown, type StoredMember } from "../../store/articles.ts";
import { termKey } from "../../store/listing.ts";

/** Stories that something is done with at once: two pages of a list, and far below what Cloudflare lets one request ask of the store. */
export const MAX_SEVERAL = 100;

/** UTF-16 units of the articles that go into one transaction: a bound value of D1 holds 2 MB. */
const MAX_CHUNK = 600_000;

/** Articles that are read at once: each may hold a megabyte. */
const READ_AT_ONCE = 10;

/** A story that was chosen, as it was shown. */
export interface Chosen {
  id: string;
  revision: number;
}

/** What is done with stories. */
export type SeveralDeed =
  | { kind: "withhold" }
  | { kind: "release" }
  | { kind: "retract"; reason: string }
  | { kind: "tag" | "untag"; tag: string };

/** What came of it, for one story. `left`: it is so already, or cannot be; `why` says it. */
export type SeveralOutcome = { id: string; title: string } & (
  | { status: "done" }
  | { status: "left"; why: string }
  | { status: "refused"; problems: Problem[] }
  | { status: "conflict"; shown: number; revision: number }
);

/** Does the same with several stories, each as it was shown: what somebody else has changed since stays as it is. */
export async function doSeveral(
  db: Database,
  ingest: Ingest,
  chosen: Chosen[],
  deed: SeveralDeed,
): Promise<SeveralOutcome[]> {
  const outcomes: SeveralOutcome[] = [];
  for await (const { some, known } of readChosen(db, chosen)) {
    const planned = some.map((one) => plan(one, known.get(one.id), deed));
    const saved = new Map<string, SeveralOutcome>();
    for (const chunk of chunks(planned.flatMap((one) => ("article" in one ? one : []))))
      for (const outcome of await saveChunk(ingest, chunk)) saved.set(outcome.id, outcome);
    outcomes.push(...planned.flatMap((one) => ("article" in one ? (saved.get(one.article.id) ?? []) : one)));
  }
  return outcomes;
}

/** What is known of the stories that were chosen, some at a time. */
export async function* readChosen(
  db: Database,
  chosen: Chosen[],
): AsyncGenerator<{ some: Chosen[]; known: Map<string, StoredMember> }> {
  for (let start = 0; start < chosen.length; start += READ_AT_ONCE) {
    const some = chosen.slice(start, start + READ_AT_ONCE);
    const ids = some.map(({ id }) => id);
    yield { some, known: (await findKnown(db, ids, [], [])).known };
  }
}

interface Planned {
  article: Article;
  shown: number;
}

function plan({ id, revision }: Chosen, found: StoredMember | undefined, deed: SeveralDeed): Planned | SeveralOutcome {
  if (!found) return { id, title: id, status: "left", why: "no article has this id" };
  const { title } = found.article;
  if (found.revision !== revision) return { id, title, status: "conflict", shown: revision, revision: found.revision };
  const changed = change(found.article, deed);
  if (typeof changed === "string") return { id, title, status: "left", why: changed };
  const parsed = parseArticle(changed);
  if (parsed.status === "problems") return { id, title, status: "refused", problems: parsed.problems };
  return { article: parsed.article, shown: revision };
}

/** The article as it is to be, or why it stays. */
function change({ reason: _, ...article }: Article, deed: SeveralDeed): object | string {
  const { status, tags } = article;
  if (status === "canceled") return "it was taken back";
  switch (deed.kind) {
    case "withhold":
      return status === "usable" ? { ...article, status: "withheld" } : `it is ${STATUS[status]}`;
    case "release":
      return status === "withheld" ? { ...article, status: "usable" } : `it is ${STATUS[status]}, not withheld`;
    case "retract":
      return status === "draft"
        ? "it is a draft: nobody has seen it"
        : { ...article, status: "canceled", reason: deed.reason };
    case "tag":
      return has(tags, deed.tag) ? "it has the tag" : { ...article, tags: [...tags, deed.tag], minor: true };
    case "untag":
      return has(tags, deed.tag)
        ? { ...article, tags: tags.filter((tag) => !isTag(tag, deed.tag)), minor: true }
        : "it does not have the tag";
  }
}

const STATUS = { usable: "in sight", withheld: "withheld already", draft: "a draft" };

const isTag = (one: string, other: string): boolean => termKey(one) === termKey(other);
const has = (tags: string[], tag: string): boolean => tags.some((one) => isTag(one, tag));

async function saveChunk(ingest: Ingest, chunk: Planned[]): Promise<SeveralOutcome[]> {
  const shown = new Map(chunk.map(({ article, shown }) => [article.id, shown]));
  const saved = await ingest.saveAll(
    chunk.map(({ article }) => article),
    (revision, id) => revision === shown.get(id),
  );
  return saved.map((outcome, index): SeveralOutcome => {
    const { id } = outcome;
    const title = chunk[index]?.article.title ?? id;
    if (outcome.status === "refused") return { id, title, status: "refused", problems: outcome.problems };
    if (outcome.status === "conflict")
      return { id, title, status: "conflict", shown: shown.get(id) ?? 0, revision: outcome.revision };
    return { id, title, status: "done" };
  });
}

/** As many in each as go into one transaction, and one at least. */
function chunks(planned: Planned[]): Planned[][] {
  const cut: Planned[][] = [];
  let room = 0;
  for (const one of planned) {
    const size = JSON.stringify(one.article).length;
    if (size > room) {
      cut.push([]);
      room = MAX_CHUNK;
    }
    room -= size;
    cut.at(-1)?.push(one);
  }
  return cut;
}
