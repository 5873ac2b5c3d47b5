import { Hono } from "hono";
import { documentUrl, hubUrl } from "../../feed/addresses.ts";
import type { Catalog } from "../../feed/catalog.ts";
import type { Definition } from "../../feed/definition.ts";
import { FORMATS, type Format } from "../../feed/feed.ts";
import { type Located, locate } from "../../feed/locate.ts";
import { hubLinks } from "../../hub/links.ts";
import { isEntitled } from "../../partner/check-key.ts";
import { untilNextWindow } from "../../partner/limits.ts";
import type { Home } from "../home.ts";
import { isDecodable } from "../http/decodable.ts";
import { plain } from "../http/plain.ts";
import type { ColdPoll, ColdPolls } from "../poll/cold.ts";
import type { HotPolls } from "../poll/hot.ts";
import { ended, noEditionYet, noSuchPage, readOnly } from "../poll/missing.ts";
import type { Poll } from "../poll/poll.ts";
import { archiveShelf, feedShelf } from "../poll/shelf.ts";
import { hotAccount } from "./account.ts";
import type { Authenticator, Caller } from "./authenticate.ts";
import type { PartnerErrors } from "./errors.ts";
import type { KnownKeys } from "./known-keys.ts";
import { type KeyedPoll, type Ledger, tooMany } from "./ledger.ts";

/** A partner's own client may keep a document, and asks each time whether it is still the one. */
const KEEP = "no-cache";

/** Of a family's feeds, more than one part. What an address names in other letters than these is percent-encoded. */
const SLUG = "[A-Za-z0-9%-]+(?:/[A-Za-z0-9%-]+)*?";
const PATH = new RegExp(`^/partner/(${SLUG})(?:/archive/([1-9][0-9]{0,8}))?\\.(${FORMATS.join("|")})$`);

interface Target {
  slug: string;
  /** A page of the archive; absent: the subscription document. */
  page?: number;
  format: Format;
}

/** What polls of partners need. */
export interface PartnerPolls {
  cold: ColdPolls;
  hot: HotPolls;
  authenticator: Authenticator;
  keys: KnownKeys;
  ledger: Ledger;
  errors: Pick<PartnerErrors, "note">;
}

/**
 * `/partner/{slug}.rss`, `.atom`, `.json`, and `/partner/{slug}/archive/{page}.…`: feeds for one partner each.
 *
 * Whoever has no good key gets one and the same 401 for every path below `/partner`, and a good key one and the same 403 for
 * every path that is not a feed of its own: whether anything is there is told only to those who may have it.
 */
export function partnerDocuments(home: Home, catalog: Catalog, polls: PartnerPolls): Hono {
  const { cold, hot, authenticator, keys, ledger, errors } = polls;
  const app = new Hono();

  app.all("/*", async (c) => {
    const now = Date.now();
    const request = c.req.raw;
    const caller = await authenticator.authenticate(request, now);
    if (caller instanceof Response) return caller;
    const path = pathOf(request.url);
    const target = isDecodable(request.url) ? parsePath(path) : null;
    const found = target && find(catalog, target.slug);
    if (!target || !mayRead(caller, found?.definition)) {
      if (caller.as === "partner") errors.note(caller.key, 403, path);
      return plain(403, "This key does not open this.");
    }
    if (request.method !== "GET" && request.method !== "HEAD") return readOnly("GET, HEAD");
    const { definition, family } = found as Found;
    if (definition.retired) return ended();
    // The location never has a key: a client that follows it sends its own again.
    if (definition.slug !== target.slug)
      return plain(301, "This feed has moved.", { location: urlOf({ ...target, slug: definition.slug }) });
    if (caller.as === "desk") return serve({ ...target, family }, request);
    const feed = target.page === undefined ? definition.slug : undefined;
    const poll: KeyedPoll = { key: caller.key, request, url: path, format: target.format, feed, now };
    const admission = await ledger.admit(poll);
    if (admission === "refused") {
      errors.note(caller.key, 429, path);
      return tooMany(untilNextWindow(now));
    }
    const answer = await serve({ ...target, family }, request, {
      // Without an edition there was no document: nothing was used, and there is nothing to give a receipt for.
      settle: (answered, answer) =>
        answered.edition === 0 ? answer : ledger.settle(poll, admission, answered, answer),
    });
    if (answer.status >= 400) errors.note(caller.key, answer.status, path);
    if (feed !== undefined) {
      const account = hotAccount(keys, ledger, definition, path);
      hot.remember({ shelf: feedShelf(feed), format: target.format, keep: KEEP, account }, request, answer);
    }
    return answer;
  });

  async function serve(target: Target & ColdPoll, request: Request, account?: Poll["account"]): Promise<Response> {
    const { slug, page, format } = target;
    const poll = { request, format, keep: KEEP, private: true, account };
    if (page === undefined) {
      const links = hubLinks(hubUrl(catalog.site), urlOf({ slug, format }));
      return (await cold.answer({ ...poll, links, shelf: feedShelf(slug) }, target)) ?? noEditionYet();
    }
    const answer = await cold.answer({ ...poll, shelf: archiveShelf(slug, page) }, target);
    return answer ?? noSuchPage(home.db, slug, page, urlOf({ slug, format }));
  }

  const urlOf = ({ slug, page, format }: Target): string =>
    documentUrl(catalog.site, page === undefined ? slug : `${slug}/archive/${page}`, format, "partner");

  return app;
}

/** The path of a request's URL, which is absolute and normalised: it need not be parsed again. */
function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  return url.slice(url.indexOf("/", url.indexOf("://") + 3), end < 0 ? undefined : end);
}

/** What a path asks for; null: no feed can be there. There is one way only to write the path of a feed. */
function parsePath(path: string): Target | null {
  const [, encoded, page, format] = PATH.exec(path) ?? [];
  if (encoded === undefined) return null;
  const slug = decodeURI(encoded);
  if (encodeURI(slug) !== encoded) return null;
  return { slug, page: page === undefined ? undefined : Number(page), format: format as Format };
}

type Found = Pick<Extract<Located, { status: "feed" }>, "definition" | "family">;

/** The feed that has or had this slug, retired or not. */
function find(catalog: Catalog, asked: string): Found | undefined {
  const located = locate(catalog, asked, "partner");
  if (located.status === "moved") return find(catalog, located.slug);
  if (located.status === "ended") return located.definition && { definition: located.definition };
  return located.status === "feed" ? located : undefined;
}

const mayRead = (caller: Caller, definition: Definition | null | undefined): definition is Definition =>
  caller.as === "desk" ? Boolean(definition) : isEntitled(caller.key, definition ?? undefined);
