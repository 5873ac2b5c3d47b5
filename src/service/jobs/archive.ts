import { composeArticles } from "../../edition/compose.ts";
import { toArchivePage } from "../../feed/compose.ts";
import type { Definition } from "../../feed/definition.ts";
import type { StoredArticle } from "../../feed/entry.ts";
import type { Feed, Format } from "../../feed/feed.ts";
import { profiled } from "../../partner/profile.ts";
import { logFault } from "../log.ts";
import { addPage, findPage, linkPages, listPage, savePage, savePageComposed } from "../store/archives.ts";
import { encode, toBase64 } from "../store/codings.ts";
import type { FeedState } from "../store/feeds.ts";
import { archiveKey } from "../store/shelf-key.ts";
import type { Publisher } from "./publisher.ts";
import { nextValidators, sameValidators } from "./validators.ts";

type ArchiveStep = (publisher: Publisher, definition: Definition) => Promise<void>;

/**
 * What a feed's archive needs next (RFC 5005 §4): a page for articles that the subscription document has no room for, a page
 * that is stale composed anew, the link to pages that have been published. Nothing here looks at the archive as a whole.
 */
export function nextArchiveStep(state: FeedState): ArchiveStep | null {
  const { stale_page } = state;
  if (state.overflows) return ({ home }) => addPage(home.db, state, Date.now());
  if (stale_page !== null) return (publisher, definition) => publishPage(publisher, definition, stale_page, Date.now());
  const published = (state.unpublished_page ?? state.pages + 1) - 1;
  return published > state.linked ? ({ home }) => linkPages(home.db, state.slug, published, Date.now()) : null;
}

/**
 * Publishes a page: select, compose, verify, save. What does not read right is left out until it does: a page must not keep what was
 * taken back.
 */
export async function publishPage(
  { home: { db, purge }, catalog: { site }, copies }: Publisher,
  definition: Definition,
  page: number,
  now: number,
): Promise<void> {
  const { slug } = definition;
  const found = await findPage(db, slug, page);
  if (!found) return;
  const articles = await listPage(db, slug, page, now);
  const feedOf = (some: StoredArticle[]): Feed =>
    profiled(site, definition, some, toArchivePage(site, definition, some, page)).feed;
  const composed = await composeArticles(slug, articles, feedOf, async () => true);
  const { discrepancies } = composed;
  if (discrepancies.length > 0) logFault("refused", { slug, page, discrepancies: discrepancies.slice(0, 3) });
  if (composed.status === "refused") return savePageComposed(db, slug, found, discrepancies);
  const current = found.validators && { number: found.version, validators: found.validators };
  const validators = nextValidators(composed.documents, current, now);
  if (found.composed > 0 && sameValidators(current, validators))
    return savePageComposed(db, slug, found, discrepancies);
  const bodies = await Promise.all(
    composed.documents.map(
      async ({ format, text }): Promise<[Format, string]> => [format, toBase64(await encode(text, "gzip"))],
    ),
  );
  const isPurged = definition.partner === undefined ? Boolean(purge) : undefined;
  if (await savePage(db, slug, found, { validators, bodies, discrepancies, isPurged }, now))
    await copies.supersede(archiveKey(slug, page), { number: found.version + 1, validators });
}
