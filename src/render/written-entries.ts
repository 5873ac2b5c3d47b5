import type { Entry, Feed } from "../feed/feed.ts";
import type { Parts } from "./rendered.ts";

/**
 * The entries that have been written in one format. What stands in an entry depends on nothing of its feed but the language, so an
 * entry is written once, however many feeds and editions it is in: for as long as it is the same object.
 */
export class WrittenEntries {
  readonly #written = new WeakMap<Entry, { language: string; text: string }>();

  /**
   * The parts of a feed's document.
   *
   * @param write a document with the head of the feed's and just these entries; there is always one
   */
  partsOf(feed: Feed, write: (entries: Entry[]) => Parts): Parts {
    const { entries, language } = feed;
    const fresh = entries.filter((entry) => this.#written.get(entry)?.language !== language);
    const { head, entries: texts, foot } = write([stubOf(feed), ...fresh]);
    for (const [index, entry] of fresh.entries()) this.#written.set(entry, { language, text: texts[index + 1] ?? "" });
    return { head, entries: entries.map((entry) => this.#written.get(entry)?.text ?? ""), foot };
  }
}

/** Stands between a head and a foot, so that they can be told apart, and for all bodies: `feed` declares a namespace where there is one. */
const stubOf = ({ entries }: Feed): Entry => ({
  id: "tag:",
  url: "https://localhost/",
  title: "",
  content_html: entries.some(({ content_html }) => content_html !== undefined) ? "" : undefined,
  published: "1970-01-01T00:00:00Z",
  updated: "1970-01-01T00:00:00Z",
  authors: [],
  categories: [],
  language: "",
  images: [],
  attachments: [],
  corrections: [],
});
