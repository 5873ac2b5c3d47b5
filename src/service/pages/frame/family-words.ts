import type { Facet, Family } from "../../../feed/family.ts";
import { capital } from "./wording.ts";

const ONE: Record<Facet, string> = {
  section: "section",
  tag: "topic",
  author: "author",
  credit: "agency",
  language: "language",
};

const MANY: Record<Facet, string> = {
  section: "sections",
  tag: "topics",
  author: "authors",
  credit: "agencies",
  language: "languages",
};

/** What a family's feeds are of: "topics", "sections by language". */
export const nounsOf = ({ by: [first = "tag", second] }: Pick<Family, "by">): string =>
  second === undefined ? MANY[first] : `${MANY[first]} by ${ONE[second]}`;

/** What one of them is of: "topic", "section and language". */
export const nounOf = ({ by }: Pick<Family, "by">): string => by.map((facet) => ONE[facet]).join(" and ");

/** The name of a family. */
export const familyName = (family: Pick<Family, "by">): string => capital(nounsOf(family));

/** What a family is for. */
export const invitation = (family: Pick<Family, "by">): string =>
  `A feed of each ${nounOf(family)}: follow the ones that matter to you.`;
