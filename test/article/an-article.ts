import type { Article } from "../../src/article/article.ts";

/** An article as it is parsed, with as little in it as there can be, and what a test says. */
export const anArticle = (fields: Partial<Article> = {}): Article => ({
  id: "a",
  url: "https://gazette.example/a",
  title: "A",
  content_html: "",
  authors: [],
  tags: [],
  images: [],
  attachments: [],
  published_at: "2026-03-01T08:00:00Z",
  corrections: [],
  status: "usable",
  ...fields,
});
