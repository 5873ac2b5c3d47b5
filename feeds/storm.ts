import { defineFeed } from "../src/feed/definition.ts";

export const storm = defineFeed({
  slug: "storm",
  title: "Storm Maren",
  description: "The storm of 1 March and what came after it, from every section of The Harbour Gazette",
  home: "https://gazette.example/storm-maren",
  select: { any: [{ tag: "Storm Maren" }] },
  ttl: 15,
});
