import type { Vocabulary } from "../declare.ts";
import { type Element, firstChild } from "../element.ts";
import { documentOf } from "../examples.ts";
import { NON_NEGATIVE } from "../forms/numbers.ts";
import { INTEGERS } from "../forms/text.ts";
import { bestPractice } from "./rss/sections.ts";

const NAMESPACE = "{http://purl.org/rss/1.0/modules/slash/}";
/** Whose memory this is. */
const COUNTED = {};
const COMMENTS = "<slash:comments>177</slash:comments>";

/** Slash, which counts comments. */
export const SLASH: Vocabulary = {
  prefix: "slash",
  namespace: NAMESPACE,
  title: "RSS 1.0 Modules: Slash",
  url: "https://web.resource.org/rss/1.0/modules/slash/",
  formats: ["rss", "rdf", "atom", "entry"],
  elements: {
    section: { in: ["entry"], once: true, example: "<slash:section>articles</slash:section>" },
    department: { in: ["entry"], once: true, example: "<slash:department>not-an-ocean</slash:department>" },
    comments: { in: ["entry"], once: true, text: [NON_NEGATIVE], example: COMMENTS },
    hit_parade: {
      in: ["entry"],
      once: true,
      text: [INTEGERS],
      example: "<slash:hit_parade>177,155,105</slash:hit_parade>",
    },
  },
  rules: [
    {
      name: "slash/comments-date",
      severity: "warning",
      formats: ["rss"],
      element: "<slash:comments>",
      says: "A channel that counts comments says when it was built",
      ...bestPractice("namespace-elements-slash-comments"),
      mend: "Add a <lastBuildDate> to the channel: it tells when the number was right.",
      on: { names: [`${NAMESPACE}comments`], roles: ["feed"] },
      // Items that are over are let go: what is remembered is the first number.
      check: (element, { remember }) => {
        if (element.role !== "feed") {
          remember(COUNTED, () => element);
          return undefined;
        }
        const first = remember<Element | undefined>(COUNTED, () => undefined);
        return first && !firstChild(element, "lastBuildDate")
          ? [{ message: "comments are counted, and there is no <lastBuildDate> in the channel", at: first }]
          : undefined;
      },
      fails: documentOf("rss", { entry: COMMENTS, namespaces: { slash: NAMESPACE } }),
      passes: documentOf("rss", {
        feed: "<lastBuildDate>Fri, 13 Mar 2026 06:00:00 GMT</lastBuildDate>",
        entry: COMMENTS,
        namespaces: { slash: NAMESPACE },
      }),
    },
  ],
};
