import type { ElementDeclaration, Vocabulary } from "../../declare.ts";
import {
  ABSOLUTE_IRI,
  CANONICAL_IRI,
  IRI_REFERENCE,
  REGISTERED_SCHEME,
  TAG_URI,
  URN,
  UUID_URN,
} from "../../forms/addresses.ts";
import { PLAUSIBLE_ISO, RFC_3339 } from "../../forms/dates.ts";
import type { Form } from "../../forms/form.ts";
import { LANGUAGE } from "../../forms/languages.ts";
import { MEDIA_TYPE } from "../../forms/media-types.ts";
import { NON_NEGATIVE } from "../../forms/numbers.ts";
import { FILLED } from "../../forms/text.ts";
import { ATOM } from "../../namespaces.ts";
import { rfc } from "../../rfc.ts";
import { EMAIL, EMAIL_HOST, NO_EMAIL } from "./person-forms.ts";

/** What readers show, or go by, says something. */
const NOT_EMPTY: Form = { ...FILLED, severity: "warning" };
const ADDRESS_NOT_EMPTY: Form = { ...NOT_EMPTY, good: "https://gazette.example/boat" };

/** Those that hold others, each with its name, and no text between them. */
export const ATOM_CONTAINERS: ReadonlySet<string> = new Set(
  ["feed", "entry", "source", "author", "contributor"].map((name) => ATOM + name),
);

const TEXT_CONSTRUCT: Pick<ElementDeclaration, "once" | "attributes"> = { once: true, attributes: { type: {} } };
const PERSON = "<name>Ada Quayle</name>";

/** The elements of Atom 1.0 that stand in others. `feed` and `entry`, which are documents, have rules of their own. */
export const ATOM_ELEMENTS: Vocabulary["elements"] = {
  author: {
    ...rfc(4287, "4.2.1"),
    in: ["feed", "entry", "source"],
    attributes: {},
    example: `<author>${PERSON}</author>`,
  },
  category: {
    ...rfc(4287, "4.2.2"),
    in: ["entry", "feed", "source"],
    text: "none",
    attributes: { term: { required: true, forms: [NOT_EMPTY] }, scheme: { forms: [ABSOLUTE_IRI] }, label: {} },
    severities: { text: "warning" },
    example: '<category term="boats" scheme="https://gazette.example/topics"/>',
  },
  content: {
    ...rfc(4287, "4.1.3"),
    in: ["entry"],
    once: true,
    attributes: { type: {}, src: { forms: [IRI_REFERENCE] } },
    example: "<content>She left at dawn.</content>",
  },
  contributor: {
    ...rfc(4287, "4.2.3"),
    in: ["entry", "feed", "source"],
    attributes: {},
    example: `<contributor>${PERSON}</contributor>`,
  },
  email: {
    ...rfc(4287, "3.2.3"),
    in: ["author", "contributor"],
    once: true,
    text: [EMAIL, EMAIL_HOST],
    attributes: {},
    example: "<email>ada@gazette.example</email>",
  },
  generator: {
    ...rfc(4287, "4.2.4"),
    in: ["feed", "source"],
    once: true,
    text: [NOT_EMPTY],
    attributes: { uri: { forms: [IRI_REFERENCE] }, version: {} },
    example: '<generator uri="https://gazette.example/press" version="2">Press</generator>',
  },
  icon: {
    ...rfc(4287, "4.2.5"),
    in: ["feed", "source"],
    once: true,
    text: [IRI_REFERENCE, ADDRESS_NOT_EMPTY],
    attributes: {},
    example: "<icon>https://gazette.example/icon.png</icon>",
  },
  id: {
    ...rfc(4287, "4.2.6"),
    in: ["entry", "feed", "source"],
    once: true,
    text: [ABSOLUTE_IRI, TAG_URI, URN, UUID_URN, REGISTERED_SCHEME, CANONICAL_IRI],
    attributes: {},
    example: "<id>tag:gazette.example,2026:boat</id>",
  },
  link: {
    ...rfc(4287, "4.2.7"),
    in: ["entry", "feed", "source"],
    text: "none",
    attributes: {
      href: { required: true, forms: [IRI_REFERENCE] },
      rel: { forms: [NOT_EMPTY] },
      type: { forms: [MEDIA_TYPE] },
      hreflang: { forms: [LANGUAGE] },
      title: { forms: [NOT_EMPTY] },
      length: { forms: [NON_NEGATIVE] },
    },
    severities: { text: "warning" },
    example: '<link rel="related" href="https://gazette.example/boats"/>',
  },
  logo: {
    ...rfc(4287, "4.2.8"),
    in: ["feed", "source"],
    once: true,
    text: [IRI_REFERENCE, ADDRESS_NOT_EMPTY],
    attributes: {},
    example: "<logo>https://gazette.example/logo.png</logo>",
  },
  name: {
    ...rfc(4287, "3.2.1"),
    in: ["author", "contributor"],
    once: true,
    text: [NOT_EMPTY, NO_EMAIL],
    attributes: {},
    example: PERSON,
  },
  published: {
    ...rfc(4287, "4.2.9"),
    in: ["entry"],
    once: true,
    text: [RFC_3339, PLAUSIBLE_ISO],
    attributes: {},
    example: "<published>2026-03-13T06:00:00Z</published>",
  },
  rights: {
    ...rfc(4287, "4.2.10"),
    ...TEXT_CONSTRUCT,
    in: ["entry", "feed", "source"],
    example: "<rights>© 2026 The Harbour Gazette</rights>",
  },
  source: {
    ...rfc(4287, "4.2.11"),
    in: ["entry"],
    once: true,
    attributes: {},
    example:
      "<source><id>tag:gazette.example,2026:other</id><title>The Quay</title><updated>2026-03-12T06:00:00Z</updated></source>",
  },
  subtitle: {
    ...rfc(4287, "4.2.12"),
    ...TEXT_CONSTRUCT,
    in: ["feed", "source"],
    example: "<subtitle>News of the harbour</subtitle>",
  },
  summary: {
    ...rfc(4287, "4.2.13"),
    ...TEXT_CONSTRUCT,
    in: ["entry"],
    example: "<summary>She left at dawn.</summary>",
  },
  title: {
    ...rfc(4287, "4.2.14"),
    ...TEXT_CONSTRUCT,
    in: ["entry", "feed", "source"],
    example: "<title>The first boat out</title>",
  },
  updated: {
    ...rfc(4287, "4.2.15"),
    in: ["entry", "feed", "source"],
    once: true,
    text: [RFC_3339, PLAUSIBLE_ISO],
    attributes: {},
    example: "<updated>2026-03-13T06:00:00Z</updated>",
  },
  uri: {
    ...rfc(4287, "3.2.2"),
    in: ["author", "contributor"],
    once: true,
    text: [IRI_REFERENCE, ADDRESS_NOT_EMPTY],
    attributes: {},
    example: "<uri>https://gazette.example/ada</uri>",
  },
};
