import type { Context } from "hono";
import type { Catalog } from "../../feed/catalog.ts";
import { problem } from "../http/problem.ts";
import { path } from "./frame/addresses.ts";
import { Page, secure } from "./frame/layout.tsx";

/** A page that says why there is nothing else to see. */
export async function notice(
  { site }: Catalog,
  c: Context,
  status: 404 | 410,
  title: string,
  text: string,
): Promise<Response> {
  const page = (
    <Page site={site} title={`${title} · ${site.title}`} head={<meta name="robots" content="noindex" />}>
      <div class="notice">
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a href={path(site, "/")}>All feeds of {site.title}</a>
        </p>
      </div>
    </Page>
  );
  return c.html(`<!doctype html>${await page}`, status, { "cache-control": "public, max-age=60" });
}

/** Where nothing is: a page for people, problem details for programs. */
export async function notFound(catalog: Catalog, c: Context): Promise<Response> {
  if (c.req.path.startsWith("/api") || !c.req.header("accept")?.includes("text/html"))
    return problem(404, "Nothing is here.");
  await secure(c, async () => {
    c.res = await notice(catalog, c, 404, "Nothing is here", "The address may be mistyped, or the page has gone.");
  });
  return c.res;
}
