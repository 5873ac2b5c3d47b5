import type { Attachment, Author, Correction, Credit } from "../../src/article/article.ts";
import type { Deletion, Entry, EntryExtras, EntryImage, Feed, FeedExtras, ImageExtras } from "../../src/feed/feed.ts";

/** Every field and every subfield there is: a new one in the model does not compile here until it has a value. */
type Full<T> = { [K in keyof T]-?: T[K] };

const author: Full<Author> = {
  name: "Ada Quill & <Sons>",
  url: "https://gazette.example/people/ada?a=1&b=2",
  email: "ada@gazette.example",
};
const credit: Full<Credit> = { name: "Coast & Wire", url: "https://wire.example/s/1?x=1&y=2" };
const image: Full<Omit<EntryImage, keyof ImageExtras>> = {
  url: "https://gazette.example/i/1.jpg?w=1&h=2",
  type: "image/jpeg",
  width: 1200,
  height: 800,
  length: 123456,
  caption: 'The "new" pier <at dawn> & after',
  credit: "Bo Lens",
  rights: "© 2026 Bo & <Sons>",
};
const attachment: Full<Attachment> = {
  url: "https://gazette.example/a/1.mp3",
  type: "audio/mpeg",
  length: 654321,
  duration: 61.5,
  caption: 'The mayor\'s speech, "whole" <& unabridged>',
  credit: "Cy & Radio <Ness>",
  rights: "© 2026 Radio <Ness> & others",
};
const correction: Full<Correction> = { at: "2026-03-01T10:00:00.250Z", note: "An earlier version misspelt <Ellis>." };

export const fullEntry: Full<Omit<Entry, "deleted" | keyof EntryExtras>> = {
  id: "tag:gazette.example,2026:a-1",
  url: "https://gazette.example/2026/pier?from=feed&x=1",
  title: "Pier & <harbour> reopen: 5 > 4",
  summary: "Boats &amp; people return.\nThe <pier> is open.",
  content_html:
    '<p>Boats &#x26; <a href="https://gazette.example/x?a=1&#x26;b=2">people</a> return. ]]&gt;</p><p>Two.</p>',
  published: "2026-03-01T08:00:00Z",
  updated: "2026-03-01T10:00:00.250Z",
  authors: [author, { name: "Bo" }, { name: "Cy", url: "https://gazette.example/people/cy" }],
  categories: ["Local & more", "harbour", "piers"],
  section: "Local & more",
  language: "fr-CA",
  images: [image, { url: "https://gazette.example/i/2.png", type: "image/png", length: 0 }],
  attachments: [attachment, { url: "https://gazette.example/a/2.mp4", type: "video/mp4" }],
  credit,
  rights: "© 2026 Coast & Wire",
  corrections: [correction, { at: "2026-03-01T09:00:00Z", note: "Second." }],
};

/** As little as an entry can be; it shares its `updated` with `plainEntry`. */
export const bareEntry: Entry = {
  id: "https://old.example/?p=7",
  url: "https://gazette.example/2026/brief",
  title: "In brief",
  summary: "In brief",
  published: "2026-02-28T08:00:00Z",
  updated: "2026-02-28T08:00:00Z",
  authors: [],
  categories: [],
  language: "en",
  images: [],
  attachments: [],
  corrections: [],
};

/** A body without a summary, an author without an address, a picture without an attachment, a credit without a URL. */
export const plainEntry: Entry = {
  ...bareEntry,
  id: "tag:gazette.example,2026:a-3",
  url: "https://gazette.example/2026/plain",
  title: "S&amp;P, as written",
  summary: undefined,
  content_html: "<p>Körper 👩‍👩‍👧 &#x26; ünïcödé</p>",
  authors: [{ name: "Dee" }],
  images: [{ url: "https://gazette.example/i/3.jpg", type: "image/jpeg", caption: "Alone" }],
  credit: { name: "Coast Wire" },
};

/** What machines are told of a story that was taken back. */
export const deletedEntry: Entry & { deleted: Full<Deletion> } = {
  ...bareEntry,
  id: "tag:gazette.example,2026:a-4",
  url: "https://gazette.example/2026/mistake",
  title: "Withdrawn",
  summary: undefined,
  content_html: "<p>This story has been withdrawn.</p><p>Reason: wrong &#x26; unfair</p>",
  updated: "2026-03-01T09:30:00Z",
  deleted: { at: "2026-03-01T09:30:00Z", reason: "wrong & unfair" },
};

const archive = (page: number) => ({
  rss: `https://feeds.example/feeds/local/archive/${page}.rss`,
  atom: `https://feeds.example/feeds/local/archive/${page}.atom`,
  json: `https://feeds.example/feeds/local/archive/${page}.json`,
});

export const sampleFeed: Full<Omit<Feed, keyof FeedExtras>> = {
  slug: "local",
  id: "tag:gazette.example,2026:feeds/local",
  title: "Gazette & Co: <local>",
  description: "All the news & views, 1 < 2",
  home: "https://gazette.example/local?a=1&b=2",
  self: {
    rss: "https://feeds.example/feeds/local.rss",
    atom: "https://feeds.example/feeds/local.atom",
    json: "https://feeds.example/feeds/local.json",
  },
  hub: "https://feeds.example/hub?a=1&b=2",
  language: "en",
  updated: "2026-03-01T10:00:00.250Z",
  publisher: { name: "Gazette & Co", url: "https://gazette.example/" },
  rights: "© 2026 Gazette & Co",
  logo: { url: "https://gazette.example/logo.png", width: 144, height: 40 },
  icon: "https://gazette.example/icon.png",
  ttl: 15,
  stylesheet: "/feeds/local.css",
  history: {
    archive: true,
    previous: archive(1),
    next: archive(3),
    current: {
      rss: "https://feeds.example/feeds/main.rss",
      atom: "https://feeds.example/feeds/main.atom",
      json: "https://feeds.example/feeds/main.json",
    },
  },
  entries: [fullEntry, bareEntry, plainEntry],
};

/** No optional field at all. */
export const bareFeed: Feed = {
  ...sampleFeed,
  hub: undefined,
  rights: undefined,
  logo: undefined,
  icon: undefined,
  ttl: undefined,
  stylesheet: undefined,
  history: undefined,
  entries: [bareEntry],
};

/** For machines. */
export const wireFeed: Feed = { ...bareFeed, entries: [bareEntry, deletedEntry] };

/** What partners' systems want to read beyond what all readers do. */
export const extras: { feed: Full<FeedExtras>; entry: Full<EntryExtras>; image: Full<ImageExtras> } = {
  feed: { published: "2026-03-01T10:00:00.250Z", partner_logo: "https://gazette.example/wide.png?a=1&b=2" },
  entry: {
    short_title: "Pier & <harbour>",
    modified: "2026-03-01T10:00:00.250Z",
    expires: "2026-04-01T00:00:00Z",
    status: "deleted",
  },
  image: { syndication_rights: true, license_id: "L-7 & <8>", licensor: "Lens & Sons" },
};

export const partnerFeed: Feed = {
  ...bareFeed,
  ...extras.feed,
  entries: [
    {
      ...bareEntry,
      ...extras.entry,
      language: "fr-CA",
      images: [
        { url: "https://gazette.example/i/1.jpg", type: "image/jpeg", ...extras.image },
        { url: "https://gazette.example/i/2.png", type: "image/png", syndication_rights: false },
      ],
    },
  ],
};
