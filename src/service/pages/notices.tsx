import type { Context, MiddlewareHandler } from "hono";
import type { Catalog } from "../../feed/catalog.ts";
import type { Home } from "../home.ts";
import { isDecodable } from "../http/decodable.ts";
import { problem } from "../http/problem.ts";
import { sitePath } from "./frame/addresses.ts";
import { Page, secure } from "./frame/layout.tsx";

export interface Notice {
  status: 400 | 404 | 405 | 410;
  title: string;
  /** Why there is nothing else to see. */
  text: string;
}

/** A request that leads nowhere, and where it came to. */
interface Lost {
  home: Pick<Home, "hstsSubdomains">;
  catalog: Catalog;
  c: Context;
}

/** A page for people that says why there is nothing else to see. */
export async function notice({ site }: Catalog, c: Context, { status, title, text }: Notice): Promise<Response> {
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
  return c.html(`<!doctype html>${await page}`, status, { "cache-control": "public, max-age=60" });
}

/**
 * The answer at an address where nothing is, or nothing that takes the request's method (RFC 9110 §15.5.6): a page for people, problem
 * details (RFC 9457) for programs.
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
  return turnAway({ home, catalog, c }, { status: 405, title: "It does not go like this", text }, { allow });
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

/** A page for people, problem details for programs. */
async function turnAway(
  { home, catalog, c }: Lost,
  why: Notice & { status: 400 | 404 | 405 },
  headers: Record<string, string> = {},
): Promise<Response> {
  if (c.req.path.startsWith("/api") || !c.req.header("accept")?.includes("text/html"))
    return problem(why.status, `${why.title}. ${why.text}`, undefined, headers);
  await secure(home)(c, async () => {
    c.res = await notice(catalog, c, why);
  });
  for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  return c.res;
}
