import { defineFeed } from "../src/feed/definition.ts";

export const headlines = defineFeed({
  slug: "headlines",
  title: "The Harbour Gazette: Headlines",
  description: "One line a story, for tickers, screens and people in a hurry",
  content: "headline",
  entries: 30,
});
