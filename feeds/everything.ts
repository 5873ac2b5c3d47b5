import { defineFeed } from "../src/feed/definition.ts";

export const everything = defineFeed({
  slug: "everything",
  title: "The Harbour Gazette",
  description: "Every story, in full, as it is published",
});
