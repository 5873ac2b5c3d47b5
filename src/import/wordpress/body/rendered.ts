import { linkEmbeds } from "./body.ts";
import { type HtmlToken, htmlTokens } from "./html-tokens.ts";

/** A post's text as a running site shows it: what plugins add to every post is none of the story. */
export const cleanRendered = (html: string): string => linkEmbeds(FURNITURE.test(html) ? withoutFurniture(html) : html);

/** Buttons for sharing, related posts and counters, by the classes of the plugins that add them to texts. */
const FURNITURE =
  /\sclass\s*=\s*["'][^"']*(?<![\w-])(?:sharedaddy|jp-relatedposts|addtoany_share_save_container|heateor_sss_sharing_container|yarpp|yarpp-related|crp_related|swp_social_panel|ssba|essb_links|post-views|wpulike|wp-block-jetpack-related-posts)(?![\w-])/i;

function withoutFurniture(html: string): string {
  const kept: HtmlToken[] = [];
  let [within, depth] = ["", 0];
  for (const token of htmlTokens(html)) {
    if (depth === 0 && token.type === "open" && FURNITURE.test(token.raw)) [within, depth] = [token.name, 1];
    else if (depth === 0) kept.push(token);
    else if (token.name === within) depth += token.type === "open" ? 1 : -1;
  }
  return kept.map(({ raw }) => raw).join("");
}
