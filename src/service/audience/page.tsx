import { Hono } from "hono";
import { dayOf, daysBefore, daysBetween } from "../../audience/days.ts";
import { type Summary, summarize } from "../../audience/summary.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { answersPage, answersProblem } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import type { Database, Home } from "../home.ts";
import { problem } from "../http/problem.ts";
import { Page, secure } from "../pages/frame/layout.tsx";
import { listDays, listReaders, type Range } from "../store/audience.ts";
import { AudienceReport } from "./report.tsx";

/** The days that are shown where no range is asked for: a month, today included. */
export const USUAL_DAYS = 30;

/** `/audience`: who polls, for everybody, where the masthead says so. */
export function audiencePage(home: Home, catalog: Catalog): Hono {
  const app = new Hono();
  app.use(secure(home));

  app.get(
    "/",
    describes(() => ({
      operationId: "getAudiencePage",
      part: "Pages",
      summary: "Who reads, for everybody, where the masthead says so",
      answers: { 200: answersPage("The page."), 404: answersProblem("The audience is not public.") },
    })),
    async (c) => {
      const { site } = catalog;
      if (site.audience !== "public") return problem(404, "Nothing is here.");
      const summary = await usualSummary(home.db, Date.now());
      const page = (
        <Page site={site} title={`Who reads · ${site.title}`}>
          <h1>Who reads</h1>
          <p>The last {USUAL_DAYS} days of all feeds, in UTC.</p>
          <AudienceReport summary={summary} />
        </Page>
      );
      return c.html(`<!doctype html>${await page}`, 200, { "cache-control": "public, max-age=300" });
    },
  );

  return app;
}

/** The polls of the last `USUAL_DAYS`, today included, of one feed or of all. */
export async function usualSummary(db: Database, now: number, feed?: string): Promise<Summary> {
  const to = dayOf(now);
  const range: Range = { from: daysBefore(to, USUAL_DAYS - 1), to, feed };
  const [counts, readers] = await Promise.all([listDays(db, range), listReaders(db, range)]);
  return summarize(daysBetween(range.from, to), counts, readers);
}
