import type { SiteInput } from "../src/feed/definition.ts";

/** The masthead of the tests. */
export const SITE: SiteInput = {
  title: "The Test Gazette",
  description: "News for tests",
  home: "https://gazette.example/",
  base: "https://feeds.example",
  tag: { authority: "gazette.example", date: "2026" },
  language: "en",
};
