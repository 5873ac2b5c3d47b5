import type { ElementDeclaration, Vocabulary } from "../declare.ts";
import { resourceRules } from "./resource.ts";

export const ADMIN_NAMESPACE = "{http://webns.net/mvcb/}";
const TITLE = "RSS 1.0 Modules: Administrative";
const URL_OF = "https://web.resource.org/rss/1.0/modules/admin/";

const declared = (local: string): ElementDeclaration => ({
  in: ["feed"],
  once: true,
  example: `<admin:${local} rdf:resource="https://gazette.example/press?v=2"/>`,
});
const resource = (local: string) =>
  resourceRules({
    prefix: "admin",
    namespace: ADMIN_NAMESPACE,
    local,
    place: "feed",
    section: `${TITLE}, admin:${local}`,
    url: URL_OF,
  });

/** Who makes a feed, and who is told of its faults. */
export const ADMINISTRATIVE: Vocabulary = {
  prefix: "admin",
  namespace: ADMIN_NAMESPACE,
  title: TITLE,
  url: URL_OF,
  formats: ["rss", "rdf", "atom"],
  elements: { generatorAgent: declared("generatorAgent"), errorReportsTo: declared("errorReportsTo") },
  rules: [...resource("generatorAgent"), ...resource("errorReportsTo")],
};
