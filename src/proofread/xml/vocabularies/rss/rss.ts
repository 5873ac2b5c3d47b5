import type { Vocabulary } from "../../declare.ts";
import { CHANNEL_ELEMENTS } from "./channel.ts";
import { DOUBLE_RULES } from "./doubles.ts";
import { GUID_RULES } from "./guid.ts";
import { IMAGE_ELEMENTS, IMAGE_RULES } from "./image.ts";
import { OWN_ITEM_ELEMENTS } from "./item.ts";
import { ITEM_RULES } from "./items.ts";
import { RSS_REQUIRED_RULES } from "./required.ts";
import { ROOT_RULES } from "./root.ts";
import { RSS_SPEC } from "./sections.ts";
import { SKIP_ELEMENTS, SKIP_RULES } from "./skips.ts";
import { strangerRules } from "./strangers.ts";
import { VERSION_RULES } from "./versions.ts";

const elements = { ...CHANNEL_ELEMENTS, ...OWN_ITEM_ELEMENTS, ...IMAGE_ELEMENTS, ...SKIP_ELEMENTS };

/** RSS 2.0, and 0.91 and 0.92, which are subsets of it. */
export const RSS: Vocabulary = {
  prefix: "rss",
  namespace: "",
  title: "RSS 2.0.11",
  url: RSS_SPEC,
  formats: ["rss"],
  elements,
  rules: [
    ...ROOT_RULES,
    ...RSS_REQUIRED_RULES,
    ...ITEM_RULES,
    ...GUID_RULES,
    ...IMAGE_RULES,
    ...SKIP_RULES,
    ...DOUBLE_RULES,
    ...VERSION_RULES,
    ...strangerRules(Object.keys(elements), ["channel", "item", "image", "textInput", "skipHours", "skipDays"]),
  ],
};
