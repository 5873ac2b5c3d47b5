import type { Vocabulary } from "../declare.ts";
import { COUNTRIES } from "../forms/countries.ts";
import { oneOf } from "../forms/form.ts";
import { POSITIVE } from "../forms/numbers.ts";

/** What Spotify asks podcasts for. */
export const SPOTIFY: Vocabulary = {
  prefix: "spotify",
  namespace: "{http://www.spotify.com/ns/rss}",
  title: "Spotify’s podcast delivery specification",
  url: "https://support.spotify.com/us/creators/article/podcast-specification-doc/",
  formats: ["rss"],
  mistaken: [
    "{https://www.spotify.com/ns/rss}",
    "{http://www.spotify.com/ns/rss/}",
    "{https://www.spotify.com/ns/rss/}",
  ],
  unknown: "advice",
  elements: {
    limit: {
      ...{ in: ["feed"], once: true, text: "none", attributes: { recentCount: { required: true, forms: [POSITIVE] } } },
      example: '<spotify:limit recentCount="3"/>',
    },
    countryOfOrigin: {
      ...{ in: ["feed"], once: true, text: [COUNTRIES] },
      example: "<spotify:countryOfOrigin>de gb</spotify:countryOfOrigin>",
    },
    access: { in: ["feed", "entry"], once: true, example: "<spotify:access></spotify:access>" },
    partner: {
      ...{ in: ["access"], attributes: { id: { required: true } } },
      example: '<spotify:partner id="gazette"/>',
    },
    sandbox: {
      ...{ in: ["access"], attributes: { enabled: { required: true, forms: [oneOf("value", ["true", "false"])] } } },
      example: '<spotify:sandbox enabled="true"/>',
    },
    entitlement: {
      ...{ in: ["access"], attributes: { name: { required: true } } },
      example: '<spotify:entitlement name="members"/>',
    },
  },
};
