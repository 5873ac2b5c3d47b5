import type { Context } from "hono";
import type { Catalog } from "../../feed/catalog.ts";
import { answerFault, takeFault } from "../http/fault.ts";
import { problem } from "../http/problem.ts";
import { sitePath } from "./frame/addresses.ts";
import { Page, secure } from "./frame/layout.tsx";

export interface Notice {
  status: 404 | 410 | 500 | 503;
  title: string;
  /** Why there is nothing else to see. */
  text: string;
  /** Absent: caches may keep it for a minute. */
  headers?: Record<string, string>;
}

const CACHEABLE = { "cache-control": "public, max-age=60" };

/** A page for people that says why there is nothing else to see. */
export async function notice(
  { site }: Catalog,
  c: Context,
  { status, title, text, headers = CACHEABLE }: Notice,
): Promise<Response> {
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
  return c.html(`<!doctype html>${await page}`, status, headers);
}

/** The answer at an address where nothing is: a page for people, problem details (RFC 9457) for programs. */
export async function notFound(catalog: Catalog, c: Context): Promise<Response> {
  if (!isForPeople(c)) return problem(404, "Nothing is here.");
  await secure(c, async () => {
    const text = "The address may be mistyped, or the page has gone.";
    c.res = await notice(catalog, c, { status: 404, title: "Nothing is here", text });
  });
  return c.res;
}

/** The answer where a handler threw: a page for people, problem details for programs. */
export async function failed(catalog: Catalog, error: Error, c: Context): Promise<Response> {
  if (!isForPeople(c)) return answerFault(error, c);
  await secure(c, async () => {
    c.res = await notice(catalog, c, takeFault(error, c.req.method));
  });
  return c.res;
}

const isForPeople = ({ req }: Context): boolean =>
  !req.path.startsWith("/api") && (req.header("accept")?.includes("text/html") ?? false);
