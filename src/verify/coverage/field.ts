import type { Feed } from "../../feed/feed.ts";
import type { Reader, Value } from "../discrepancy.ts";

/** For each field, as `images.caption`, the places that hold it in a format, or why it has none there. */
export type Coverage<Model> = Record<FieldOf<Model>, Proof<Model>[] | NotCarried>;

export interface Proof<Model> {
  /** The key of a reader's `Places`, as `enclosure@url`. */
  place: string;
  readers: readonly Reader[];
  /** What this place has to say of a feed or an entry, in the form in which readers give it back. */
  stored: (model: Model, feed: Feed) => Value;
}

export interface NotCarried {
  because: string;
}

export const isCarried = <Model>(line: Proof<Model>[] | NotCarried): line is Proof<Model>[] => Array.isArray(line);

/** A feed without its entries, which are proved one by one. */
export type FeedModel = Omit<Feed, "entries">;

/** The names of a model's fields. Of an object, or of a list of objects, each subfield has a name of its own. */
export type FieldOf<Model> = {
  [K in keyof Model & string]-?: Subfield<K, NonNullable<Model[K]>>;
}[keyof Model & string];

type Subfield<K extends string, T> = T extends (infer Item)[]
  ? Subfield<K, Item>
  : T extends object
    ? `${K}.${keyof T & string}`
    : K;

/** One place that holds a field, who proves it, and what it has to say. */
export const proof = <Model>(
  place: string,
  readers: readonly Reader[],
  stored: Proof<Model>["stored"],
): Proof<Model> => ({
  place,
  readers,
  stored,
});

/** For a place that `rss-parser` sees at all: it and the strict reader of our own both prove it. */
export const BOTH = ["rss-parser", "strict-xml"] as const;
export const STRICT_XML = ["strict-xml"] as const;
export const LIBRARY = ["rss-parser"] as const;
export const STRICT_JSON = ["strict-json"] as const;

/** A number as XML holds it: digits. */
export const digits = (count: number | undefined): Value => (count === undefined ? undefined : String(count));
