import type { Feed, Format } from "../feed/feed.ts";
import { isObject, objectsOf, tryJson } from "../import/values/json.ts";
import type { Discrepancy } from "../verify/discrepancy.ts";
import { askPatiently } from "./patient.ts";
import { bodyOf, request } from "./request.ts";

/** A feed as `GET /api/feeds` lists it. */
export interface FeedStatus {
  slug: string;
  title: string;
  /** Absent: the feed is public. */
  partner?: string;
  /** The path of its family; absent: it has a definition of its own. */
  family?: string;
  urls: Record<Format, string>;
  state: "verified" | "refused" | "none";
  edition: number;
  entries: number;
  stale: boolean;
  discrepancies?: Discrepancy[];
}

/** A feed as `GET /api/feeds/{slug}` answers: with what its documents have to say, selected from the store now. */
export type FeedDetail = FeedStatus & { feed: Feed };

/** The masthead, as far as it concerns whoever brings stories. */
export interface Masthead {
  home?: string;
  zone?: string;
  language?: string;
  /** No two articles may have one URL. */
  unique_urls?: boolean;
}

/** What became of one line of a bulk request. */
export interface LineAnswer {
  line: number;
  /** Of an export's line. */
  type?: string;
  id?: string;
  status: string;
  /** As the service gave them; each has a path and a detail. */
  problems?: unknown;
  removed?: unknown;
  notices?: unknown;
  detail?: unknown;
}

export interface ServiceAnswer {
  status: number;
  text: string;
  /** `text` as JSON; undefined where it is none. */
  body: unknown;
}

/** A running service, over HTTP. What it cannot answer is thrown as an error of one line. */
export interface ServiceClient {
  /** Any status is an answer. */
  ask(method: string, path: string, body?: unknown): Promise<ServiceAnswer>;
  /** The feeds that are published: of families, those that somebody polls. */
  feeds(): Promise<{ feeds: FeedStatus[]; empty: boolean }>;
  feed(slug: string): Promise<FeedDetail>;
  /** The masthead; null: the service is older than the question. */
  site(): Promise<Masthead | null>;
  /** When the article with an id was published, where it is stored. */
  publishedAt(id: string): Promise<string | undefined>;
  /** Articles as NDJSON; what storing them would answer. */
  dryRun(ndjson: string): Promise<LineAnswer[]>;
  /** Articles as NDJSON; the answer's lines. */
  store(ndjson: string): Promise<LineAnswer[]>;
  /** An export's lines; the answer's. */
  takeExport(ndjson: string): Promise<LineAnswer[]>;
}

/**
 * @param token the publish token; without one, only what is public can be asked for
 * @param patience milliseconds for one answer; absent: as long as it takes
 * @param via what answers; absent: the network
 * @param waits milliseconds that the service is waited for at most where it asks for patience; absent: not at all
 */
