import * as z from "zod";
import { inputProblem, ordinal, urlText } from "../../describe/schemas.ts";
import { exportLineSchema } from "../export-line.ts";

/** A line of an export; `type` says of what. */
export const exportLine = () => exportLineSchema.meta({ ref: "ExportLine" });

/** What came of an export's line. */
export const importResult = () =>
  z
    .strictObject({
      line: ordinal(),
      type: z.string().optional(),
      id: z.string().optional(),
      status: z
        .enum(["created", "changed", "unchanged", "different", "refused", "failed"])
        .meta({ description: "`different`: the masthead or a definition is another one here, and stays." }),
      revision: ordinal().optional(),
      problems: z.array(inputProblem()).optional(),
      notices: z.array(inputProblem()).optional(),
      detail: z.string().optional(),
    })
    .meta({ ref: "ImportResult" });

/** The masthead. */
export const masthead = () =>
  z
    .strictObject({
      title: z.string(),
      home: urlText().meta({ description: "The newsroom's own home page." }),
      base: urlText().meta({ description: "Where the feeds are." }),
      language: z.string(),
      zone: z
        .string()
        .optional()
        .meta({ description: "An IANA time zone, of times that are written without one. Absent: UTC." }),
      unique_urls: z.boolean().optional().meta({ description: "Whether no two articles may have one URL." }),
    })
    .meta({ ref: "Masthead" });
