import { written } from "../values/json.ts";
import { type Text, unlessBlank } from "../values/text.ts";
import { htmlForAll, withoutFurniture } from "./for-all.ts";
import { withHome } from "./home.ts";

export interface GhostBody {
  content?: Text;
  /** Why it is not for all, for people. */
  gated?: string;
}

interface BodyMeans {
  home?: string;
  /** What is for members only is wanted, too. */
  keepsAll: boolean;
  /** Makes HTML of what the post's editors stored. */
  render?(post: Record<string, unknown>, notes: string[]): string | undefined;
  notes: string[];
}

/** A post's text: the HTML that Ghost made of it, else what can be made of it here; of some posts only the `plaintext` is left. */
export function ghostBody(post: Record<string, unknown>, { home, keepsAll, render, notes }: BodyMeans): GhostBody {
  const html = written(post.html) ?? render?.(post, notes);
  if (html === undefined) {
    const plain = written(post.plaintext);
    return plain === undefined ? {} : { content: unlessBlank({ type: "text", value: plain }) };
  }
  const shown = htmlForAll(html, keepsAll ? [] : notes);
  const all = withoutFurniture(keepsAll ? html : shown.html, notes);
  return { content: unlessBlank({ type: "html", value: withHome(all, home) }), gated: shown.gated };
}
