import type { Vocabulary } from "../declare.ts";
import { childrenOf } from "../element.ts";
import { documentOf } from "../examples.ts";
import { HTTP_URL } from "../forms/addresses.ts";
import { noLongerThan } from "../forms/words.ts";
import { localName, SNF } from "../namespaces.ts";
import type { XmlRule } from "../rule.ts";

const SPECIFICATION =
  "https://publishers.smartnews.com/hc/en-us/articles/360036526213-SmartFormat-Specification-Version-2-1";

const logo = (markup: string): string => documentOf("rss", { feed: markup, namespaces: { snf: SNF } });
const advertisement = (links: number): string =>
  documentOf("rss", {
    entry: `<snf:advertisement>${'<snf:sponsoredLink link="https://gazette.example/ferry" advertiser="The ferry"/>'.repeat(links)}</snf:advertisement>`,
    namespaces: { snf: SNF },
  });

const RULES: readonly XmlRule[] = [
  {
    name: "snf/logo-url-required",
    severity: "error",
    formats: ["rss", "atom"],
    element: "<snf:logo>, <snf:darkModeLogo>",
    section: "SmartFormat 2.1, channel",
    url: SPECIFICATION,
    says: "A logo has the picture’s address in a <url>",
    mend: "Write <snf:logo><url>https://example.org/logo.png</url></snf:logo>.",
    on: { names: [`${SNF}logo`, `${SNF}darkModeLogo`] },
    check: ({ children }) =>
      children.some(({ name, text }) => localName(name) === "url" && HTTP_URL.fault(text.trim()) === undefined)
        ? undefined
        : "there is no <url> with an http(s) URL in it",
    fails: logo("<snf:logo>https://gazette.example/logo.png</snf:logo>"),
    passes: logo("<snf:logo><url>https://gazette.example/logo.png</url></snf:logo>"),
  },
  {
    name: "snf/advertisement-links",
    severity: "warning",
    formats: ["rss", "atom", "entry"],
    element: "<snf:advertisement>",
    section: "SmartFormat 2.1, snf:advertisement",
    url: SPECIFICATION,
    says: "An entry has two sponsored links at most",
    mend: "Keep two of them.",
    on: { names: [`${SNF}advertisement`] },
    check: (element) => {
      const count = childrenOf(element, `${SNF}sponsoredLink`).length;
      return count > 2 ? `there are ${count} sponsored links, and two are shown` : undefined;
    },
    fails: advertisement(3),
    passes: advertisement(2),
  },
];

/** SmartFormat, which SmartNews reads. */
export const SMART_FORMAT: Vocabulary = {
  prefix: "snf",
  namespace: SNF,
  title: "SmartFormat 2.1",
  url: SPECIFICATION,
  formats: ["rss", "atom", "entry"],
  mistaken: ["{https://www.smartnews.be/snf}", "{http://www.smartnews.be/snf/}"],
  unknown: "warning",
  elements: {
    logo: {
      ...{ in: ["feed"], once: true },
      example: "<snf:logo><url>https://gazette.example/logo.png</url></snf:logo>",
    },
    darkModeLogo: {
      ...{ in: ["feed"], once: true },
      example: "<snf:darkModeLogo><url>https://gazette.example/dark.png</url></snf:darkModeLogo>",
    },
    analytics: { in: ["entry"], once: true, example: "<snf:analytics>ga('send', 'pageview')</snf:analytics>" },
    advertisement: { in: ["entry"], once: true, example: "<snf:advertisement></snf:advertisement>" },
    sponsoredLink: {
      in: ["advertisement"],
      attributes: {
        link: { required: true, forms: [HTTP_URL] },
        advertiser: { required: true, forms: [noLongerThan(35)] },
        title: { forms: [noLongerThan(45)] },
        thumbnail: { forms: [HTTP_URL] },
      },
      example: '<snf:sponsoredLink link="https://gazette.example/ferry" advertiser="The ferry"/>',
    },
    adcontent: { in: ["advertisement"], once: true, example: "<snf:adcontent>…</snf:adcontent>" },
    relatedLink: {
      in: ["entry"],
      attributes: { link: { required: true, forms: [HTTP_URL] }, title: {}, thumbnail: { forms: [HTTP_URL] } },
      example: '<snf:relatedLink link="https://gazette.example/tide" title="The tide"/>',
    },
    video: {
      ...{ in: ["entry"], attributes: { url: { required: true, forms: [HTTP_URL] }, caption: {} } },
      example: '<snf:video url="https://gazette.example/boat.mp4" caption="She leaves"/>',
    },
  },
  rules: RULES,
};
