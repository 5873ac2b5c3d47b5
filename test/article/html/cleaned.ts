import { cleanHtml } from "../../../src/article/html/clean.ts";

/** HTML as it is stored of a story at an address of the newsroom. */
export function clean(html: string): string {
  const cleaned = cleanHtml(html, "https://gazette.example/2026/story");
  if (cleaned.status === "refused") throw new Error(cleaned.detail);
  return cleaned.html;
}
