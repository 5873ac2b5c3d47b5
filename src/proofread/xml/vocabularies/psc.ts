import type { Vocabulary } from "../declare.ts";
import { HTTP_URL } from "../forms/addresses.ts";
import { NORMAL_PLAY_TIME } from "../forms/durations.ts";
import { clip, type Form } from "../forms/form.ts";

const MINUTES = /^\d+:[0-5]?\d(?:\.\d+)?$/;

/** A Normal Play Time, which may here be without its hours. */
const START: Form = {
  ...NORMAL_PLAY_TIME,
  fault: (text) =>
    MINUTES.test(text) || NORMAL_PLAY_TIME.fault(text) === undefined
      ? undefined
      : `"${clip(text)}" is no time as 1:02:03.5`,
};

/** Podlove's chapters of an episode. */
export const SIMPLE_CHAPTERS: Vocabulary = {
  prefix: "psc",
  namespace: "{http://podlove.org/simple-chapters}",
  title: "Podlove Simple Chapters 1.2",
  url: "https://podlove.org/simple-chapters/",
  formats: ["rss", "atom", "entry"],
  mistaken: ["{https://podlove.org/simple-chapters}", "{http://podlove.org/simple-chapters/}"],
  elements: {
    chapters: {
      ...{ in: ["entry"], once: true, attributes: { version: {} } },
      example: '<psc:chapters version="1.2"></psc:chapters>',
    },
    chapter: {
      in: ["chapters"],
      text: "none",
      attributes: {
        start: { required: true, forms: [START] },
        title: { required: true },
        href: { forms: [HTTP_URL] },
        image: { forms: [HTTP_URL] },
      },
      example: '<psc:chapter start="0:03:07" title="The quay"/>',
    },
  },
};
