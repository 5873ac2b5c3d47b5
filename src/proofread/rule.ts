export const SEVERITIES = ["error", "warning", "advice"] as const;

/**
 * - `error`: a specification forbids it.
 * - `warning`: a specification advises against it, or readers are known to stumble over it.
 * - `advice`: in order, and could serve readers better.
 */
export type Severity = (typeof SEVERITIES)[number];

/** What a rule speaks of. `entry` is a document of one Atom entry; `http` is how a document is served. */
export type RuleFormat = "rss" | "rdf" | "atom" | "entry" | "json" | "http";

/** A document as it is served. */
export interface ServedDocument {
  text: string;
  /** Where it came from. */
  url?: string;
  contentType?: string;
  /** Of one of several polls: when it came, in milliseconds since 1970, and as what; 200 is meant where no status stands. */
  at?: number;
  status?: number;
  etag?: string;
  lastModified?: string;
  /** The `Content-Encoding` that it came in. */
  coding?: string;
  /** The validators that its poll sent along. */
  sent?: { etag?: string; lastModified?: string };
  /** Why the poll brought neither a document nor a 304. */
  failure?: string;
  /** What its bytes are, where that is not UTF-8 as it should be. */
  encodedAs?: "windows-1252" | "utf-16le" | "utf-16le without a mark" | "utf-8 with a mark" | "gzip";
}

/** A document, or several that are looked at together: formats of one feed, or polls of one document, in their order. */
export type Example = string | ServedDocument | ServedDocument[];

/** A row of the table of rules: all that there is to know of a rule but how it is checked. */
export interface Rule {
  /** As `rss/guid-permalink`: whose rule it is, what it is about, and what has to be so. Once given, it never changes. */
  name: string;
  severity: Severity;
  formats: readonly RuleFormat[];
  /** As people write it: `<guid>`, `media:content url`, `items[].id`. */
  element: string;
  /** What has to be so, in one sentence. */
  says: string;
  /** The specification and its section. */
  section: string;
  /** Where that section can be read. */
  url: string;
  /** How to mend a document that breaks the rule. */
  mend: string;
  /** What readers are known to make of it. What four of them did with the failing example stands in `readers/`. */
  readers?: string;
  /** A document of which this is found. Other things may be found of it, too. */
  fails: Example;
  /** A document of which this is not found. */
  passes: Example;
}