export function connect(
  base: string,
  token?: string,
  {
    patience,
    via,
    waits = 0,
  }: { patience?: number; via?: (request: Request) => Promise<Response>; waits?: number } = {},
): ServiceClient {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const send = async (method: string, path: string, body?: string): Promise<ServiceAnswer> => {
    const asked = { method, headers, body };
    const ask = () => (via ? via(new Request(base + path, asked)) : request(base + path, { ...asked, patience }));
    const response = await askPatiently(ask, waits);
    const text = new TextDecoder().decode(await bodyOf(response));
    return { status: response.status, text, body: tryJson(text) };
  };
  /** Only 200 will do here: the service refuses neither question to anybody with the token. */
  const get = async <T>(path: string, is: (body: unknown) => body is T): Promise<T> => {
    const answer = await send("GET", path);
    if (answer.status !== 200 || !is(answer.body)) throw new Error(`GET ${base}${path} ${unexpected(answer)}`);
    return answer.body;
  };
  const sendLines = async (path: string, ndjson: string): Promise<LineAnswer[]> => {
    const answer = await send("POST", path, ndjson);
    const lines = answer.text.trim().split("\n").map(tryJson);
    if (answer.status !== 200 || !lines.every(isLineAnswer))
      throw new Error(`POST ${base}${path} ${unexpected(answer)}`);
    return lines;
  };
  return {
    ask: (method, path, body) => send(method, path, body === undefined ? undefined : JSON.stringify(body)),
    async feeds() {
      const first = await get("/api/feeds?asleep=false", isFeedList);
      const feeds = [...first.feeds];
      for (let { next } = first; next !== undefined; ) {
        const page = await get(next, isFeedList);
        feeds.push(...page.feeds);
        next = page.next;
      }
      return { feeds, empty: first.empty };
    },
    feed: (slug) => get(`/api/feeds/${encodeURIComponent(slug)}`, isFeedDetail),
    async site() {
      const answer = await send("GET", "/api/site");
      if (answer.status === 404) return null;
      if (answer.status !== 200 || !isMasthead(answer.body))
        throw new Error(`GET ${base}/api/site ${unexpected(answer)}`);
      return answer.body;
    },
    async publishedAt(id) {
      const path = `/api/articles/${encodeURIComponent(id)}`;
      const answer = await send("GET", path);
      if (answer.status === 404) return undefined;
      if (answer.status !== 200 || !isObject(answer.body)) throw new Error(`GET ${base}${path} ${unexpected(answer)}`);
      return String(answer.body.published_at);
    },
    dryRun: (ndjson) => sendLines("/api/articles/dry-run", ndjson),
    store: (ndjson) => sendLines("/api/articles", ndjson),
    takeExport: (ndjson) => sendLines("/api/import", ndjson),
  };
}

/** An answer that nothing can be done with, as the rest of a sentence: `answered 500: Internal error`. */
export function unexpected({ status, text, body }: ServiceAnswer): string {
  if (status === 401) return "answered 401: is it the right token?";
  if (status === 200) return "answered 200, but not as a Wireproof service does";
  const detail = isObject(body) && typeof body.detail === "string" ? body.detail : text;
  const line = detail.trim().replaceAll(/\s+/g, " ");
  if (line === "") return `answered ${status}`;
  return `answered ${status}: ${line.length > MAX_DETAIL ? `${line.slice(0, MAX_DETAIL).toWellFormed()}…` : line}`;
}

/** Characters: the first words of another server's error page are enough to recognise it. */
const MAX_DETAIL = 200;

/**
 * Why a line was not stored, in one line.
 *
 * @param whole what a problem without a path is a problem of
 */
export function whyRefused(
  { problems, detail, status }: Pick<LineAnswer, "problems" | "detail" | "status">,
  whole: string,
): string {
  const reasons = objectsOf(problems).map((problem) => `${problem.path || whole} ${problem.detail}`);
  return reasons.join("; ") || (typeof detail === "string" ? detail : status);
}

// Only the fields that are used at once are looked at: enough to tell another server's answer from the service's own.

const isFeedStatus = (value: unknown): value is FeedStatus =>
  isObject(value) && typeof value.slug === "string" && isObject(value.urls) && typeof value.state === "string";

const isFeedList = (body: unknown): body is { feeds: FeedStatus[]; empty: boolean; next?: string } =>
  isObject(body) &&
  Array.isArray(body.feeds) &&
  body.feeds.every(isFeedStatus) &&
  /^(string|undefined)$/.test(typeof body.next);

const isFeedDetail = (body: unknown): body is FeedDetail =>
  isFeedStatus(body) && "feed" in body && isObject(body.feed) && Array.isArray(body.feed.entries);

const isMasthead = (body: unknown): body is Masthead => isObject(body) && typeof body.home === "string";

const isLineAnswer = (value: unknown): value is LineAnswer =>
  isObject(value) && typeof value.line === "number" && typeof value.status === "string";
