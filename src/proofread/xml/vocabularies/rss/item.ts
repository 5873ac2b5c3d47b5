import type { ElementDeclaration } from "../../declare.ts";
import { ABSOLUTE_URL, HTTP_URL, TAG_URI } from "../../forms/addresses.ts";
import { oneOf } from "../../forms/form.ts";
import { MEDIA_TYPE } from "../../forms/media-types.ts";
import { NON_NEGATIVE } from "../../forms/numbers.ts";
import { MAILBOX } from "../../forms/people.ts";
import { OPENED_SCHEME } from "../../forms/schemes.ts";
import { NOT_BLANK } from "../../forms/text.ts";
import { specified, WHAT_IS_RSS } from "./sections.ts";

/** Items, and what stands in nothing else. */
export const OWN_ITEM_ELEMENTS: Record<string, ElementDeclaration> = {
  item: {
    in: ["feed"],
    attributes: {},
    ...WHAT_IS_RSS,
    example: "<item><title>The first boat out</title></item>",
  },
  author: {
    ...itemOnly("<author>ada@gazette.example (Ada Quayle)</author>", MAILBOX),
    ...specified("author", "item"),
    misplaced: "Of a channel, write <managingEditor>.",
  },
  comments: {
    ...itemOnly("<comments>https://gazette.example/boat#comments</comments>", [ABSOLUTE_URL, OPENED_SCHEME]),
    ...specified("comments", "item"),
  },
  enclosure: {
    in: ["entry"],
    once: true,
    text: "none",
    attributes: {
      url: { required: true, forms: [HTTP_URL] },
      length: { required: true, forms: [NON_NEGATIVE] },
      type: { required: true, forms: [MEDIA_TYPE] },
    },
    severities: { once: "warning" },
    ...specified("enclosure", "item"),
    example: '<enclosure url="https://gazette.example/boat.mp3" length="12345" type="audio/mpeg"/>',
  },
  guid: {
    ...itemOnly('<guid isPermaLink="false">tag:gazette.example,2026:boat</guid>', [
      { ...TAG_URI, severity: "warning" },
      NOT_BLANK,
    ]),
    attributes: { isPermaLink: { forms: [oneOf("boolean", ["true", "false"], "true or false")] } },
    ...specified("guid", "item"),
  },
  source: {
    ...itemOnly('<source url="https://elsewhere.example/feed.rss">Elsewhere</source>'),
    attributes: { url: { required: true, forms: [ABSOLUTE_URL, OPENED_SCHEME] } },
    ...specified("source", "item"),
  },
};

function itemOnly(example: string, text?: ElementDeclaration["text"]): ElementDeclaration {
  return { in: ["entry"], once: true, text, attributes: {}, example };
}
