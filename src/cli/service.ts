import createClient from "openapi-fetch";
import type { Feed } from "../feed/feed.ts";
import { isObject, objectsOf, tryJson } from "../import/values/json.ts";
import type { components, paths } from "./interface.ts";
import { askPatiently } from "./patient.ts";
import { bodyOf, request } from "./request.ts";

type Schemas = components["schemas"];

/** A feed as `GET /api/feeds` lists it. */
export type FeedStatus = Schemas["FeedStatus"];

/** A feed as `GET /api/feeds/{slug}` answers: with what its documents have to say, selected from the store now. */
export type FeedDetail = Omit<Schemas["StoredFeed"], "feed"> & { feed: Feed };

/** The masthead, as far as it concerns whoever brings stories. A dry run may know nothing of it. */
export type Masthead = Partial<Schemas["Masthead"]>;

/** What became of one line of a bulk request: as much as any answer may say, be it of a story or of an export's line. */
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

/** An answer as the typed client gives it: what was asked for, or what went wrong. */
interface Asked {
  data?: unknown;
  error?: unknown;
  response: Response;
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
  const addresses = new WeakMap<Response, string>();
  /** Asks by the interface's types, for what is only read. What is no JSON is no answer of the service's. */
  const client = createClient<paths>({
    baseUrl: base,
    async fetch({ method, url }) {
      const answer = await send(method, url.slice(base.length));
      if (answer.status === 200 && answer.body === undefined) throw new Error(`${method} ${url} ${unexpected(answer)}`);
      const response = new Response(answer.status === 204 ? null : answer.text, { status: answer.status });
      addresses.set(response, url);
      return response;
    },
  });
  /** Only 200 will do here: the service refuses no question to anybody with the token. */
  const expected = async <T>(asked: Asked | Promise<Asked>, is: (body: unknown) => body is T): Promise<T> => {
    const { data, error, response } = await asked;
    if (response.status === 200 && is(data)) return data;
    const text = typeof error === "string" ? error : (JSON.stringify(error) ?? "");
    throw new Error(`GET ${addresses.get(response)} ${unexpected({ status: response.status, text, body: error })}`);
  };
  const sendLines = async (path: keyof paths, ndjson: string): Promise<LineAnswer[]> => {
    const answer = await send("POST", path, ndjson);
    const lines = answer.text.trim().split("\n").map(tryJson);
    if (answer.status !== 200 || !lines.every(isLineAnswer))
      throw new Error(`POST ${base}${path} ${unexpected(answer)}`);
    return lines;
  };
  return {
    ask: (method, path, body) => send(method, path, body === undefined ? undefined : JSON.stringify(body)),
    async feeds() {
      const feeds: FeedStatus[] = [];
      for (let after: string | undefined; ; ) {
        const page = await expected(
          client.GET("/api/feeds", { params: { query: { asleep: false, after } } }),
          isFeedList,
        );
        feeds.push(...page.feeds);
        if (page.next === undefined) return { feeds, empty: page.empty };
        after = new URL(page.next, base).searchParams.get("after") ?? undefined;
      }
    },
    feed: (slug) => expected(client.GET("/api/feeds/{slug}", { params: { path: { slug } } }), isFeedDetail),
    async site() {
      const asked = await client.GET("/api/site");
      return asked.response.status === 404 ? null : expected(asked, isMasthead);
    },
    async publishedAt(id) {
      const asked = await client.GET("/api/articles/{id}", { params: { path: { id } } });
      return asked.response.status === 404 ? undefined : (await expected(asked, isArticle)).published_at;
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

const isFeedList = (body: unknown): body is Schemas["Feeds"] =>
  isObject(body) &&
  Array.isArray(body.feeds) &&
  body.feeds.every(isFeedStatus) &&
  /^(string|undefined)$/.test(typeof body.next);

const isArticle = (body: unknown): body is Schemas["StoredArticle"] =>
  isObject(body) && typeof body.published_at === "string";

const isFeedDetail = (body: unknown): body is FeedDetail =>
  isFeedStatus(body) && "feed" in body && isObject(body.feed) && Array.isArray(body.feed.entries);

const isMasthead = (body: unknown): body is Schemas["Masthead"] => isObject(body) && typeof body.home === "string";

const isLineAnswer = (value: unknown): value is LineAnswer =>
  isObject(value) && typeof value.line === "number" && typeof value.status === "string";
