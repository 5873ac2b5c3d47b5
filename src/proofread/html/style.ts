import { clip } from "../xml/forms/form.ts";

/**
 * Properties of CSS that say how a text looks where it stands, and do not lay it over what is around it: what feedparser and
 * the W3C's validator let through. Readers strip all others.
 */
const HARMLESS = new Set(
  (
    "azimuth background background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width " +
    "border-collapse border-color border-left border-left-color border-left-style border-left-width border-right " +
    "border-right-color border-right-style border-right-width border-spacing border-style border-top border-top-color " +
    "border-top-style border-top-width border-width clear color cursor direction display elevation float font font-family " +
    "font-size font-style font-variant font-weight height letter-spacing line-height list-style-type margin margin-bottom " +
    "margin-left margin-right margin-top overflow padding padding-bottom padding-left padding-right padding-top pause " +
    "pause-after pause-before pitch pitch-range richness speak speak-header speak-numeral speak-punctuation speech-rate " +
    "stress text-align text-decoration text-indent unicode-bidi vertical-align voice-family volume white-space width"
  ).split(" "),
);

/** What fetches, runs, or hides what it does. */
const ACTIVE = /url\s*\(|expression\s*\(|[\\<>{}@]|\/\*|javascript:/i;
/** Properties that move what is around an element: over a reader's own page, where their values are large or negative. */
const BOX = /^(?:margin|padding|border|background)(?:-|$)/;

/** What readers strip of a `style` attribute, or should. */
export function styleFaults(style: string): string[] {
  if (ACTIVE.test(style)) return [`"${clip(style)}" could fetch or run something`];
  const faults = new Set<string>();
  for (const declaration of style.toLowerCase().split(";")) {
    if (declaration.trim() === "") continue;
    const colon = declaration.indexOf(":");
    const property = declaration.slice(0, colon).trim();
    if (colon === -1) faults.add(`"${clip(declaration.trim())}" is no declaration of CSS`);
    else if (!HARMLESS.has(property)) faults.add(`"${clip(property)}" is no property that readers keep`);
    else if (BOX.test(property)) {
      const far = declaration
        .slice(colon + 1)
        .split(/\s+/)
        .find((value) => /^(?:-\.?\d|\d{4})/.test(value));
      if (far) faults.add(`${property} ${clip(far)} reaches beyond the text`);
    }
  }
  return [...faults];
}
