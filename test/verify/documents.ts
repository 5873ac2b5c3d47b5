import { readFileSync } from "node:fs";
import { type Document, FORMATS, type Format } from "../../src/feed/feed.ts";
import { render } from "../../src/render/render.ts";
import { partnerFeed, sampleFeed, wireFeed } from "./sample.ts";

/** `sampleFeed` as a person wrote it down from the model's tables, and as our own renderer writes it. */
export const sources: Record<string, Document[]> = {
  "written by hand": FORMATS.map((format) => ({
    format,
    text: readFileSync(new URL(`golden/local.${format}`, import.meta.url), "utf8"),
  })),
  rendered: render(sampleFeed),
};

/** `wireFeed`, written by hand and rendered. */
export const wireSources: Record<string, Document[]> = {
  "written by hand": FORMATS.map((format) => ({
    format,
    text: readFileSync(new URL(`golden/wire.${format}`, import.meta.url), "utf8"),
  })),
  rendered: render(wireFeed),
};

/** `partnerFeed`, written by hand and rendered. */
export const partnerSources: Record<string, Document[]> = {
  "written by hand": FORMATS.map((format) => ({
    format,
    text: readFileSync(new URL(`golden/partner.${format}`, import.meta.url), "utf8"),
  })),
  rendered: render(partnerFeed),
};

export const golden = (format: Format): string =>
  sources["written by hand"]?.find((one) => one.format === format)?.text ?? "";

/** The document with a text in it replaced; a text that is not there, or stands there twice, is a broken test. */
export function replace(text: string, search: string, replacement: string): string {
  if (text.split(search).length !== 2) throw new Error(`"${search}" does not stand in the document just once`);
  return text.replace(search, () => replacement);
}
