import type { Vocabulary } from "../../declare.ts";
import { ATOM } from "../../namespaces.ts";
import { CONTENT_RULES } from "./content.ts";
import { ATOM_ELEMENTS } from "./elements.ts";
import { ENTRY_RULES } from "./entry.ts";
import { FEED_RULES } from "./feed.ts";
import { WITHIN_ANY } from "./formats.ts";
import { LINK_RULES } from "./link.ts";
import { NAMESPACE_RULES } from "./namespace.ts";
import { REQUIRED_RULES } from "./required.ts";
import { SELF_RULES } from "./self.ts";
import { TEXT_RULES } from "./text.ts";
import { WHITE_SPACE_RULES } from "./white-space.ts";

/** Atom 1.0, and its elements within RSS. */
export const ATOM_VOCABULARY: Vocabulary = {
  prefix: "atom",
  namespace: ATOM,
  title: "Atom 1.0",
  url: "https://www.rfc-editor.org/rfc/rfc4287",
  formats: WITHIN_ANY,
  elements: ATOM_ELEMENTS,
  open: true,
  rules: [
    ...NAMESPACE_RULES,
    ...FEED_RULES,
    ...REQUIRED_RULES,
    ...ENTRY_RULES,
    ...TEXT_RULES,
    ...CONTENT_RULES,
    ...LINK_RULES,
    ...SELF_RULES,
    ...WHITE_SPACE_RULES,
  ],
};
