import {
  ADDRESS_ATTRIBUTES,
  DROPPED_ELEMENTS,
  MATH_ATTRIBUTES,
  MATH_ELEMENTS,
  SVG_ATTRIBUTES,
  SVG_ELEMENTS,
  UNSAFE_ELEMENTS,
} from "../names.ts";
import { described, forTags, HTML_FORMATS, type HtmlRule } from "../rule.ts";
import { styleFaults } from "../style.ts";

const SAFETY = {
  formats: HTML_FORMATS,
  element: "HTML in a text",
  section: "RFC 4287 §8.1, HTML and XHTML Content",
  url: "https://www.rfc-editor.org/rfc/rfc4287#section-8.1",
} as const;

/** Rules for what HTML must not do in a reader, which therefore strips it. */
export const HTML_SAFETY_RULES: HtmlRule[] = [
  {
    ...SAFETY,
    name: "html/unsafe-element",
    severity: "warning",
    says: "There is no element that runs, fetches or restyles: script, style, iframe, object and the like",
    mend: "Take it out, and link to the page that has it; a video is a <video>, or an enclosure.",
    readers:
      "Readers strip it, often with all that stands in it; feedparser drops what is in script, style and object.",
    check: forTags(({ name, namespace }, { page }) =>
      namespace === "html" && (UNSAFE_ELEMENTS.has(name) || name === "?import") && !(page && name === "title")
        ? [`readers drop <${name}>`]
        : [],
    ),
    fails: described('<p>She left at dawn.</p><iframe src="https://gazette.example/map"></iframe>'),
    passes: described('<p>She left at dawn: <a href="https://gazette.example/map">where to</a>.</p>'),
  },
  {
    ...SAFETY,
    name: "html/event-handler",
    severity: "warning",
    says: "There are no event handlers, and no addresses that are script",
    mend: "Take out attributes that begin with on, and links that begin with javascript:.",
    readers: "Readers strip them.",
    check: forTags(({ name, attributes, namespace }) =>
      attributes.flatMap(([attribute, value]) =>
        (namespace !== "math" && /^on[a-z]{3,}$/.test(attribute)) ||
        (ADDRESS_ATTRIBUTES.has(attribute) && /^\s*(?:javascript|vbscript):/i.test(value))
          ? [`<${name} ${attribute}> is script`]
          : [],
      ),
    ),
    fails: described('<p onclick="sail()">She left at dawn.</p>'),
    passes: described("<p>She left at dawn.</p>"),
  },
  {
    ...SAFETY,
    name: "html/style",
    severity: "warning",
    says: "A style says how its own text looks, and neither fetches anything nor leaves its place",
    mend: "Take the style out, or keep to colours, fonts, borders and small margins; see to it that the text reads well without.",
    readers: "Readers strip the property, or the whole attribute; feedparser keeps what it knows to be harmless.",
    check: forTags(({ name, namespace, attributes }) =>
      attributes
        .filter(([attribute]) => attribute === "style" && namespace === "html")
        .flatMap(([, value]) => styleFaults(value))
        .map((fault) => `<${name} style>: ${fault}`),
    ),
    fails: described('<p style="position: absolute; top: 0">She left at dawn.</p>'),
    passes: described('<p style="color: navy; margin: 1em 0">She left at dawn.</p>'),
  },
  {
    ...SAFETY,
    name: "html/foreign-element",
    severity: "warning",
    says: "SVG and MathML are made of elements that only draw",
    mend: "Take it out, or put a picture in its place.",
    check: forTags(({ name, namespace }) => {
      const known = namespace === "svg" ? SVG_ELEMENTS : namespace === "math" ? MATH_ELEMENTS : undefined;
      return known && !known.has(name)
        ? [`readers drop <${name}>, which is none of the elements of ${NAMES[namespace]} that only draw`]
        : [];
    }),
    fails: described("<p>x <svg><foreignObject>y</foreignObject></svg></p>"),
    passes: described('<p>x <svg viewBox="0 0 9 9"><circle r="3"/></svg></p>'),
  },
  {
    ...SAFETY,
    name: "html/foreign-attribute",
    severity: "warning",
    says: "SVG and MathML have the attributes that they define",
    mend: "Correct the attribute's name, or take it out.",
    check: forTags(({ name, namespace, attributes }) => {
      const known = namespace === "svg" ? SVG_ATTRIBUTES : namespace === "math" ? MATH_ATTRIBUTES : undefined;
      return known
        ? attributes
            .filter(([attribute]) => !known.has(attribute) && !/^(?:data-|aria-|on|xmlns|xml:|xlink:)/.test(attribute))
            .map(([attribute]) => `${NAMES[namespace]} has no attribute ${attribute} (<${name}>)`)
        : [];
    }),
    fails: described('<p>x <svg colour="red"></svg></p>'),
    passes: described('<p>x <svg color="red"></svg></p>'),
  },
  {
    ...SAFETY,
    name: "html/dropped-element",
    severity: "advice",
    says: "There are no forms, and no drawings as markup",
    mend: "Link to the page that has the form; put a drawing in a picture's place.",
    check: forTags(({ name, namespace }) =>
      DROPPED_ELEMENTS.has(name) && (namespace === "html" || name === namespace) ? [`many readers drop <${name}>`] : [],
    ),
    fails: described('<form action="https://gazette.example/"><input name="q"></form>'),
    passes: described('<p><a href="https://gazette.example/search">Search</a></p>'),
  },
];

const NAMES: Record<string, string> = { svg: "SVG", math: "MathML" };
