import type { Vocabulary } from "../declare.ts";
import { HTTP_URL } from "../forms/addresses.ts";
import { clip, type Form } from "../forms/form.ts";

const FEED = ["feed", "source"];

const COLOUR: Form = {
  name: "colour",
  says: "a colour of six hexadecimal digits",
  mend: "Write the colour as 2F6FAB, without a # before it.",
  severity: "warning",
  fault: (text) =>
    /^#?[\da-f]{6}$/i.test(text) ? undefined : `"${clip(text)}" is not a colour of six hexadecimal digits`,
  good: "2F6FAB",
  bad: "blue",
};

/** What Feedly shows of a feed's own look. */
export const WEBFEEDS: Vocabulary = {
  prefix: "webfeeds",
  namespace: "{http://webfeeds.org/rss/1.0}",
  title: "Feedly’s webfeeds extension",
  url: "https://blog.feedly.com/10-ways-to-optimize-your-feed-for-feedly/",
  formats: ["rss", "atom", "entry"],
  mistaken: ["{https://webfeeds.org/rss/1.0}", "{http://webfeeds.org/rss/1.0/}"],
  unknown: "advice",
  elements: {
    accentColor: {
      ...{ in: FEED, once: true, text: [COLOUR], severities: { place: "warning", once: "warning" } },
      example: "<webfeeds:accentColor>2F6FAB</webfeeds:accentColor>",
    },
    analytics: {
      ...{ in: FEED, attributes: { id: { required: true }, engine: {} }, severities: { place: "warning" } },
      example: '<webfeeds:analytics id="UA-12345-1" engine="GoogleAnalytics"/>',
    },
    cover: {
      ...{ in: FEED, once: true, text: "none", attributes: { image: { required: true, forms: [HTTP_URL] } } },
      severities: { place: "warning", once: "warning" },
      example: '<webfeeds:cover image="https://gazette.example/harbour.jpg"/>',
    },
    icon: {
      ...{ in: FEED, once: true, text: [HTTP_URL], severities: { place: "warning", once: "warning" } },
      example: "<webfeeds:icon>https://gazette.example/icon.png</webfeeds:icon>",
    },
    logo: {
      ...{ in: FEED, once: true, text: [HTTP_URL], severities: { place: "warning", once: "warning" } },
      example: "<webfeeds:logo>https://gazette.example/logo.svg</webfeeds:logo>",
    },
    related: {
      ...{ in: FEED, once: true, text: "none", attributes: { layout: {}, target: {} } },
      severities: { place: "warning", once: "warning" },
      example: '<webfeeds:related layout="card" target="browser"/>',
    },
    wordmark: {
      ...{ in: FEED, once: true, text: [HTTP_URL], severities: { place: "warning", once: "warning" } },
      example: "<webfeeds:wordmark>https://gazette.example/name.svg</webfeeds:wordmark>",
    },
  },
};
