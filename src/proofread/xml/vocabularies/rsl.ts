import type { Vocabulary } from "../declare.ts";
import { childrenOf, firstChild } from "../element.ts";
import { documentOf } from "../examples.ts";
import { HTTP_URL } from "../forms/addresses.ts";
import { CONTACT } from "../forms/contacts.ts";
import { RFC_3339 } from "../forms/dates.ts";
import { clip, oneOf } from "../forms/form.ts";
import { DECIMAL } from "../forms/numbers.ts";
import { CURRENCY, TRUE_FALSE } from "../forms/words.ts";
import type { XmlRule } from "../rule.ts";

const RSL_NAMESPACE = "{https://rslstandard.org/rsl}";
const SPECIFICATION = "https://rslstandard.org/rsl";
const KIND_OF_USE = oneOf("value", ["usage", "user", "geo"]);

/** Words for what content is used for, and for who uses it; countries have codes. */
const WORDS = new Map([
  ["usage", new Set(["all", "ai-all", "ai-train", "ai-input", "ai-index", "search"])],
  ["user", new Set(["commercial", "non-commercial", "education", "government", "personal"])],
]);

const licensed = (license: string): string =>
  documentOf("rss", {
    entry: `<rsl:content url="https://gazette.example/boat">${license}</rsl:content>`,
    namespaces: { rsl: RSL_NAMESPACE },
  });

const PERMITTED = '<rsl:license><rsl:permits type="usage">search</rsl:permits></rsl:license>';

const RULES: readonly XmlRule[] = [
  {
    name: "rsl/content-license-required",
    severity: "error",
    formats: ["rss", "atom", "entry"],
    element: "<rsl:content>",
    section: "RSL 1.0, content",
    url: SPECIFICATION,
    says: "<rsl:content> has a <rsl:license> at least",
    mend: "Add a <rsl:license> with what is permitted, what is not, and what it costs.",
    on: { names: [`${RSL_NAMESPACE}content`] },
    check: (content) =>
      firstChild(content, `${RSL_NAMESPACE}license`) ? undefined : "there is no <rsl:license>, and so nothing is said",
    fails: licensed(""),
    passes: licensed(PERMITTED),
  },
  {
    name: "rsl/license-words",
    severity: "warning",
    formats: ["rss", "atom", "entry"],
    element: "<rsl:permits>, <rsl:prohibits>",
    section: "RSL 1.0, usage and user vocabularies",
    url: SPECIFICATION,
    says: "What is permitted and prohibited is named by the words of RSL",
    mend: "Write words of RSL with commas between them: search, ai-index, ai-input, ai-train, ai-all, all.",
    readers: "A crawler that does not know a word cannot keep to it.",
    on: { names: [`${RSL_NAMESPACE}permits`, `${RSL_NAMESPACE}prohibits`] },
    check: ({ attributes, text }) => {
      const kind = attributes.get("type") ?? "";
      const known = WORDS.get(kind);
      const wrong = known && text.split(/[\s,]+/).find((word) => word !== "" && !known.has(word.toLowerCase()));
      return wrong && `"${clip(wrong)}" is no ${kind} that RSL knows`;
    },
    fails: licensed('<rsl:license><rsl:permits type="usage">reading</rsl:permits></rsl:license>'),
    passes: licensed(PERMITTED),
  },
  {
    name: "rsl/payment-amount",
    severity: "warning",
    formats: ["rss", "atom", "entry"],
    element: "<rsl:payment>",
    section: "RSL 1.0, payment",
    url: SPECIFICATION,
    says: "What is free has no amount",
    mend: "Name the kind of payment (crawl, use, training, purchase, subscription, …), or take the amount out.",
    on: { names: [`${RSL_NAMESPACE}payment`] },
    check: (payment) =>
      (payment.attributes.get("type") || "free") === "free" && childrenOf(payment, `${RSL_NAMESPACE}amount`).length > 0
        ? "there is an amount, and the payment is free"
        : undefined,
    fails: licensed(
      '<rsl:license><rsl:payment type="free"><rsl:amount currency="EUR">1</rsl:amount></rsl:payment></rsl:license>',
    ),
    passes: licensed(
      '<rsl:license><rsl:payment type="crawl"><rsl:amount currency="EUR">1</rsl:amount></rsl:payment></rsl:license>',
    ),
  },
];

