import * as z from "zod";
import { count, timeText, urlText } from "../../describe/schemas.ts";

const finding = () =>
  z
    .strictObject({
      rule: z.string(),
      severity: z.enum(["error", "warning", "advice"]),
      where: z.string(),
      message: z.string(),
      line: count().optional().meta({ description: "Counted from 1; absent: it is of the document as a whole." }),
      column: count().optional(),
      says: z.string().optional().meta({ description: "What has to be so." }),
      section: z.string().optional(),
      specification: z.string().optional().meta({ description: "Where that section can be read." }),
      mend: z.string().optional(),
      readers: z.string().optional().meta({ description: "What readers make of it." }),
    })
    .meta({ ref: "Finding" });

const faults = () => ({
  findings: z
    .array(finding())
    .meta({ description: "Of each rule so many at most: `counts` has how often it was broken." }),
  counts: z.record(z.string(), count()).meta({ description: "How often each rule was broken." }),
});

const documentReport = () =>
  z
    .strictObject({
      report: urlText().meta({ description: "Its page." }),
      url: urlText().optional().meta({ description: "What answered in the end." }),
      asked: z.string().optional(),
      name: z.string().optional().meta({ description: "What was sent, where it came by no address." }),
      redirects: z.array(z.strictObject({ url: z.string(), status: z.int() })).optional(),
      content_type: z.string().optional(),
      sha256: z.string(),
      bytes: count(),
      encoding: z.string().optional(),
      format: z
        .enum(["rss", "rdf", "atom", "entry", "json"])
        .optional()
        .meta({ description: "Absent: it is no feed." }),
      version: z.string().optional(),
      entries: count(),
      over_time: z
        .strictObject({ times: count(), since: timeText(), ...faults() })
        .optional()
        .meta({ description: "What shows only over time. Absent: it was not proofread before." }),
      beside: z
        .strictObject({
          page: urlText(),
          trouble: z.string().optional().meta({ description: "Why the page could not be looked at." }),
          formats: z.array(z.strictObject({ url: z.string(), format: z.string() })),
          unread: z.array(z.strictObject({ url: z.string(), trouble: z.string() })),
          ...faults(),
        })
        .optional()
        .meta({ description: "The other formats of a feed that its home page links to, and where they disagree." }),
      ...faults(),
    })
    .meta({ ref: "DocumentReport" });

/** What proofreading came to. */
export const proofreadReport = () =>
  z
    .strictObject({
      report: urlText().meta({ description: "The report's page." }),
      at: timeText(),
      expires_at: timeText().meta({ description: "Until then it is kept." }),
      documents: z.array(documentReport()).meta({ description: "One; of a home page, each feed that it leads to." }),
      page: z
        .strictObject({
          feeds: z.array(
            z.strictObject({
              url: z.string(),
              title: z.string().optional(),
              how: z.enum(["link", "anchor", "place", "list"]),
              comments: z.literal(true).optional().meta({ description: "What readers commented." }),
              trouble: z.string().optional(),
            }),
          ),
          more_feeds: count().meta({ description: "Those that were not looked at." }),
          ...faults(),
        })
        .optional()
        .meta({ description: "Of a home page, or a list of feeds." }),
    })
    .meta({ ref: "ProofreadReport" });

/** SARIF 2.1.0 (OASIS), whose own schema says more. */
export const sarifLog = () =>
  z.looseObject({ version: z.literal("2.1.0"), runs: z.array(z.looseObject({})) }).meta({ ref: "Sarif" });
