import { defineFamily } from "../src/feed/family.ts";

/** A feed of each section, without a file for it. */
export const sections = defineFamily({
  by: "section",
  slug: "section/{value}",
  title: "{site}: {value} section",
  description: "Every story of our {value} pages, in full",
});
