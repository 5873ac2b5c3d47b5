import type { Vocabulary } from "../declare.ts";
import { RFC_3339 } from "../forms/dates.ts";
import { oneOf } from "../forms/form.ts";
import { NON_NEGATIVE } from "../forms/numbers.ts";
import { noLongerThan } from "../forms/words.ts";
import { MEDIA, MI } from "../namespaces.ts";

/** A picture, and what stands for one. */
const PICTURES = [`${MEDIA}content`, `${MEDIA}group`, `${MEDIA}thumbnail`];

/** What MSN's ingestion asks of its partners beyond Media RSS. */
export const MSN_INGESTION: Vocabulary = {
  prefix: "mi",
  namespace: MI,
  title: "MSN feed item metadata",
  url: "https://support.microsoft.com/en-us/msn/partner-hub/msn-feed-item-metadata-requirements",
  formats: ["rss", "atom", "entry"],
  mistaken: ["{https://schemas.ingestion.microsoft.com/common/}", "{http://schemas.ingestion.microsoft.com/common}"],
  unknown: "advice",
  elements: {
    shortTitle: {
      ...{ in: ["entry"], once: true, text: [noLongerThan(150)] },
      example: "<mi:shortTitle>First boat out</mi:shortTitle>",
    },
    dateTimeWritten: {
      ...{ in: ["entry", ...PICTURES], once: true, text: [{ ...RFC_3339, severity: "warning" }] },
      example: "<mi:dateTimeWritten>2026-03-13T06:00:00Z</mi:dateTimeWritten>",
    },
    hasSyndicationRights: {
      ...{ in: ["entry", ...PICTURES], once: true, text: [{ ...oneOf("value", ["1", "0"]), severity: "warning" }] },
      example: "<mi:hasSyndicationRights>1</mi:hasSyndicationRights>",
    },
    licenseId: { in: ["entry", ...PICTURES], once: true, example: "<mi:licenseId>698525</mi:licenseId>" },
    licensorName: {
      in: ["entry", ...PICTURES],
      once: true,
      example: "<mi:licensorName>Quay Pictures</mi:licensorName>",
    },
    focalRegion: { in: ["entry", ...PICTURES], once: true, example: "<mi:focalRegion></mi:focalRegion>" },
    x1: { in: ["focalRegion"], once: true, text: [NON_NEGATIVE], example: "<mi:x1>10</mi:x1>" },
    y1: { in: ["focalRegion"], once: true, text: [NON_NEGATIVE], example: "<mi:y1>10</mi:y1>" },
    x2: { in: ["focalRegion"], once: true, text: [NON_NEGATIVE], example: "<mi:x2>200</mi:x2>" },
    y2: { in: ["focalRegion"], once: true, text: [NON_NEGATIVE], example: "<mi:y2>120</mi:y2>" },
  },
};
