import type { Context, MiddlewareHandler } from "hono";
import type { Catalog } from "../../feed/catalog.ts";
import type { Home } from "../home.ts";
import { isDecodable } from "../http/decodable.ts";
import { takeFault } from "../http/fault.ts";
import { problem } from "../http/problem.ts";
import { sitePath } from "./frame/addresses.ts";
import { Page, secure } from "./frame/layout.tsx";

export interface Notice {
  status: 400 | 404 | 405 | 410 | 500 | 503;
  title: string;
  /** Why there is nothing else to see. */
  text: string;
  /** More of the answer's. Without a Cache-Control among them caches may keep it for a minute. */
  headers?: Record<string, string>;
}

const CACHEABLE = { "cache-control": "public, max-age=60" };

/** A request that leads nowhere, and where it came to. */
interface Lost {
  home: Pick<Home, "hstsSubdomains">;
  catalog: Catalog;
  c: Context;
}

/** A page for people that says why there is nothing else to see. */
export async function notice({ site }: Catalog, c: Context, why: Notice): Promise<Response> {
  const { status, title, text, headers } = why;
  const page = (
    <Page site={site} title={`${title} · ${site.title}`} head={<meta name="robots" content="noindex" />}>
      <div class="notice">
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a href={sitePath(site, "/")}>All feeds of {site.title}</a>
        </p>
      </div>
    </Page>
  );
  return c.html(`<!doctype html>${await page}`, status, { ...CACHEABLE, ...headers });
}

/**
 * The answer at an address where nothing is, or nothing that takes the request's method (RFC 9110 §15.5.6).
 *
 * @param methods those that something takes there
 */
export function notFound({ home, catalog, c }: Lost, methods: string[]): Response | Promise<Response> {
  const { method, path } = c.req;
  if (methods.length === 0) return turnAway({ home, catalog, c }, NOTHING_HERE);
  const allow = methods.join(", ");
  if (method === "OPTIONS") return new Response(null, { status: 204, headers: { allow } });
  const more = path.startsWith("/api/") ? " /api/openapi.json says what each does." : "";
  const text = `There is no ${method} here. There is ${allow}.${more}`;
  return turnAway({ home, catalog, c }, { status: 405, title: "It does not go like this", text, headers: { allow } });
}

const NOTHING_HERE = {
  status: 404,
  title: "Nothing is here",
  text: "The address may be mistyped, or the page has gone.",
} as const;

/** Middleware that lets no request through whose path nobody can read. */
export const readablePath =
  (home: Home, catalog: Catalog): MiddlewareHandler =>
  (c, next) =>
    isDecodable(c.req.url) ? next() : Promise.resolve(turnAway({ home, catalog, c }, UNREADABLE));

const UNREADABLE = {
  status: 400,
  title: "Not an address",
  text: "The path is not percent-encoded UTF-8: write a percent sign as %25, and every other byte as encodeURIComponent does.",
} as const;

/** The answer where a handler threw. */
export function failed({ home, catalog, c }: Lost, error: Error): Response | Promise<Response> {
  const told = takeFault(error, c.req.method);
  return isForPeople(c) ? page({ home, catalog, c }, told) : problem(told.status, told.text, undefined, told.headers);
}

/** A page for people, problem details (RFC 9457) for programs. */
export const turnAway = ({ home, catalog, c }: Lost, why: Notice): Response | Promise<Response> =>
  isForPeople(c)
    ? page({ home, catalog, c }, why)
    : problem(why.status, `${why.title}. ${why.text}`, undefined, why.headers);

const isForPeople = ({ req }: Context): boolean =>
  !req.path.startsWith("/api") && (req.header("accept")?.includes("text/html") ?? false);

async function page({ home, catalog, c }: Lost, why: Notice): Promise<Response> {
  await secure(home)(c, async () => {
    c.res = await notice(catalog, c, why);
  });
  return c.res;
}
