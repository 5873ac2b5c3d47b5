import type { Entry, Format } from "../../feed/feed.ts";
import type { Places } from "../read/reading.ts";
import { ATOM_COVERAGE } from "./atom.ts";
import type { Coverage, FeedModel } from "./field.ts";
import { JSON_COVERAGE } from "./json.ts";
import { RSS_COVERAGE } from "./rss.ts";

/**
 * Which reader proves which field, in each format. Verification walks this table and compares nothing else, so a line that
 * is missing is a field that nobody proves: the type asks every format for every field of the model, with its subfields.
 */
export const COVERAGE: Record<Format, { feed: Coverage<FeedModel>; entry: Coverage<Entry> }> = {
  rss: RSS_COVERAGE,
  atom: ATOM_COVERAGE,
  json: JSON_COVERAGE,
};

/** What a document says of itself rather than of the feed, as the strict readers see it. */
export const CONSTANTS: Record<Format, Places> = {
  rss: { "rss@version": "2.0" },
  atom: {},
  json: { version: "https://jsonfeed.org/version/1.1" },
};
