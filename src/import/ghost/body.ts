import { type Text, unlessBlank } from "../values/text.ts";
import { cardToHtml } from "./cards.ts";
import { htmlForAll, withoutFurniture } from "./for-all.ts";
import { withHome } from "./home.ts";
import { lexicalToHtml } from "./lexical.ts";
import { mobiledocToHtml } from "./mobiledoc.ts";

export interface GhostBody {
  content?: Text;
  /** Why it is not for all, for people. */
  gated?: string;
}

interface BodyMeans {
  home?: string;
  /** What is for members only is wanted, too. */
  keepsAll: boolean;
  notes: string[];
}

/**
 * A post's text: the HTML that Ghost made of it, else what its editors stored, the newest first. Ghost 0.x has `markdown`; of
 * some posts only the `plaintext` is left.
 */
export function ghostBody(post: Record<string, unknown>, { home, keepsAll, notes }: BodyMeans): GhostBody {
  const html =
    written(post.html) ??
    editorText("lexical", post.lexical, lexicalToHtml, notes) ??
    editorText("mobiledoc", post.mobiledoc, mobiledocToHtml, notes) ??
    (written(post.markdown) && cardToHtml("markdown", post, notes));
  if (html === undefined) {
    const plain = written(post.plaintext);
    return plain === undefined ? {} : { content: unlessBlank({ type: "text", value: plain }) };
  }
  const shown = htmlForAll(html, keepsAll ? [] : notes);
  const all = withoutFurniture(keepsAll ? html : shown.html, notes);
  return { content: unlessBlank({ type: "html", value: withHome(all, home) }), gated: shown.gated };
}

const written = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value : undefined;

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
