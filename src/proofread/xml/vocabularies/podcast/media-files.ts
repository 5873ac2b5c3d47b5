import type { ElementDeclaration } from "../../declare.ts";
import { ABSOLUTE_URL, HTTP_URL } from "../../forms/addresses.ts";
import { RFC_822 } from "../../forms/dates.ts";
import { SECONDS } from "../../forms/durations.ts";
import { clip, type Form, oneOf } from "../../forms/form.ts";
import { LANGUAGE } from "../../forms/languages.ts";
import { MEDIA_TYPE } from "../../forms/media-types.ts";
import { DECIMAL, NON_NEGATIVE, POSITIVE } from "../../forms/numbers.ts";
import { FILLED } from "../../forms/text.ts";
import { TIMESTAMP } from "../../forms/timestamps.ts";
import { noLongerThan, TRUE_FALSE } from "../../forms/words.ts";
import { ANY_LEVEL, EPISODE, tagPage } from "./common.ts";

const ASPECT_RATIO: Form = {
  name: "ratio",
  says: "a ratio as 16/9",
  mend: "Write the width, a slash and the height: 1/1, 16/9.",
  fault: (text) => (/^[\d.]+(?:\s?\/\s?[\d.]+)?$/.test(text) ? undefined : `"${clip(text)}" is no ratio as 16/9`),
  good: "16/9",
  bad: "16:9",
};

const SOURCE_SET: Form = {
  name: "url",
  says: "made of absolute URLs, each with its width or alone",
  mend: "Write each URL, a blank and its width, with commas between them: https://example.org/big.jpg 1500w.",
  fault: (text) => {
    const wrong = text
      .split(/,\s+|,$/)
      .find((one) => one.trim() !== "" && !/^https?:\/\/\S+(?:\s+\d+w)?$/.test(one.trim()));
    return (
      wrong &&
      `"${clip(wrong.trim())}" is not an absolute URL, alone or with its width, as https://example.org/big.jpg 1500w`
    );
  },
  good: "https://gazette.example/big.jpg 1500w, https://gazette.example/small.jpg 300w",
  bad: "/big.jpg 1500w",
};

/** What can be heard, seen and read. */
export const PODCAST_MEDIA: Record<string, ElementDeclaration> = {
  transcript: {
    ...{ in: EPISODE, text: "none", url: tagPage("transcript") },
    attributes: {
      url: { required: true, forms: [HTTP_URL] },
      type: { required: true, forms: [MEDIA_TYPE] },
      language: { forms: [LANGUAGE] },
      rel: { forms: [{ ...oneOf("value", ["captions"], "captions"), severity: "warning" }] },
    },
    example: '<podcast:transcript url="https://gazette.example/boat.vtt" type="text/vtt"/>',
  },
  chapters: {
    ...{ in: EPISODE, once: true, text: "none", url: tagPage("chapters") },
    attributes: { url: { required: true, forms: [HTTP_URL] }, type: { required: true, forms: [MEDIA_TYPE] } },
    example: '<podcast:chapters url="https://gazette.example/boat.json" type="application/json+chapters"/>',
  },
  soundbite: {
    ...{ in: EPISODE, text: [noLongerThan(128)], url: tagPage("soundbite") },
    attributes: {
      startTime: { required: true, forms: [SECONDS] },
      duration: { required: true, forms: [SECONDS] },
    },
    example: '<podcast:soundbite startTime="73.0" duration="60.0">The horn</podcast:soundbite>',
  },
  trailer: {
    ...{ in: ["feed"], text: [FILLED, noLongerThan(128)], url: tagPage("trailer") },
    attributes: {
      url: { required: true, forms: [HTTP_URL] },
      pubdate: { required: true, forms: [RFC_822] },
      length: { forms: [NON_NEGATIVE] },
      type: { forms: [MEDIA_TYPE] },
      season: { forms: [NON_NEGATIVE] },
    },
    example:
      '<podcast:trailer url="https://gazette.example/trailer.mp3" pubdate="Fri, 13 Mar 2026 06:00:00 GMT" length="12345" type="audio/mpeg">What will come</podcast:trailer>',
  },
  alternateEnclosure: {
    ...{ in: EPISODE, url: tagPage("alternate-enclosure") },
    attributes: {
      type: { required: true, forms: [MEDIA_TYPE] },
      length: { forms: [NON_NEGATIVE] },
      bitrate: { forms: [DECIMAL] },
      height: { forms: [POSITIVE] },
      lang: { forms: [LANGUAGE] },
      title: { forms: [noLongerThan(32)] },
      rel: { forms: [noLongerThan(32)] },
      codecs: {},
      default: { forms: [TRUE_FALSE] },
    },
    example:
      '<podcast:alternateEnclosure type="audio/opus"><podcast:source uri="https://gazette.example/boat.opus"/></podcast:alternateEnclosure>',
  },
  source: {
    ...{ in: ["alternateEnclosure"], url: tagPage("source") },
    attributes: { uri: { required: true, forms: [ABSOLUTE_URL] }, contentType: { forms: [MEDIA_TYPE] } },
    example: '<podcast:source uri="https://gazette.example/boat.torrent" contentType="application/x-bittorrent"/>',
  },
  integrity: {
    ...{ in: ["alternateEnclosure"], once: true, url: tagPage("integrity") },
    attributes: {
      type: { required: true, forms: [oneOf("value", ["sri", "pgp-signature"])] },
      value: { required: true },
    },
    example: '<podcast:integrity type="sri" value="sha384-ExVqijgYHm15PqQqdXfW95x"/>',
  },
  image: {
    ...{ in: ANY_LEVEL, text: "none", url: tagPage("image") },
    attributes: {
      href: { required: true, forms: [HTTP_URL] },
      alt: {},
      "aspect-ratio": { forms: [ASPECT_RATIO] },
      width: { forms: [POSITIVE] },
      height: { forms: [POSITIVE] },
      type: { forms: [MEDIA_TYPE] },
      purpose: { forms: [noLongerThan(128)] },
    },
    example: '<podcast:image href="https://gazette.example/cover.jpg" alt="A lighthouse" width="1400"/>',
  },
  images: {
    ...{ in: ANY_LEVEL, once: true, text: "none", url: tagPage("images-(deprecated)") },
    attributes: { srcset: { required: true, forms: [SOURCE_SET] } },
    example: '<podcast:images srcset="https://gazette.example/big.jpg 1500w"/>',
  },
  liveItem: {
    ...{ in: ["feed"], url: tagPage("live-item") },
    attributes: {
      status: { required: true, forms: [oneOf("value", ["pending", "live", "ended"])] },
      start: { required: true, forms: [TIMESTAMP] },
      end: { forms: [TIMESTAMP] },
    },
    example:
      '<podcast:liveItem status="live" start="2026-03-13T06:00:00Z"><title>From the quay</title><guid isPermaLink="false">live-1</guid><podcast:contentLink href="https://gazette.example/live">Listen</podcast:contentLink></podcast:liveItem>',
  },
};
