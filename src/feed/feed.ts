import type { Attachment, Author, Correction, Credit } from "../article/article.ts";

/** A document format, and the extension of its URL. */
export const FORMATS = ["rss", "atom", "json"] as const;
export type Format = (typeof FORMATS)[number];

/**
 * A feed: a definition and its chosen entries, as plain data. Everything a document says stands here, so rendering adds
 * nothing and verification compares with nothing else.
 *
 * | field       | RSS 2.0 channel              | Atom 1.0 feed             | JSON Feed 1.1   |
 * |-------------|------------------------------|---------------------------|-----------------|
 * | id          | –                            | id                        | –               |
 * | title       | title                        | title (text)              | title           |
 * | description | description (plain text)     | subtitle (text)           | description     |
 * | home        | link                         | link rel=alternate        | home_page_url   |
 * | self[f]     | atom:link rel=self, exactly 1 | link rel=self, exactly 1 | feed_url        |
 * | hub         | atom:link rel=hub            | link rel=hub              | hubs (WebSub)   |
 * | language    | language                     | xml:lang on feed          | language        |
 * | updated     | lastBuildDate                | updated                   | –               |
 * | publisher   | –                            | author (name, uri)        | authors         |
 * | rights      | copyright                    | rights                    | _wireproof.rights |
 * | logo        | image url, width, height     | logo                      | –               |
 * | icon        | –                            | icon                      | icon            |
 * | ttl         | ttl (minutes)                | –                         | –               |
 * | stylesheet  | xml-stylesheet instruction   | xml-stylesheet instruction | –              |
 * | history.archive | fh:archive               | fh:archive                | –               |
 * | history.previous | atom:link rel=prev-archive | link rel=prev-archive  | next_url        |
 * | history.next | atom:link rel=next-archive  | link rel=next-archive     | –               |
 * | history.current | atom:link rel=current    | link rel=current          | –               |
 * | published   | pubDate                      | – (updated)               | –               |
 * | partner_logo | snf:logo url                | snf:logo url              | –               |
 */
export interface Feed extends FeedExtras {
  slug: string;
  /** A `tag:` URI. */
  id: string;
  title: string;
  description: string;
  home: string;
  /** The URL of each format's document. */
  self: FormatUrls;
  /** Where subscribers ask to be sent it (WebSub §4). Absent: nobody can subscribe to it. */
  hub?: string;
  /** RFC 5646. */
  language: string;
  /** The newest `updated` of its entries; the site's frozen date where it has none. No clock. */
  updated: string;
  publisher: Author;
  rights?: string;
  /** At most 144 × 400 pixels, as RSS asks; jpg, gif or png. */
  logo?: { url: string; width: number; height: number };
  icon?: string;
  /** Minutes. */
  ttl?: number;
  /** A path on the feed's own host: what a browser that opens the document shows it with. */
  stylesheet?: string;
  history?: History;
  entries: Entry[];
}

/** What a partner's system wants to read of a feed beyond what all readers do; absent elsewhere. */
export interface FeedExtras {
  /** RFC 3339: `updated` once more, where the partner looks for it. */
  published?: string;
  /** The URL of a logo of any size: SmartNews has no limits that RSS has. */
  partner_logo?: string;
}

/** One URL a format. */
export type FormatUrls = Record<Format, string>;

/** Where the rest of the feed's entries stands (RFC 5005 §4). */
export interface History {
  /** This is a page of the archive, not the subscription document. */
  archive: boolean;
  /** The archive's page before. */
  previous?: FormatUrls;
  /** The archive's page after; of the newest page, where that one will be. */
  next?: FormatUrls;
  /** The subscription document. */
  current?: FormatUrls;
}

