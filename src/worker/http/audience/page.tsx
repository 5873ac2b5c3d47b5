import { createHash } from "node:crypto";
import { Hono } from "hono";
import type { FC, PropsWithChildren } from "hono/jsx";
import { secureHeaders } from "hono/secure-headers";
import { dayOf, daysBefore, daysBetween } from "../../../audience/days.ts";
import { type Summary, summarize } from "../../../audience/summary.ts";
import type { Site } from "../../../feed/definition.ts";
import type { CatalogEnv, Catalogs } from "../../catalog.ts";
import { listDays, listReaders, type Range } from "../../store/audience.ts";
import { problem } from "../problem.ts";
import { STYLE } from "../style.ts";
import { USUAL_DAYS } from "./query.ts";
import { AudienceReport } from "./report.tsx";
import { AUDIENCE_STYLE } from "./style.ts";

const PAGE_STYLE = `${STYLE}\n${AUDIENCE_STYLE}`;
const PAGE_STYLE_HASH = `'sha256-${createHash("sha256").update(PAGE_STYLE).digest("base64")}'`;

/** `/audience`: who polls, for everybody, where the masthead says so. */
export function audiencePage(catalogs: Catalogs): Hono<{ Bindings: CatalogEnv }> {
  const app = new Hono<{ Bindings: CatalogEnv }>();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: [PAGE_STYLE_HASH],
        baseUri: ["'none'"],
        formAction: ["'none'"],
      },
    }),
  );

  app.get("/", async (c) => {
    const { site } = catalogs.get(c.env);
    if (site.audience !== "public") return problem(404, "Nothing is here.");
    const summary = await usualSummary(c.env.DB, Date.now());
    const page = (
      <Page site={site} title={`Who reads · ${site.title}`}>
        <h1>Who reads</h1>
        <p>The last {USUAL_DAYS} days of all feeds, in UTC.</p>
        <AudienceReport summary={summary} />
      </Page>
    );
    return c.html(`<!doctype html>${await page}`, 200, { "cache-control": "public, max-age=300" });
  });

  return app;
}

/** The last month, for a page: of all feeds, or of one. */
export async function usualSummary(db: D1Database, now: number, feed?: string): Promise<Summary> {
  const to = dayOf(now);
  const range: Range = { from: daysBefore(to, USUAL_DAYS - 1), to, feed };
  const [counts, readers] = await Promise.all([listDays(db, range), listReaders(db, range)]);
  return summarize(daysBetween(range.from, to), counts, readers);
}

const Page: FC<PropsWithChildren<{ site: Site; title: string }>> = ({ site, title, children }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <style dangerouslySetInnerHTML={{ __html: PAGE_STYLE }} />
    </head>
    <body>
      <header>
        <a href={`${site.base}/`}>{site.title}</a>
      </header>
      <main>{children}</main>
    </body>
  </html>
);
