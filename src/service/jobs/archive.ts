import { composeArticles } from "../../edition/compose.ts";
import { toArchivePage } from "../../feed/compose.ts";
import type { Definition, Site } from "../../feed/definition.ts";
import type { StoredArticle } from "../../feed/entry.ts";
import type { Feed, Format } from "../../feed/feed.ts";
import { profiled } from "../../partner/profile.ts";
import {
  addPage,
  findPage,
  linkPages,
  listPage,
  type PageState,
  savePage,
  savePageComposed,
} from "../store/archives.ts";
import { compress } from "../store/codings.ts";
import type { CurrentEdition, Validators } from "../store/editions.ts";
import type { FeedState } from "../store/feeds.ts";
import { archiveKey, type Copies, supersede } from "./copies.ts";
import { nextValidators } from "./validators.ts";

type Step = (db: D1Database, copies: Copies, site: Site, definition: Definition) => Promise<void>;

/**
 * What a feed's archive needs next (RFC 5005 §4): a page for articles that the subscription document has no room for, a page
 * that is stale composed anew, the link to pages that have been published. Nothing here looks at the archive as a whole.
 */
export function nextArchiveStep(state: FeedState): Step | null {
  const { stale_page } = state;
  if (state.overflows) return (db) => addPage(db, state, Date.now());
  if (stale_page !== null)
    return (db, copies, site, definition) => publishPage(db, copies, site, definition, state, stale_page);
  const published = (state.unpublished_page ?? state.pages + 1) - 1;
  return published > state.linked ? (db) => linkPages(db, state.slug, published, Date.now()) : null;
}

/**
 * One page: select, compose, verify, save. What does not read right is left out until it does: a page must not keep what was
 * taken back.
 */
async function publishPage(
  db: D1Database,
  copies: Copies,
  site: Site,
  definition: Definition,
  state: FeedState,
  page: number,
): Promise<void> {
  const found = await findPage(db, state.slug, page);
  if (!found) return;
  const now = Date.now();
  const articles = await listPage(db, state.slug, page, now);
  const feedOf = (some: StoredArticle[]): Feed =>
    profiled(site, definition, some, toArchivePage(site, definition, some, page)).feed;
  const { composition, discrepancies } = await composeArticles(articles, feedOf, async () => true);
  const { slug } = state;
  if (discrepancies.length > 0)
    console.error(JSON.stringify({ event: "refused", slug, page, discrepancies: discrepancies.slice(0, 3) }));
  if (composition.status === "refused") return savePageComposed(db, state.slug, found, discrepancies);
  const current = currentOf(found);
  const validators = nextValidators(composition.documents, current, now);
  if (current && composition.documents.every(({ format }) => validators[format] === current.validators[format])) {
    return savePageComposed(db, state.slug, found, discrepancies);
  }
  const bodies = composition.documents.map(({ format, text }): [Format, string] => [
    format,
    Buffer.from(compress(text, "gzip")).toString("base64"),
  ]);
  if (await savePage(db, state.slug, found, { validators, bodies, discrepancies }))
    await supersede(copies, archiveKey(state.slug, page), { number: found.version + 1, validators });
}

const currentOf = ({ version, validators }: PageState): CurrentEdition | null =>
  validators === null ? null : { number: version, validators: JSON.parse(validators) as Record<Format, Validators> };
