import type { Feed } from "../../feed/feed.ts";
import type { Reader, Value } from "../discrepancy.ts";

/** One line a field, as `images.caption`: the places that hold it in a format, or why it has none there. */
export type Coverage<Model> = Record<FieldOf<Model>, Proof<Model>[] | NotCarried>;

export interface Proof<Model> {
  /** As the readers name it. */
  place: string;
  readers: readonly Reader[];
  /** What this place has to say. */
  stored: (model: Model, feed: Feed) => Value;
}

export interface NotCarried {
  because: string;
}

export const isCarried = <Model>(line: Proof<Model>[] | NotCarried): line is Proof<Model>[] => Array.isArray(line);

/** A feed without its entries, which are proved one by one. */
export type FeedModel = Omit<Feed, "entries">;

/** A model's fields; those of an object or of a list of objects one by one. */
export type FieldOf<Model> = {
  [K in keyof Model & string]-?: Subfield<K, NonNullable<Model[K]>>;
}[keyof Model & string];

type Subfield<K extends string, T> = T extends (infer Item)[]
  ? Subfield<K, Item>
  : T extends object
    ? `${K}.${keyof T & string}`
    : K;

/** A field in a place. */
export const proof = <Model>(
  place: string,
  readers: readonly Reader[],
  stored: Proof<Model>["stored"],
): Proof<Model> => ({
  place,
  readers,
  stored,
});

/** Both a reader of the world and a strict one of ours, where the former sees the place at all. */
export const BOTH = ["rss-parser", "strict-xml"] as const;
export const STRICT_XML = ["strict-xml"] as const;
export const LIBRARY = ["rss-parser"] as const;
export const STRICT_JSON = ["strict-json"] as const;

/** An attribute's or element's text for a number. */
export const digits = (count: number | undefined): Value => (count === undefined ? undefined : String(count));
