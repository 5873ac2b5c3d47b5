import type { Format } from "../feed.ts";
import { valueSlug } from "../value-slug.ts";
import type { Address } from "./address.ts";

/** By what old sites had feeds of parts. */
export type OldFacet = "section" | "tag" | "author";

/** What an old address was the feed of, as far as it says so itself. */
export type OldFeed =
  | { of: "everything"; format: Format }
  | OldValue
  /** Of the comments on a story, where there is a story at this path; else of a value, where one is called so. */
  | { of: "page"; path: string[]; otherwise: OldValue | null }
  /** Of what there is no feed of here, and never will be. */
  | { of: "nothing"; what: Ended };

export interface OldValue {
  of: "value";
  format: Format;
  /** What it may be by now, the likeliest first: what was a category became a section, or else a tag. */
  facets: OldFacet[];
  /** As it stands in the address, decoded. */
  value: string;
  /** Whether that is the value itself, and not what stands for it in addresses. */
  isLabel: boolean;
}

export type Ended = "comments" | "a search" | "a day, month or year" | "a further page";

/** Reads an address as one kind of site has them. Null: it is no feed's of that kind, or does not say which. */
export type ReadOldFeed = (address: Address) => OldFeed | null;

export const ofEverything = (format: Format): OldFeed => ({ of: "everything", format });

export const ofNothing = (what: Ended): OldFeed => ({ of: "nothing", what });

/** The feed of a value by its slug. Null: the text is none, as where it names two values. */
export const bySlug = (facets: OldFacet[], value: string | undefined, format: Format): OldValue | null =>
  value === undefined || !/^[\p{L}\p{N}\p{M}_-]+$/u.test(value) || valueSlug(value) === null
    ? null
    : { of: "value", format, facets, value, isLabel: false };

/** The feed of a value by its very name. */
export const byLabel = (facets: OldFacet[], value: string | undefined, format: Format): OldValue | null =>
  value === undefined || value.trim() === ""
    ? null
    : { of: "value", format, facets, value: value.trim(), isLabel: true };

/** What most sites have, whatever they are made with: categories, tags and authors. */
export const CATEGORY: OldFacet[] = ["section", "tag"];
export const TAG: OldFacet[] = ["tag", "section"];
export const AUTHOR: OldFacet[] = ["author"];
