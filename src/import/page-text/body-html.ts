import { escapeUTF8 } from "entities";
import type { BodyPart } from "./page.ts";

/** A story's lines as HTML, one a line; list items in a row are one list. */
export function toBodyHtml(body: BodyPart[]): string {
  const lines = body.map(({ as, text }, index) => {
    const inner = escapeUTF8(text);
    if (as === "paragraph") return `<p>${inner}</p>`;
    if (as === "subheading") return `<h2>${inner}</h2>`;
    const [opens, closes] = [body[index - 1]?.as !== as, body[index + 1]?.as !== as];
    return `${opens ? "<ul>" : ""}<li>${inner}</li>${closes ? "</ul>" : ""}`;
  });
  return lines.join("\n");
}
