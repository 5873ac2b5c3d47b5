import type { Vocabulary } from "../declare.ts";
import { W3CDTF } from "../forms/dates.ts";
import { oneOf } from "../forms/form.ts";
import { POSITIVE } from "../forms/numbers.ts";
import { NOT_BLANK } from "../forms/text.ts";

/** How often a feed is renewed. */
export const SYNDICATION: Vocabulary = {
  prefix: "sy",
  namespace: "{http://purl.org/rss/1.0/modules/syndication/}",
  title: "RSS 1.0 Modules: Syndication",
  url: "https://web.resource.org/rss/1.0/modules/syndication/",
  formats: ["rss", "rdf", "atom"],
  elements: {
    updatePeriod: {
      in: ["feed"],
      once: true,
      text: [oneOf("period", ["hourly", "daily", "weekly", "monthly", "yearly"])],
      attributes: {},
      example: "<sy:updatePeriod>hourly</sy:updatePeriod>",
    },
    updateFrequency: {
      in: ["feed"],
      once: true,
      text: [NOT_BLANK, POSITIVE],
      attributes: {},
      example: "<sy:updateFrequency>2</sy:updateFrequency>",
    },
    updateBase: {
      in: ["feed"],
      once: true,
      text: [W3CDTF],
      attributes: {},
      example: "<sy:updateBase>2000-01-01T12:00+00:00</sy:updateBase>",
    },
  },
};
