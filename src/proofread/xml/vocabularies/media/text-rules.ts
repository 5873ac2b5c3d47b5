import { wholeText } from "../../element.ts";
import { documentOf } from "../../examples.ts";
import { cutOffFault, htmlFault } from "../../forms/plain-text.ts";
import { MEDIA } from "../../namespaces.ts";
import type { XmlRule } from "../../rule.ts";
import { MEDIA_RSS } from "./common.ts";

const textDocument = (local: string, attributes: string, text: string): string =>
  documentOf("rss", { entry: `<media:${local}${attributes}>${text}</media:${local}>` });

/** Texts that say of themselves whether they are plain, as they are unless they say so, or HTML. */
export const MEDIA_TEXT_RULES: readonly XmlRule[] = ["title", "description", "text"].flatMap((local): XmlRule[] => {
  const base = {
    ...{ severity: "warning", formats: MEDIA_RSS.formats, url: MEDIA_RSS.url },
    ...{ element: `<media:${local}>`, section: `Media RSS 1.5.1, media:${local}`, on: { names: [MEDIA + local] } },
  } satisfies Partial<XmlRule>;
  return [
    {
      ...base,
      name: `media/${local}-plain-text`,
      says: `<media:${local}> has no HTML in it, unless its type is html`,
      mend: 'Add type="html", or take the HTML out.',
      check: (element) =>
        (element.attributes.get("type") || "plain") === "plain" ? htmlFault(wholeText(element)) : undefined,
      fails: textDocument(local, "", "&lt;b&gt;She left&lt;/b&gt; at dawn."),
      passes: textDocument(local, ' type="html"', "&lt;b&gt;She left&lt;/b&gt; at dawn."),
    },
    {
      ...base,
      name: `media/${local}-html`,
      says: `The HTML of <media:${local}> does not end within a tag`,
      mend: "Write the text to its end: a limit of length may have cut it off.",
      check: (element) => (element.attributes.get("type") === "html" ? cutOffFault(wholeText(element)) : undefined),
      fails: textDocument(local, ' type="html"', "She left &lt;b"),
      passes: textDocument(local, ' type="html"', "She &lt;b&gt;left&lt;/b&gt;."),
    },
  ];
});
