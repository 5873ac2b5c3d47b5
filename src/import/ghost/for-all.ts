import type { Root } from "hast";
import { parseForeignHtml } from "../../article/html/foreign.ts";
import { classesOf, replaceEach, writeHtml } from "../../article/html/tree.ts";

/** What stands in Ghost's HTML where its card for members begins: the text below is theirs. */
export const PAYWALL = "<!--members-only-->";

/** How Ghost marks in its stored HTML what only some readers see; it takes that out before it shows it to others. */
const BEGIN = /<!--\s*kg-gated-block:begin\b([^>]*?)-->/g;
const END = /<!--\s*kg-gated-block:end\s*-->/g;

/** HTML that only members see, marked as Ghost marks it. */
export const gated = (html: string): string =>
  `<!--kg-gated-block:begin nonMember:false -->${html}<!--kg-gated-block:end-->`;

/** What of a story's HTML everybody may read. `gated`: why, for people, the rest of it must not be shown at all. */
export interface HtmlForAll {
  html: string;
  gated?: string;
}

/** Takes out what only members see. Where it is not clear what that is, the story is not for all. */
export function htmlForAll(html: string, notes: string[]): HtmlForAll {
  const kept: string[] = [];
  let [at, taken] = [0, 0];
  for (const begin of html.matchAll(BEGIN)) {
    if (begin.index < at) continue;
    END.lastIndex = begin.index;
    const end = END.exec(html);
    if (!end) return { html, gated: "a part of it is for members only, and it does not say where that ends" };
    const isForAll = /\bnonMember:["']?true\b/.test(begin[1] ?? "");
    kept.push(html.slice(at, begin.index), isForAll ? html.slice(begin.index + begin[0].length, end.index) : "");
    at = end.index + end[0].length;
    if (!isForAll) taken += 1;
  }
  if (taken > 0) notes.push("a part for members only is left out");
  const rest = [...kept, html.slice(at)].join("");
  return /<!--\s*members-only\s*-->/i.test(rest)
    ? { html: rest, gated: `what stands below ${PAYWALL} in it is for members only` }
    : { html: rest };
}

/** Of Ghost's cards, what belongs to its theme's players and forms. */
const FURNITURE = new Set(
  "kg-audio-player kg-audio-hide kg-video-overlay kg-video-player-container kg-bookmark-icon kg-file-card-icon kg-toggle-card-icon".split(
    " ",
  ),
);

/** The HTML of Ghost's cards without their buttons and clocks, which would stand as words in a feed. */
export function withoutFurniture(html: string, notes: string[]): string {
  if (!/\bkg-(?:audio|video|bookmark|file|toggle|signup)-/.test(html)) return html;
  const parsed = parseForeignHtml(html);
  if (parsed.status === "refused") return html;
  dropFurniture(parsed.tree, notes);
  return writeHtml(parsed.tree);
}

function dropFurniture(tree: Root, notes: string[]): void {
  replaceEach(tree, (element) => {
    const classes = classesOf(element);
    const isForm = classes.includes("kg-signup-card");
    const isBlank = classes.includes("kg-audio-thumbnail") && !element.properties.src;
    if (element.tagName === "audio" || element.tagName === "video") element.properties.controls = true;
    if (!isForm && !isBlank && !classes.some((name) => FURNITURE.has(name))) return undefined;
    if (isForm) notes.push("a form to sign up is left out");
    return [];
  });
}
