import { written } from "../values/json.ts";
import { cardToHtml } from "./cards.ts";
import { lexicalToHtml } from "./lexical.ts";
import { mobiledocToHtml } from "./mobiledoc.ts";

/** What Ghost's editors stored as HTML, the newest first; Ghost 0.x has `markdown`. */
export const editorsToHtml = (post: Record<string, unknown>, notes: string[]): string | undefined =>
  editorText("lexical", post.lexical, lexicalToHtml, notes) ??
  editorText("mobiledoc", post.mobiledoc, mobiledocToHtml, notes) ??
  (written(post.markdown) && cardToHtml("markdown", post, notes));

function editorText(
  name: string,
  value: unknown,
  toHtml: (value: unknown, notes: string[]) => string | null,
  notes: string[],
): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const html = toHtml(value, notes);
  if (html === null) notes.push(`its ${name} cannot be read`);
  return html === null ? undefined : written(html);
}