/**
 * An entry: what every reader sees of an article. It always has `content_html` or `summary`, or both.
 *
 * | field        | RSS 2.0 item                         | Atom 1.0 entry                       | JSON Feed 1.1 item        |
 * |--------------|--------------------------------------|--------------------------------------|---------------------------|
 * | id           | guid isPermaLink=false               | id                                   | id                        |
 * | url          | link                                 | link rel=alternate                   | url                       |
 * | title        | title (plain text)                   | title (text)                         | title                     |
 * | summary      | description (as HTML: escaped text; present and empty where there is none)  | summary (text)                       | summary; content_text too where there is no content_html |
 * | content_html | content:encoded                      | content type=html                    | content_html              |
 * | published    | pubDate (whole seconds)              | published                            | date_published            |
 * | updated      | atom:updated                         | updated (ties broken in µs)          | date_modified             |
 * | authors      | dc:creator each (names); where one has url or email also atom:author (the first) and atom:contributor (the others) | author each (name, uri, email) | authors (name, url); _wireproof.authors where one has an email |
 * | categories   | category each                        | category term                        | tags                      |
 * | section      | – (leads categories)                 | –                                    | _wireproof.section        |
 * | language     | xml:lang on item if not the feed's   | xml:lang on entry if not the feed's  | language if not the feed's |
 * | images       | media:content medium=image url type width height fileSize; media:description, media:credit, media:copyright, mi:hasSyndicationRights, mi:licenseId, mi:licensorName | link rel=enclosure href type length title(caption); the same media:content | image (first), attachments url mime_type size_in_bytes title(caption, where unique in the item); _wireproof.images |
 * | attachments  | enclosure (first attachment, or first image where there is none); media:content each, duration in whole seconds; media:description, media:credit, media:copyright | link rel=enclosure href type length title(caption); the same media:content | attachments url mime_type size_in_bytes duration_in_seconds title(caption, where unique in the item); _wireproof.attachments where one has a caption, a credit or rights |
 * | credit       | source url (dc:source without a url) | link rel=via title (dc:source without a url) | _wireproof.credit |
 * | rights       | dc:rights                            | rights                               | _wireproof.rights         |
 * | corrections  | –                                    | –                                    | _wireproof.corrections    |
 * | short_title  | mi:shortTitle                        | mi:shortTitle                        | _wireproof.short_title    |
 * | modified     | dcterms:modified                     | – (updated)                          | – (date_modified)         |
 * | expires      | dcterms:valid                        | dcterms:valid                        | _wireproof.expires        |
 * | status       | media:status state                   | media:status state                   | _wireproof.status         |
 * | deleted      | dcterms:valid, dcterms:modified      | at:deleted-entry, and no entry       | _wireproof.deleted        |
 *
 * Images come before attachments wherever both make one list.
 */
export interface Entry extends EntryExtras {
  id: string;
  url: string;
  title: string;
  summary?: string;
  content_html?: string;
  published: string;
  updated: string;
  authors: Author[];
  /** The section, then the tags, without repeats. */
  categories: string[];
  section?: string;
  /** Always set: the feed's where the article names none. */
  language: string;
  images: EntryImage[];
  attachments: Attachment[];
  credit?: Credit;
  rights?: string;
  corrections: Correction[];
  /** Set on a notice in feeds for machines: the entry is no more, and why. */
  deleted?: Deletion;
}

/** What a partner's system wants to read of an entry beyond what all readers do; absent elsewhere. */
export interface EntryExtras {
  /** Where the title is longer than the partner shows. */
  short_title?: string;
  /** RFC 3339: `updated` once more, where the partner looks for it. */
  modified?: string;
  /** RFC 3339: the entry is not to be shown after. It lies in the past where the story was taken back. */
  expires?: string;
  /** Set where the story was taken back. */
  status?: "deleted";
}

/** What a partner's system wants to read of an image beyond what all readers do; absent elsewhere. */
export interface ImageExtras {
  /** The partner may show it. */
  syndication_rights?: boolean;
  license_id?: string;
  licensor?: string;
}

/** That an entry is no more (RFC 6721 §3). */
export interface Deletion {
  /** RFC 3339. */
  at: string;
  reason?: string;
}

/** An image whose MIME type is known, or guessed once from its URL, so that all formats agree. */
export interface EntryImage extends ImageExtras {
  url: string;
  type: string;
  width?: number;
  height?: number;
  length?: number;
  caption?: string;
  credit?: string;
  rights?: string;
}

/** The bytes of one format, as text. */
export interface Document {
  format: Format;
  text: string;
}
