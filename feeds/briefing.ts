import { defineFeed } from "../src/feed/definition.ts";

export const briefing = defineFeed({
  slug: "briefing",
  title: "The Harbour Gazette: Briefing",
  description: "Politics, business and weather in a few lines each; our own reporting, in English",
  select: {
    any: [{ section: "Politics" }, { section: "Business" }, { section: "Weather" }],
    all: [{ language: "en" }],
    none: [{ credit: "Coast Wire" }],
  },
  content: "summary",
  entries: 20,
});