/** Really Simple Licensing: on which terms machines may use what a feed speaks of. */
export const RSL: Vocabulary = {
  prefix: "rsl",
  namespace: RSL_NAMESPACE,
  title: "RSL 1.0",
  url: SPECIFICATION,
  formats: ["rss", "atom", "entry"],
  mistaken: ["{http://rslstandard.org/rsl}", "{https://rslstandard.org/rsl/}"],
  unknown: "warning",
  elements: {
    content: {
      ...{ in: ["entry", "feed", "source", "rsl"] },
      attributes: {
        url: { required: true },
        server: { forms: [HTTP_URL] },
        encrypted: { forms: [TRUE_FALSE] },
        lastmod: { forms: [RFC_3339] },
      },
      severities: { attributes: "warning" },
      example: `<rsl:content url="https://gazette.example/boat">${PERMITTED}</rsl:content>`,
    },
    rsl: { in: ["entry", "feed", "source"], example: "<rsl:rsl></rsl:rsl>" },
    license: { in: ["content"], example: "<rsl:license></rsl:license>" },
    permits: {
      ...{ in: ["license"], attributes: { type: { required: true, forms: [KIND_OF_USE] } } },
      example: '<rsl:permits type="usage">search</rsl:permits>',
    },
    prohibits: {
      ...{ in: ["license"], attributes: { type: { required: true, forms: [KIND_OF_USE] } } },
      example: '<rsl:prohibits type="usage">ai-train</rsl:prohibits>',
    },
    payment: {
      in: ["license"],
      attributes: {
        type: {
          forms: [
            {
              ...oneOf("value", [
                ...["purchase", "subscription", "training", "crawl", "use", "inference", "contribution"],
                ...["attribution", "free"],
              ]),
              severity: "warning",
            },
          ],
        },
      },
      example: '<rsl:payment type="crawl"></rsl:payment>',
    },
    standard: {
      in: ["payment"],
      text: [HTTP_URL],
      example: "<rsl:standard>https://rslcollective.org/license</rsl:standard>",
    },
    custom: { in: ["payment"], text: [HTTP_URL], example: "<rsl:custom>https://gazette.example/rates</rsl:custom>" },
    amount: {
      ...{ in: ["payment"], text: [DECIMAL], attributes: { currency: { required: true, forms: [CURRENCY] } } },
      example: '<rsl:amount currency="EUR">0.005</rsl:amount>',
    },
    accepts: { in: ["payment"], example: '<rsl:accepts type="card"/>' },
    legal: {
      ...{ in: ["license"], attributes: { type: { required: true } } },
      example: '<rsl:legal type="warranty">ownership authority</rsl:legal>',
    },
    schema: { in: ["content"], example: "<rsl:schema>https://gazette.example/boat.json</rsl:schema>" },
    alternate: {
      in: ["content"],
      example: '<rsl:alternate type="application/json">https://gazette.example/boat.json</rsl:alternate>',
    },
    copyright: {
      in: ["content"],
      attributes: {
        type: { forms: [oneOf("value", ["person", "organization"])] },
        contactEmail: { forms: [CONTACT] },
        contactUrl: { forms: [HTTP_URL] },
      },
      severities: { attributes: "warning" },
      example: '<rsl:copyright type="organization">The Harbour Gazette</rsl:copyright>',
    },
    terms: { in: ["content"], text: [HTTP_URL], example: "<rsl:terms>https://gazette.example/terms</rsl:terms>" },
  },
  rules: RULES,
};
