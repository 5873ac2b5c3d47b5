import type { ElementDeclaration } from "../../declare.ts";
import { ABSOLUTE_URL } from "../../forms/addresses.ts";
import { PLAUSIBLE_822, RFC_822, RFC_822_PLAIN, RFC_822_WEEKDAY } from "../../forms/dates.ts";
import { oneOf } from "../../forms/form.ts";
import { LANGUAGE } from "../../forms/languages.ts";
import { POSITIVE } from "../../forms/numbers.ts";
import { MAILBOX } from "../../forms/people.ts";
import { OPENED_SCHEME } from "../../forms/schemes.ts";
import { NOT_BLANK, PICS_LABEL } from "../../forms/text.ts";
import { OPTIONAL_ELEMENTS, REQUIRED_ELEMENTS, specified, WHAT_IS_RSS } from "./sections.ts";

/** A date of RSS, and what makes readers stumble over one. */
const RSS_DATE = [RFC_822, RFC_822_WEEKDAY, RFC_822_PLAIN, PLAUSIBLE_822];
const EVERYWHERE = ["feed", "entry", "image", "textInput"];

/** The channel, and its elements; some of them stand elsewhere, too. */
export const CHANNEL_ELEMENTS: Record<string, ElementDeclaration> = {
  channel: {
    in: ["root"],
    attributes: {},
    ...WHAT_IS_RSS,
    example:
      "<channel><title>The Harbour Gazette</title><link>https://gazette.example/</link><description>News</description></channel>",
  },
  title: {
    in: EVERYWHERE,
    once: true,
    text: [NOT_BLANK],
    attributes: {},
    ...REQUIRED_ELEMENTS,
    example: "<title>The Harbour Gazette</title>",
  },
  link: {
    in: EVERYWHERE,
    once: true,
    text: [ABSOLUTE_URL, OPENED_SCHEME],
    attributes: {},
    ...REQUIRED_ELEMENTS,
    example: "<link>https://gazette.example/</link>",
  },
  description: {
    in: EVERYWHERE,
    once: true,
    attributes: {},
    ...REQUIRED_ELEMENTS,
    example: "<description>News of the harbour</description>",
  },
  language: {
    ...feedOnly("<language>en</language>", [LANGUAGE]),
    misplaced: 'On an item, write xml:lang, as <item xml:lang="en">.',
  },
  copyright: {
    ...feedOnly("<copyright>Harbour Press</copyright>"),
    misplaced: "In an item, write <dc:rights>.",
  },
  managingEditor: feedOnly("<managingEditor>ada@gazette.example (Ada Quayle)</managingEditor>", MAILBOX),
  webMaster: feedOnly("<webMaster>web@gazette.example (Ben Quayle)</webMaster>", MAILBOX),
  pubDate: {
    in: ["feed", "entry"],
    once: true,
    text: RSS_DATE,
    attributes: {},
    ...specified("pubDate", "item"),
    example: "<pubDate>Fri, 13 Mar 2026 06:00:00 GMT</pubDate>",
  },
  lastBuildDate: {
    ...feedOnly("<lastBuildDate>Fri, 13 Mar 2026 06:00:00 GMT</lastBuildDate>", RSS_DATE),
    misplaced: "In an item, write <pubDate> for when it came out, and <atom:updated> for when it changed.",
  },
  category: {
    in: ["feed", "entry"],
    text: [NOT_BLANK],
    attributes: { domain: {} },
    ...specified("category", "item"),
    example: '<category domain="https://gazette.example/topics">harbour</category>',
  },
  generator: feedOnly("<generator>Gazette Press 2</generator>"),
  docs: feedOnly("<docs>https://www.rssboard.org/rss-specification</docs>", [ABSOLUTE_URL, OPENED_SCHEME]),
  cloud: {
    in: ["feed"],
    once: true,
    text: "none",
    attributes: {
      domain: { required: true },
      port: { required: true, forms: [POSITIVE] },
      path: { required: true },
      registerProcedure: { required: true },
      protocol: {
        required: true,
        forms: [
          {
            ...oneOf("known", ["xml-rpc", "soap", "http-post"]),
            severity: "warning",
            section: "rssCloud",
            url: "https://www.rssboard.org/rsscloud-interface",
          },
        ],
      },
    },
    ...specified("cloud", "channel"),
    example:
      '<cloud domain="rpc.gazette.example" port="80" path="/rpc" registerProcedure="pleaseNotify" protocol="http-post"/>',
  },
  ttl: { ...feedOnly("<ttl>60</ttl>", [NOT_BLANK, POSITIVE]), ...specified("ttl", "channel") },
  rating: feedOnly(`<rating>${PICS_LABEL.good}</rating>`, [PICS_LABEL]),
};

function feedOnly(example: string, text?: ElementDeclaration["text"]): ElementDeclaration {
  return { in: ["feed"], once: true, text, attributes: {}, ...OPTIONAL_ELEMENTS, example };
}
