import type { Vocabulary } from "../declare.ts";
import { NON_NEGATIVE } from "../forms/numbers.ts";

/** Slash, which counts comments. */
export const SLASH: Vocabulary = {
  prefix: "slash",
  namespace: "{http://purl.org/rss/1.0/modules/slash/}",
  title: "RSS 1.0 Modules: Slash",
  url: "https://web.resource.org/rss/1.0/modules/slash/",
  formats: ["rss", "rdf", "atom", "entry"],
  elements: {
    section: { in: ["entry"], once: true, example: "<slash:section>articles</slash:section>" },
    department: { in: ["entry"], once: true, example: "<slash:department>not-an-ocean</slash:department>" },
    comments: { in: ["entry"], once: true, text: [NON_NEGATIVE], example: "<slash:comments>177</slash:comments>" },
    hit_parade: { in: ["entry"], once: true, example: "<slash:hit_parade>177,155,105</slash:hit_parade>" },
  },
};
