import type { Catalog } from "../../feed/catalog.ts";
import { reportsKeptFor } from "../../feed/definition.ts";
import type { Home } from "../home.ts";
import { saveReport } from "../store/proofread-reports.ts";
import type { Given } from "./given.ts";
import { type DocumentReport, errorsIn, type StoredReport } from "./report.ts";
import type { Visitors } from "./visitors.ts";

/** What came of what was given. */
export type Made =
  | { status: "made"; report: StoredReport; documents: DocumentReport[]; expiresAt: number }
  | { status: "unread"; why: string };

export interface ProofreadParts {
  home: Home;
  catalog: Catalog;
  visitors: Visitors;
}

/** Proofreads what was given, and stores the report. Whoever gives it has been let in. */
export const makeReport = ({ home, catalog, visitors }: ProofreadParts, given: Given): Promise<Made> =>
  visitors.serve(async () => {
    const now = Date.now();
    // Loaded when somebody asks: where nobody does, all the rules take nobody's memory.
    const { examine } = await import("./examine.ts");
    const examined = await examine(given, home, catalog.site.base, now);
    if (examined.status === "unread") return examined;
    const [report, ...documents] = examined.reports;
    const expiresAt = now + reportsKeptFor(catalog.site);
    for (const one of examined.reports)
      await saveReport(home.db, {
        hash: one.hash,
        url: one.origin.kind === "url" ? one.origin.asked : null,
        at: now,
        expires_at: expiresAt,
        errors: errorsIn(one),
        body: JSON.stringify(one),
      });
    return { status: "made", report, documents: report.kind === "document" ? [report] : documents, expiresAt };
  });
