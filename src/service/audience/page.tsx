import { Hono } from "hono";
import { dayOf, daysBefore, daysBetween } from "../../audience/days.ts";
import { type Summary, summarize } from "../../audience/summary.ts";
import { USUAL_DAYS } from "../api/audience-query.ts";
import type { CatalogEnv, Catalogs } from "../catalog.ts";
import { problem } from "../http/problem.ts";
import { Page, secure } from "../pages/frame/layout.tsx";
import { listDays, listReaders, type Range } from "../store/audience.ts";
import { AudienceReport } from "./report.tsx";

/** `/audience`: who polls, for everybody, where the masthead says so. */
export function audiencePage(catalogs: Catalogs): Hono<{ Bindings: CatalogEnv }> {
  const app = new Hono<{ Bindings: CatalogEnv }>();
  app.use(secure);

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
