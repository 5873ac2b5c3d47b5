/**
 * The article: what the newsroom stored. Its JSON is the public interface, so the field names are the wire's.
 *
 * Every value here has already been parsed (`parse.ts`): text is well-formed Unicode without control characters,
 * trimmed, and single-line where a line is meant; URLs are absolute, percent-encoded ASCII; times are RFC 3339 in UTC
 * (`2026-03-01T08:00:00Z`, with `.mmm` only where milliseconds are not zero); `content_html` is cleaned and absolute.
 */
export interface Article {
  /** The newsroom's own, permanent. */
  id: string;
  url: string;
  /** Plain text, one line. */
  title: string;
  /** Plain text; paragraphs may be parted by newlines. */
  summary?: string;
  /** Clean HTML, never empty of text, images and media alike; `""` where there is no body. */
  content_html: string;
  authors: Author[];
  section?: string;
  tags: string[];
  /** RFC 5646. */
  language?: string;
  /** Place and agency, without the dash: `PORT ELLIS (Coast Wire)`. */
  dateline?: string;
  credit?: Credit;
  images: Image[];
  attachments: Attachment[];
  /** For people: `© 2026 The Harbour Gazette`. */
  rights?: string;
  syndication?: Syndication;
  published_at: string;
  updated_at?: string;
  embargo_until?: string;
  expires_at?: string;
  corrections: Correction[];
  status: Status;
  /** Why a canceled article was withdrawn. */
  reason?: string;
  /** An old feed's id, kept as the entry's id. */
  guid?: string;
  /** Says of a change that readers need not look again for it. It is not the article's, and so never stored. */
  minor?: boolean;
}

/** IPTC pubStatus (ninjs 1.3), and `draft`: what nobody has published yet. */
export const STATUSES = ["usable", "withheld", "canceled", "draft"] as const;

export type Status = (typeof STATUSES)[number];

export interface Author {
  name: string;
  url?: string;
  email?: string;
}

/** Who the story came from. */
export interface Credit {
  name: string;
  url?: string;
}

export interface Image {
  url: string;
  /** MIME type. */
  type?: string;
  /** Pixels. */
  width?: number;
  height?: number;
  /** Bytes. */
  length?: number;
  caption?: string;
  credit?: string;
  /** For people: `© 2026 Ada Lens`. */
  rights?: string;
  /** To which partners the image may go. Absent: to those that may have the article. */
  syndication?: Allowance;
  license?: License;
}

/** The licence under which an agency gave an image: partners who pay the agency ask for it. */
export interface License {
  /** The licence's number at the agency. */
  id?: string;
  /** The agency's name. */
  licensor?: string;
}

export interface Attachment {
  url: string;
  /** MIME type. */
  type: string;
  /** Bytes. */
  length?: number;
  /** Seconds. */
  duration?: number;
  caption?: string;
  credit?: string;
  /** For people: `© 2026 Ada Lens`. */
  rights?: string;
}

export interface Correction {
  at: string;
  note: string;
}

/** To which partners something may go; those are listed by their slugs. */
export type Allowance = "all" | "none" | string[];

/** What partners may do with an article. Absent: every partner whose feed selects it may have it, as the feed shows it. */
export interface Syndication {
  allow: Allowance;
  /** Partners that get no body. */
  summary_only?: string[];
  /** Embargoes of single partners, by slug: RFC 3339. They come on top of the article's own, which holds for all. */
  embargo?: Record<string, string>;
  /** When the licence ends, for every partner. */
  until?: string;
}
