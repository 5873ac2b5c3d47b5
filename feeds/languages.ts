import { defineFeed } from "../src/feed/definition.ts";

export const languages = defineFeed({
  slug: "languages",
  title: "The Harbour Gazette: In other languages",
  description: "Everything that we publish in a language other than English",
  home: "https://gazette.example/languages",
  select: { none: [{ language: "en" }] },
});
