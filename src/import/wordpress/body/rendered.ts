import type { Library } from "../attached.ts";
import { linkEmbeds } from "./body.ts";
import { type HtmlToken, htmlTokens } from "./html-tokens.ts";
import { showShortcodes } from "./shortcodes.ts";

/**
 * A post's text as a running site shows it: what plugins add to every post is none of the story, and neither are the shortcodes of those
 * that are gone. Those of WordPress itself have been shown; what looks like one is escaped, or in a sentence.
 */
export function cleanRendered(html: string, notes: string[]): string {
  const alike = likeAnyPlayer(html);
  const story = withoutNumbers(FURNITURE.test(alike) ? withoutFurniture(alike) : alike);
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
/** The players of WordPress, alike wherever they stand in an answer. */
const likeAnyPlayer = (html: string): string =>
  html.replace(FIRST_PLAYER, "").replace(VIDEO, "$1").replace(AUDIO, "$1");

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

/**
 * WordPress numbers galleries, players and blocks anew in each answer, by how many it has shown before, and gives embeds and enlargeable
 * pictures names by chance: with them, a story would seem changed whenever it is asked for.
 */
function withoutNumbers(html: string): string {
  if (!NUMBERED.test(html)) return html;
  return htmlTokens(html)
    .map(({ type, raw }) => (type === "open" ? withoutNumber(raw) : raw))
    .join("");
}

const withoutNumber = (tag: string): string =>
  tag
    .replace(/\s(?:data-wp-[\w-]+|data-secret)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/gi, "")
    .replace(/\sid\s*=\s*(["'])(?:gallery|video|audio)-\d+(?:-\d+)?\1/gi, "")
    .replace(/\sclass\s*=\s*(["'])[^"']*\1/i, (classes) => classes.replace(NUMBERED_CLASS, ""))
    .replace(/(?:\?|&(?:amp;|#0?38;)?)_=\d+(?=["'])|#\?secret=\w+/g, "");

const NUMBERED = /data-wp-|data-secret|\s(?:id|class)\s*=\s*["'][^"']*-\w*\d|[?&;]_=\d/i;
const NUMBERED_CLASS = /(?<![\w-])(?:wp-(?:container|elements|duotone)-[\w-]+|wp-block-gallery-\d+)\s*/g;
