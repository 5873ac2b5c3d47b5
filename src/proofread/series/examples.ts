import type { ServedDocument } from "../rule.ts";
import { ATOM, namespaceOf } from "../xml/namespaces.ts";

interface ExampleEntry {
  /** What its address and its id end with. */
  name: string;
  id?: string;
  url?: string;
  title?: string;
  /** As `06:00`, of the day of the examples, or a whole date. */
  published?: string;
  updated?: string;
  text?: string;
}

/** The day of the examples. */
const DAY = "2026-03-13";

const instant = (time: string): string => (time.length === 5 ? `${DAY}T${time}:00Z` : time);

/** A small Atom document. @param note stands in a comment */
export function paperOf(entries: ExampleEntry[], { updated = "06:00", note = "" } = {}): string {
  const written = entries.map(({ name, ...entry }) => {
    const { id = `tag:gazette.example,2026:${name}`, url = `https://gazette.example/${name}` } = entry;
    const { title = `News of the ${name}`, published = "06:00", text = `All of the ${name}.` } = entry;
    return `  <entry>
    <id>${id}</id>
    <title>${title}</title>
    <link href="${url}"/>
    <published>${instant(published)}</published>
    <updated>${instant(entry.updated ?? published)}</updated>
    <summary>${text}</summary>
  </entry>
`;
  });
  return `<feed xmlns="${namespaceOf(ATOM)}" xml:lang="en">
  <id>tag:gazette.example,2026:feed</id>
  <title>The Harbour Gazette</title>
  <updated>${instant(updated)}</updated>
  <author><name>Ada Quayle</name></author>
  <link rel="self" href="https://gazette.example/feed.atom"/>
${written.join("")}</feed>
${note && `<!-- ${note} -->\n`}`;
}

/** The same in JSON Feed. */
export const jsonPaperOf = (names: string[]): string =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "The Harbour Gazette",
    items: names.map((name) => ({
      id: `tag:gazette.example,2026:${name}`,
      url: `https://gazette.example/${name}`,
      title: `News of the ${name}`,
      content_text: `All of the ${name}.`,
      date_published: instant("06:00"),
    })),
  });

/** A poll of the examples: a document, or nothing that has changed. */
export const pollAt = (time: string, text: string | 304, facts: Partial<ServedDocument> = {}): ServedDocument => ({
  ...(text === 304 ? { status: 304, text: "" } : { text }),
  ...{ at: Date.parse(instant(time)), url: "https://gazette.example/feed.atom", ...facts },
});
