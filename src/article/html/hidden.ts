import type { Element, ElementContent, Root } from "hast";
import { addMarkup, type MarkupCensus } from "./census.ts";
import { hasLazyAddress } from "./lazy.ts";
import { classesOf, plainText, replaceEach } from "./tree.ts";

/**
 * Takes out what no reader of the page sees or is meant to: without the page's CSS and attributes it would be read as part of the story.
 * What opens at a click (`details`, a closed part of an accordion) and what a search in the page finds (`until-found`) stays.
 *
 * @returns what went, each thing with what hid it: `p[hidden]`, `span.sr-only`
 */
export function dropHidden(tree: Root): MarkupCensus {
  const dropped: MarkupCensus = new Map();
  const holdsMedia = mediaFinder();
  replaceEach(tree, (element, parent, index) => {
    const by = hiddenBy(element) ?? (isAside(element, parent, index, holdsMedia) ? "[aria-hidden]" : undefined);
    if (by === undefined) return forEars(element, parent, dropped);
    addMarkup(dropped, element.tagName + by);
    return [];
  });
  return dropped;
}

/** What hides an element from everybody. */
function hiddenBy(element: Element): string | undefined {
  const { tagName, properties } = element;
  if ((tagName === "dialog" && !("open" in properties)) || tagName === "datalist") return "";
  if ("hidden" in properties && properties.hidden !== "until-found") return "[hidden]";
  if ("popover" in properties) return "[popover]";
  const { style } = properties;
  // A picture that waits to be loaded is hidden until then.
  if (typeof style !== "string" || (tagName === "img" && hasLazyAddress(element))) return undefined;
  if (/(?:^|;)\s*display\s*:\s*none\b/i.test(style)) return "[style=display:none]";
  // What moves in begins unseen.
  if (
    /(?:^|;)\s*visibility\s*:\s*(?:hidden|collapse)\b/i.test(style) &&
    !/animation|transition|opacity|transform/i.test(style)
  )
    return "[style=visibility:hidden]";
  return /(?:^|;)\s*position\s*:\s*(?:absolute|fixed)\b/i.test(style) && OFF_SCREEN.test(style)
    ? "[style=position]"
    : undefined;
}

/** The two ways to take a text off the screen: far to a side, and cut to nothing. */
const OFF_SCREEN = /(?:^|;)\s*(?:(?:left|right|top|text-indent)\s*:\s*-\d{4}|clip\s*:\s*rect\()/i;

/** Classes of a text that is for screen readers alone: WordPress', Bootstrap's and Tailwind's, the HTML5 Boilerplate's, GOV.UK's. */
const FOR_EARS = /^(?:screen-reader(?:-text|-only)?|sr-only|(?:[a-z]+-)*visually-?hidden)$/i;

/** A text for screen readers alone goes, unless it is all that a cell or a list's element says. */
function forEars(element: Element, parent: Element | Root, dropped: MarkupCensus): ElementContent[] | undefined {
  const classes = classesOf(element);
  const name = classes.find((one) => FOR_EARS.test(one));
  if (name === undefined) return undefined;
  if (!isAllThatIsSaid(element, parent)) {
    addMarkup(dropped, `${element.tagName}.${name}`);
    return [];
  }
  element.properties.className = classes.filter((one) => !FOR_EARS.test(one));
  return undefined;
}

const WORDS_OF = new Set(["td", "th", "dt", "dd", "li"]);
/** An icon and what it stands for. */
const FEW = 6;

const isAllThatIsSaid = (element: Element, parent: Element | Root): boolean =>
  parent.type === "element" &&
  WORDS_OF.has(parent.tagName) &&
  parent.children.length <= FEW &&
  parent.children.every(
    (other) =>
      other === element ||
      (other.type === "element"
        ? other.properties.ariaHidden === "true" || (other.children.length === 0 && other.tagName !== "img")
        : other.type !== "text" || other.value.trim() === ""),
  );

const MEDIA = new Set(["img", "picture", "video", "audio", "iframe", "object", "embed", "amp-img"]);

/**
 * `aria-hidden` text is decoration, or says again what stands beside it. A picture is none: the slides of a gallery are hidden so but
 * one. Neither is a story's first letter, nor a formula that stands in no other form.
 */
function isAside(
  element: Element,
  parent: Element | Root,
  index: number,
  holdsMedia: (element: Element) => boolean,
): boolean {
  if (element.properties.ariaHidden !== "true" || holdsMedia(element)) return false;
  if (classesOf(element).includes("katex-html")) return parent.children.length > 1;
  const next = parent.children[index + 1];
  if (next?.type !== "text" || !/^\p{L}/u.test(next.value)) return true;
  return !/^\s*\p{L}$/u.test(plainText(element.children));
}

function mediaFinder(): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  const holds = (element: Element): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const found =
      MEDIA.has(element.tagName) || element.children.some((child) => child.type === "element" && holds(child));
    known.set(element, found);
    return found;
  };
  return holds;
}
