import { defineFamily } from "../src/feed/family.ts";

/** A feed of each tag that three stories have. */
export const topics = defineFamily({
  by: "tag",
  slug: "tag/{value}",
  title: "{site}: {value}",
  description: "Everything on {value}, from every section",
  least: 3,
  // The whole paper is on it.
  except: ["Port Ellis"],
});
