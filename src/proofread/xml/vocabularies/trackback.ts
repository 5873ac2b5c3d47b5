import type { Vocabulary } from "../declare.ts";
import { ABSOLUTE_URL } from "../forms/addresses.ts";

/** Who links to an entry, and where to tell of it. */
export const TRACKBACK: Vocabulary = {
  prefix: "trackback",
  namespace: "{http://madskills.com/public/xml/rss/module/trackback/}",
  title: "TrackBack Module for RSS",
  url: "https://www.rssboard.org/trackback",
  formats: ["rss", "atom", "entry"],
  elements: {
    ping: {
      in: ["entry"],
      once: true,
      text: [ABSOLUTE_URL],
      example: "<trackback:ping>https://gazette.example/boat/trackback</trackback:ping>",
    },
    about: {
      in: ["entry"],
      text: [ABSOLUTE_URL],
      example: "<trackback:about>https://gazette.example/tide/trackback</trackback:about>",
    },
  },
};
