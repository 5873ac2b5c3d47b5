import { defineFamily } from "../src/feed/family.ts";

/** A feed of each who signs a story. */
export const authors = defineFamily({
  by: "author",
  slug: "author/{value}",
  title: "{site}: {value}",
  description: "Every story that {value} has signed",
});
