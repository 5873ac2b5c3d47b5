import type { ElementDeclaration } from "../../declare.ts";
import { ABSOLUTE_URL } from "../../forms/addresses.ts";
import { oneOf } from "../../forms/form.ts";
import { LANGUAGE } from "../../forms/languages.ts";
import { MEDIA_TYPE } from "../../forms/media-types.ts";
import { DECIMAL, NON_NEGATIVE, POSITIVE } from "../../forms/numbers.ts";
import { CURRENCY } from "../../forms/words.ts";
import { AT_ANY_LEVEL } from "./common.ts";

/** What Media RSS got with its version 1.5: what people make of media, and on which terms they may be had. */
export const MEDIA_COMMUNITY: Record<string, ElementDeclaration> = {
  community: { in: AT_ANY_LEVEL, example: "<media:community></media:community>" },
  starRating: {
    in: ["community"],
    attributes: {
      average: { forms: [DECIMAL] },
      count: { forms: [NON_NEGATIVE] },
      min: { forms: [DECIMAL] },
      max: { forms: [DECIMAL] },
    },
    example: '<media:starRating average="3.5" count="20" min="1" max="5"/>',
  },
  statistics: {
    in: ["community"],
    attributes: { views: { forms: [NON_NEGATIVE] }, favorites: { forms: [NON_NEGATIVE] } },
    example: '<media:statistics views="5" favorites="2"/>',
  },
  tags: { in: ["community"], example: "<media:tags>news: 5, boats: 3</media:tags>" },
  comments: { in: AT_ANY_LEVEL, example: "<media:comments></media:comments>" },
  comment: { in: ["comments"], example: "<media:comment>A fine boat.</media:comment>" },
  embed: {
    in: AT_ANY_LEVEL,
    attributes: {
      // Asked for by no sentence of the specification, and of no use without.
      url: { required: "warning", forms: [ABSOLUTE_URL] },
      width: { forms: [POSITIVE] },
      height: { forms: [POSITIVE] },
    },
    example: '<media:embed url="https://gazette.example/player" width="512" height="323"></media:embed>',
  },
  param: {
    in: ["embed"],
    attributes: { name: { required: true } },
    example: '<media:param name="type">application/x-shockwave-flash</media:param>',
  },
  responses: { in: AT_ANY_LEVEL, example: "<media:responses></media:responses>" },
  response: {
    in: ["responses"],
    text: [ABSOLUTE_URL],
    example: "<media:response>https://gazette.example/answer</media:response>",
  },
  backLinks: { in: AT_ANY_LEVEL, example: "<media:backLinks></media:backLinks>" },
  backLink: {
    in: ["backLinks"],
    text: [ABSOLUTE_URL],
    example: "<media:backLink>https://gazette.example/about-the-boat</media:backLink>",
  },
  status: {
    in: AT_ANY_LEVEL,
    attributes: {
      state: { required: "warning", forms: [oneOf("value", ["active", "blocked", "deleted"])] },
      reason: {},
    },
    example: '<media:status state="active"/>',
  },
  price: {
    in: AT_ANY_LEVEL,
    attributes: {
      type: { forms: [oneOf("value", ["rent", "purchase", "package", "subscription"])] },
      info: {},
      price: { forms: [DECIMAL] },
      currency: { forms: [CURRENCY] },
    },
    example: '<media:price type="rent" price="19.99" currency="EUR"/>',
  },
  license: {
    in: AT_ANY_LEVEL,
    attributes: { type: { forms: [MEDIA_TYPE] }, href: { forms: [ABSOLUTE_URL] } },
    example:
      '<media:license type="text/html" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</media:license>',
  },
  subTitle: {
    in: AT_ANY_LEVEL,
    attributes: {
      type: { forms: [MEDIA_TYPE] },
      lang: { forms: [LANGUAGE] },
      href: { required: true, forms: [ABSOLUTE_URL] },
    },
    example: '<media:subTitle type="application/smil" lang="en" href="https://gazette.example/boat.smil"/>',
  },
  peerLink: {
    in: AT_ANY_LEVEL,
    attributes: { type: { forms: [MEDIA_TYPE] }, href: { required: true, forms: [ABSOLUTE_URL] } },
    example: '<media:peerLink type="application/x-bittorrent" href="https://gazette.example/boat.torrent"/>',
  },
  location: {
    in: AT_ANY_LEVEL,
    attributes: { description: {}, start: {}, end: {}, lat: { forms: [DECIMAL] }, lng: { forms: [DECIMAL] } },
    example: '<media:location description="The old quay"></media:location>',
  },
  rights: {
    in: AT_ANY_LEVEL,
    attributes: { status: { forms: [oneOf("value", ["userCreated", "official"])] } },
    example: '<media:rights status="official"/>',
  },
  scenes: { in: AT_ANY_LEVEL, example: "<media:scenes></media:scenes>" },
  scene: { in: ["scenes"], example: "<media:scene></media:scene>" },
};
