import { counted } from "../../article/counted.ts";
/** A document as a reader reads it. What it does not read is null. */
export type ReaderView = { refused: string } | ReadFeed;

export interface ReadFeed {
  /** What it says of the document while it reads it all the same. */
  complaint?: string | null;
  title: string | null;
  entries: ReadEntry[];
}

export interface ReadEntry {
  id: string | null;
  title: string | null;
  link: string | null;
  date: string | null;
  author: string | null;
  text: string | null;
  enclosures: string[];
}

/** Reads documents by name. */
export type ReadAll = (documents: Record<string, string>) => Promise<Record<string, ReaderView>>;

/**
 * What a reader makes of a failing document that it does not make of the passing one, in few words: `no date`. Empty where it
 * reads both alike.
 */
export function reactions(passing: ReaderView, failing: ReaderView): string[] {
  if ("refused" in failing) return "refused" in passing ? [] : [`refuses it: ${short(failing.refused)}`];
  if ("refused" in passing) return [];
  return [
    ...(failing.complaint && !passing.complaint ? [`reads it with a complaint: ${short(failing.complaint)}`] : []),
    ...changed("feed's title", passing.title, failing.title),
    ...(failing.entries.length === passing.entries.length
      ? []
      : [`shows ${failing.entries.length} of ${counted(passing.entries.length, "entry", "entries")}`]),
    ...failing.entries.flatMap((entry, index) => entryReactions(passing.entries[index], entry)),
  ];
}

const FIELDS = ["id", "title", "link", "date", "author", "text"] as const;

const entryReactions = (passing: ReadEntry | undefined, failing: ReadEntry): string[] =>
  passing === undefined
    ? []
    : [
        ...FIELDS.flatMap((field) => changed(field, passing[field], failing[field])),
        ...changed("enclosures", passing.enclosures.join(", "), failing.enclosures.join(", ")),
      ];

function changed(field: string, passing: string | null, failing: string | null): string[] {
  if ((passing ?? "") === (failing ?? "")) return [];
  return [failing ? `${field}: ${short(failing)}` : `no ${field}`];
}

/** As much as tells what became of it. */
function short(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
