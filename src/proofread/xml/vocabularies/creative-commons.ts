import type { Vocabulary } from "../declare.ts";
import { ABSOLUTE_URL } from "../forms/addresses.ts";

export const CREATIVE_COMMONS_NAMESPACE = "{http://backend.userland.com/creativeCommonsRssModule}";
export const CC_NAMESPACE = "{http://web.resource.org/cc/}";

/** Under which licenses a feed or an item stands. */
export const CREATIVE_COMMONS: Vocabulary = {
  prefix: "creativeCommons",
  namespace: CREATIVE_COMMONS_NAMESPACE,
  title: "creativeCommons RSS Module",
  url: "https://www.rssboard.org/creative-commons",
  formats: ["rss", "rdf", "atom", "entry"],
  elements: {
    license: {
      in: ["feed", "entry"],
      text: [ABSOLUTE_URL],
      attributes: {},
      example: "<creativeCommons:license>https://creativecommons.org/licenses/by/4.0/</creativeCommons:license>",
    },
  },
};

/** The same in RDF, where a license is described, too. */
export const CC: Vocabulary = {
  prefix: "cc",
  namespace: CC_NAMESPACE,
  title: "RSS 1.0 Modules: Creative Commons",
  url: "https://web.resource.org/rss/1.0/modules/cc/",
  formats: ["rss", "rdf", "atom", "entry"],
  elements: {
    license: {
      in: ["feed", "entry", "image", "source"],
      example: '<cc:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/>',
    },
  },
  aliases: ["{http://creativecommons.org/ns#}"],
  open: true,
};
