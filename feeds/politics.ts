import { defineFeed } from "../src/feed/definition.ts";

export const politics = defineFeed({
  slug: "politics",
  title: "The Harbour Gazette: Politics",
  description: "Port Ellis council, what it decides and what it costs",
  home: "https://gazette.example/politics",
  select: { any: [{ section: "Politics" }] },
});
