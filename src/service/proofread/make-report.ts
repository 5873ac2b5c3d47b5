import type { Catalog } from "../../feed/catalog.ts";
import { reportsKeptFor } from "../../feed/definition.ts";
import type { DocumentReport, Given, StoredReport } from "../examination.ts";
import type { Home } from "../home.ts";
import { saveProofreadReport } from "../store/proofread-reports.ts";
import { MAX_REPORT } from "./limits.ts";
import type { Asker } from "./place.ts";
import { errorsIn } from "./report.ts";
import type { NoPlace, Visitors } from "./visitors.ts";

/** What came of what was given. */
export type Made =
  | { status: "made"; report: StoredReport; documents: DocumentReport[]; expiresAt: number }
  | { status: "unread"; why: string }
  | NoPlace;

export interface ProofreadParts {
  home: Home;
  catalog: Catalog;
  visitors: Visitors;
}

/** A report as it is stored. */
export function storedBody(report: StoredReport): string {
  const whole = JSON.stringify(report);
  if (whole.length <= MAX_REPORT || report.kind === "page") return whole;
  const { source, series: _, beside: __, view: ___, ...found } = report;
  return JSON.stringify({ ...found, source: { lines: source.lines, pieces: [] } });
}

/** Proofreads what was given, and stores the report. Whoever gives it has been let in, and may find no place all the same. */
export const makeReport = ({ home, catalog, visitors }: ProofreadParts, given: Given, asker: Asker): Promise<Made> =>
  visitors.serve(asker, async () => {
    const now = Date.now();
    const { base } = catalog.site;
    const reach = asker === "newsroom" ? "any" : "public";
    // Loaded when somebody asks: where nobody does, all the rules take nobody's memory.
    const examined = home.examine
      ? await home.examine(given, base, now, reach)
      : await (await import("./examine-given.ts")).examineGiven(given, home, base, now, reach);
    if (examined.status === "unread") return examined;
    const { report, documents } = examined;
    const { lookOverTime } = await import("./over-time.ts");
    for (const one of documents) one.report.series = await lookOverTime(home.db, one);
    const expiresAt = now + reportsKeptFor(catalog.site);
    const reports = new Set([...documents.map((one) => one.report), report]);
    for (const one of reports)
      await saveProofreadReport(home.db, {
        hash: one.hash,
        url: one.origin.kind === "url" ? one.origin.asked : null,
        at: now,
        expires_at: expiresAt,
        errors: errorsIn(one),
        by_stranger: asker === "newsroom" ? 0 : 1,
        body: storedBody(one),
      });
    return { status: "made", report, documents: documents.map((one) => one.report), expiresAt };
  });
