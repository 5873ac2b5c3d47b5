import type { Document, Feed, Format } from "../feed/feed.ts";
import { renderAtom } from "./atom.ts";
import { renderJson } from "./json.ts";
import { renderRss } from "./rss.ts";

const RENDERERS: Record<Format, (feed: Feed) => string> = { rss: renderRss, atom: renderAtom, json: renderJson };

/** A feed as the documents of all formats. The same feed gives the same bytes. */
export const render = (feed: Feed): Document[] =>
  (Object.keys(RENDERERS) as Format[]).map((format) => ({ format, text: RENDERERS[format](feed) }));
