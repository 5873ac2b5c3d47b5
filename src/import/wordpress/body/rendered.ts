import type { Library } from "../attached.ts";
import { linkEmbeds } from "./body.ts";
import { type HtmlToken, htmlTokens } from "./html-tokens.ts";
import { showShortcodes } from "./shortcodes.ts";

/**
 * A post's text as a running site shows it: what plugins add to every post is none of the story, and neither are the shortcodes of those
 * that are gone. Those of WordPress itself have been shown; what looks like one is escaped, or in a sentence.
 */
export function cleanRendered(html: string, notes: string[]): string {
  const alike = withoutCounts(html);
  const story = FURNITURE.test(alike) ? withoutFurniture(alike) : alike;
  const escaped = story.replace(/\[(?=\/?(?:caption|wp_caption|gallery|playlist|audio|video|embed)\b)/g, "&#91;");
  return linkEmbeds(showShortcodes(escaped, { id: "", library: NOTHING, notes }));
}

/** All that a shown text names is in it. */
const NOTHING: Library = { file: () => undefined, filesOf: () => [], sharedBlock: () => undefined };

/** What WordPress puts before the first player of an answer alone, and so around it otherwise than around all others. */
const FIRST_PLAYER =
  /<!--\[if lt IE 9\]><script>document\.createElement\('(?:audio|video)'\);<\/script><!\[endif\]-->\s*/g;
const VIDEO =
  /(?:<p>\s*)?(<div\b[^<>]*\sclass="wp-video"[^<>]*>\s*<video\b(?:(?!<video\b).)*?<\/video>\s*<\/div>)(?:\s*<\/p>)?/gs;
const AUDIO = /<p>\s*(<audio\b[^<>]*\sclass="wp-audio-shortcode"(?:(?!<audio\b).)*?<\/audio>)\s*<\/p>/gs;
/** Which player of the answer it is, in the address of what it plays. */
const PLACE = /(<source\b[^<>]*?\ssrc="[^"<>]*?)(?:\?|&(?:amp;|#0?38;)?)_=\d+(?=")/g;

/** The players of WordPress, alike whatever else is in the answer: it counts them there, and tells the same post otherwise each time. */
const withoutCounts = (html: string): string =>
  html.replace(FIRST_PLAYER, "").replace(VIDEO, "$1").replace(AUDIO, "$1").replace(PLACE, "$1");

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
