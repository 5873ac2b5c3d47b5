import type { AttributeDeclaration, ElementDeclaration, Vocabulary } from "../../declare.ts";
import { ABSOLUTE_URL } from "../../forms/addresses.ts";
import { NORMAL_PLAY_TIME } from "../../forms/durations.ts";
import { type Form, oneOf } from "../../forms/form.ts";
import { LANGUAGE } from "../../forms/languages.ts";
import { MEDIA_TYPE } from "../../forms/media-types.ts";
import { DECIMAL, NON_NEGATIVE, POSITIVE } from "../../forms/numbers.ts";
import { TRUE_FALSE } from "../../forms/words.ts";
import { PODCAST } from "../podcast/common.ts";
import { AT_ANY_LEVEL, MEDIA_RSS, mediaSection } from "./common.ts";
import { MEDIA_COMMUNITY } from "./community.ts";
import { MEDIA_CONTENT_RULES } from "./content-rules.ts";
import { MEDIA_CREDIT_RULES } from "./credit-rules.ts";
import { MEDIA_VALUE_RULES } from "./value-rules.ts";

const TEXT_TYPE = oneOf("value", ["plain", "html"]);

const elements: Record<string, ElementDeclaration> = {
  content: {
    in: ["entry", "group", `${PODCAST}liveItem`],
    attributes: {
      url: { forms: [ABSOLUTE_URL] },
      fileSize: { forms: [POSITIVE] },
      type: { forms: [MEDIA_TYPE] },
      medium: { forms: [oneOf("value", ["image", "audio", "video", "document", "executable"])] },
      isDefault: { forms: [TRUE_FALSE] },
      expression: { forms: [oneOf("value", ["sample", "full", "nonstop"])] },
      bitrate: { forms: [DECIMAL] },
      framerate: { forms: [DECIMAL] },
      samplingrate: { forms: [DECIMAL] },
      channels: { forms: [NON_NEGATIVE] },
      duration: { forms: [DECIMAL] },
      height: { forms: [POSITIVE] },
      width: { forms: [POSITIVE] },
      lang: { forms: [LANGUAGE] },
    },
    example: '<media:content url="https://gazette.example/boat.jpg" medium="image"></media:content>',
  },
  group: {
    in: ["entry", `${PODCAST}liveItem`],
    example:
      '<media:group><media:content url="https://gazette.example/boat.mp3"/><media:content url="https://gazette.example/boat.ogg"/></media:group>',
  },
  adult: { in: AT_ANY_LEVEL, once: true, text: [TRUE_FALSE], example: "<media:adult>false</media:adult>" },
  rating: {
    in: AT_ANY_LEVEL,
    attributes: { scheme: { forms: [ABSOLUTE_URL] } },
    example: "<media:rating>nonadult</media:rating>",
  },
  title: {
    in: AT_ANY_LEVEL,
    once: true,
    attributes: { type: { forms: [TEXT_TYPE] } },
    example: "<media:title>The first boat out</media:title>",
  },
  description: {
    in: AT_ANY_LEVEL,
    once: true,
    attributes: { type: { forms: [TEXT_TYPE] } },
    example: "<media:description>She left at dawn.</media:description>",
  },
  keywords: { in: AT_ANY_LEVEL, example: "<media:keywords>harbour, boats</media:keywords>" },
  thumbnail: {
    in: AT_ANY_LEVEL,
    attributes: {
      url: { required: true, forms: [ABSOLUTE_URL] },
      height: { forms: [POSITIVE] },
      width: { forms: [POSITIVE] },
      time: { forms: [NORMAL_PLAY_TIME] },
    },
    example: '<media:thumbnail url="https://gazette.example/boat-small.jpg"/>',
  },
  category: {
    in: AT_ANY_LEVEL,
    attributes: { scheme: { forms: [ABSOLUTE_URL] }, label: {} },
    example: "<media:category>shipping</media:category>",
  },
  hash: {
    in: AT_ANY_LEVEL,
    attributes: { algo: { forms: [oneOf("value", ["md5", "sha-1"])] } },
    example: "<media:hash>79054025255fb1a26e4bc422aef54eb4</media:hash>",
  },
  player: {
    in: AT_ANY_LEVEL,
    attributes: {
      url: { required: true, forms: [ABSOLUTE_URL] },
      height: { forms: [POSITIVE] },
      width: { forms: [POSITIVE] },
    },
    example: '<media:player url="https://gazette.example/player?boat"/>',
  },
  credit: {
    in: AT_ANY_LEVEL,
    attributes: { role: {}, scheme: { forms: [ABSOLUTE_URL] } },
    example: '<media:credit role="photographer">Ada Quayle</media:credit>',
  },
  copyright: {
    in: AT_ANY_LEVEL,
    once: true,
    attributes: { url: { forms: [ABSOLUTE_URL] } },
    example: "<media:copyright>2026 The Harbour Gazette</media:copyright>",
  },
  text: {
    in: AT_ANY_LEVEL,
    attributes: {
      type: { forms: [TEXT_TYPE] },
      lang: { forms: [LANGUAGE] },
      start: { forms: [NORMAL_PLAY_TIME] },
      end: { forms: [NORMAL_PLAY_TIME] },
    },
    example: "<media:text>She left at dawn.</media:text>",
  },
  restriction: {
    in: AT_ANY_LEVEL,
    attributes: {
      relationship: { required: true, forms: [oneOf("value", ["allow", "deny"])] },
      type: { forms: [oneOf("value", ["country", "uri", "sharing"])] },
    },
    example: '<media:restriction relationship="allow" type="country">gb ie</media:restriction>',
  },
  ...MEDIA_COMMUNITY,
};

/** Media RSS, which says more of media than an enclosure can. */
export const MEDIA_VOCABULARY: Vocabulary = {
  ...MEDIA_RSS,
  mistaken: [
    "{http://search.yahoo.com/mrss}",
    "{https://search.yahoo.com/mrss/}",
    "{https://search.yahoo.com/mrss}",
    "{http://video.search.yahoo.com/mrss}",
    "{http://video.search.yahoo.com/mrss/}",
  ],
  aliases: ["{http://www.rssboard.org/media-rss}", "{http://www.rssboard.org/media-rss/}"],
  elements: Object.fromEntries(
    Object.entries(elements).map(([local, one]) => [
      local,
      // The specification lists attributes, and forbids no others: readers leave them be.
      {
        ...one,
        attributes: one.attributes && withEmptyOnes(one.attributes),
        url: mediaSection(describedWith(local, one)),
        severities: { attributes: "warning" },
      },
    ]),
  ),
  rules: [...MEDIA_CONTENT_RULES, ...MEDIA_VALUE_RULES, ...MEDIA_CREDIT_RULES],
};

/** An attribute that need not be there may be empty, of which a rule of its own tells: to a reader it is not there. */
function withEmptyOnes(attributes: Record<string, AttributeDeclaration>): Record<string, AttributeDeclaration> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, one]) => [
      name,
      name === "url" || one.required ? one : { ...one, forms: one.forms?.map(unlessEmpty) },
    ]),
  );
}

function unlessEmpty(form: Form): Form {
  return { ...form, fault: (text, sheet) => (text === "" ? undefined : form.fault(text, sheet)) };
}

/** What stands in an element of Media RSS only is described with it. */
function describedWith(local: string, { in: [place = ""] }: ElementDeclaration): string {
  return Object.hasOwn(elements, place) ? place : local;
}
