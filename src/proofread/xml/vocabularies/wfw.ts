import type { Vocabulary } from "../declare.ts";
import { documentOf } from "../examples.ts";
import { ABSOLUTE_URL } from "../forms/addresses.ts";
import { bestPractice } from "./rss/sections.ts";

const WFW = "{http://wellformedweb.org/CommentAPI/}";
const PAGE = "https://web.archive.org/web/2007/http://wellformedweb.org/news/wfw_namespace_elements/";
const address = (local: string) => ({
  in: ["entry"],
  once: true,
  text: [ABSOLUTE_URL],
  attributes: {},
  example: `<wfw:${local}>https://gazette.example/boat/comments</wfw:${local}>`,
});
const withElement = (local: string) => documentOf("rss", { entry: address(local).example, namespaces: { wfw: WFW } });

/** Where comments on an item are sent and read. */
export const WELL_FORMED_WEB: Vocabulary = {
  prefix: "wfw",
  namespace: WFW,
  title: "wfw namespace elements",
  url: PAGE,
  formats: ["rss", "rdf", "atom", "entry"],
  elements: { comment: address("comment"), commentRss: address("commentRss"), commentRSS: address("commentRSS") },
  rules: [
    {
      name: "wfw/commentRSS-spelling",
      severity: "warning",
      formats: ["rss", "rdf", "atom", "entry"],
      element: "<wfw:commentRSS>",
      says: "The feed of an item's comments is wfw:commentRss, with one capital",
      ...bestPractice("namespace-elements-wfw-commentrss"),
      mend: "Write <wfw:commentRss>.",
      readers: "Early texts of the module wrote commentRSS; readers that came later may not know it.",
      on: { names: [`${WFW}commentRSS`] },
      check: () => "<wfw:commentRSS> is spelt commentRss",
      fails: withElement("commentRSS"),
      passes: withElement("commentRss"),
    },
  ],
};
