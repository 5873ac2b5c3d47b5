import type { Document, Feed, Format } from "../feed/feed.ts";
import { renderAtom } from "./atom.ts";
import { renderJson } from "./json.ts";
import type { Rendered } from "./rendered.ts";
import { renderRss } from "./rss.ts";

export type RenderedDocument = Document & Rendered;

const RENDERERS: Record<Format, (feed: Feed) => Rendered> = { rss: renderRss, atom: renderAtom, json: renderJson };

/** A feed as the documents of all formats. The same feed gives the same bytes. */
export const render = (feed: Feed): RenderedDocument[] =>
  (Object.keys(RENDERERS) as Format[]).map((format) => ({ format, ...RENDERERS[format](feed) }));
