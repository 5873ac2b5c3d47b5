/**
 * What each partner may have, by a model that shares nothing with the service: stories as a newsroom would keep them in a
 * notebook, and the rules of their contracts and of their systems in plain words.
 */

/** One story, as its desk sees it. Times are milliseconds. */
export interface Story {
  id: string;
  /** Counts what was sent to the service, from 1. */
  revision: number;
  sport: boolean;
  published: number;
  updated: number;
  /** `all`, `none`, or names. */
  allow: "all" | "none" | string[];
  shortFor: string[];
  embargo: Record<string, number>;
  until?: number;
  pictures: { name: string; allow?: "all" | "none" | string[] }[];
  /** What makes it unfit for some partners' systems. */
  oddity?: Oddity;
  retracted?: number;
  /** It was taken back before any document had shown it: then nobody hears of it. */
  unseen?: boolean;
}

/** A title of a few words; a link with the newsroom's own tracking; another language; nothing but a picture. */
export const ODDITIES = ["brief", "tracked", "german", "mute"] as const;
type Oddity = (typeof ODDITIES)[number];

export interface Contract {
  partner: "wire" | "msn" | "smartnews" | "flipboard" | "apple";
  /** What its system reads. */
  format: "rss" | "atom" | "json";
  sportOnly?: boolean;
  most: number;
  credit?: boolean;
  /** What its system takes nothing of. */
  refuses: Oddity[];
  /** It takes no story of which it may have the summary only. */
  fullOnly?: boolean;
}

export const CONTRACTS: Contract[] = [
  { partner: "wire", format: "atom", most: 20, refuses: [] },
  { partner: "msn", format: "rss", most: 12, sportOnly: true, refuses: ["brief", "german"], fullOnly: true },
  { partner: "smartnews", format: "rss", most: 20, refuses: ["tracked"], fullOnly: true },
  { partner: "flipboard", format: "rss", most: 15, credit: true, refuses: [], fullOnly: true },
  { partner: "apple", format: "rss", most: 8, refuses: ["mute"] },
];

/** The word by which a revision of a story is known wherever it turns up. */
export const mark = ({ id, revision }: Story): string => `${id}r${revision}.`;

const includes = (allow: Story["allow"] | undefined, partner: string): boolean =>
  allow === undefined || allow === "all" || (allow !== "none" && allow.includes(partner));

const isFor = (story: Story, { partner, sportOnly }: Contract): boolean =>
  includes(story.allow, partner) && (!sportOnly || story.sport);

/** Whether a partner may see a story at a time. */
export const may = (story: Story, contract: Contract, now: number): boolean =>
  story.retracted === undefined &&
  isFor(story, contract) &&
  story.published <= now &&
  (story.embargo[contract.partner] ?? 0) <= now &&
  (story.until === undefined || story.until > now);

/** Whether its system takes a story that it may see. */
export const takes = (story: Story, { partner, refuses, fullOnly }: Contract): boolean =>
  (story.oddity === undefined || !refuses.includes(story.oddity)) && !(fullOnly && story.shortFor.includes(partner));

/** Whether a partner is told that a story was taken back: it may have seen it. */
const isTold = (story: Story, contract: Contract): boolean =>
  story.retracted !== undefined &&
  !story.unseen &&
  isFor(story, contract) &&
  Math.max(story.published, story.embargo[contract.partner] ?? 0) < story.retracted;

/**
 * What stands in a partner's document: the newest that it may see or be told of, as many as it takes, without what its system
 * does not take. Newest first; of one time, the later name first.
 */
export const expected = (stories: Story[], contract: Contract, now: number): Story[] =>
  stories
    .filter((story) => may(story, contract, now) || isTold(story, contract))
    .sort((a, b) => newAt(b, contract.partner) - newAt(a, contract.partner) || (a.id < b.id ? 1 : -1))
    .slice(0, contract.most)
    .filter((story) => story.retracted !== undefined || takes(story, contract));

/** When a partner sees it as new: its own embargo makes it new, and so does being taken back. */
const newAt = ({ retracted, updated, embargo }: Story, partner: string): number =>
  retracted ?? Math.max(updated, embargo[partner] ?? 0);

const figure = (name: string): string =>
  `<figure><img src="https://gazette.example/${name}.jpg"><figcaption>Caption of ${name}</figcaption></figure>`;

const titleOf = (story: Story): string =>
  `Title${story.oddity === "brief" ? "" : " of the whole story"} ${mark(story)}`;
const linkOf = ({ id, oddity }: Story): string =>
  `https://gazette.example/${id}${oddity === "tracked" ? "?utm_campaign=spring" : ""}`;
const summaryOf = (story: Story): string | undefined =>
  story.oddity === "mute" ? undefined : `Summary ${mark(story)}`;
const textOf = (story: Story): string =>
  story.oddity === "mute" ? '<p><img src="https://gazette.example/mute.jpg" alt=""></p>' : `<p>Text ${mark(story)}</p>`;

/** As the desk sends it. */
export const toArticle = (story: Story): { id: string } & Record<string, unknown> => ({
  id: story.id,
  url: linkOf(story),
  title: titleOf(story),
  summary: summaryOf(story),
  language: story.oddity === "german" ? "de" : undefined,
  content_html: textOf(story) + story.pictures.map(({ name }) => figure(name)).join(""),
  section: story.sport ? "Sport" : "News",
  images: story.pictures.map(({ name, allow }) => ({
    url: `https://gazette.example/${name}.jpg`,
    caption: `Caption of ${name}`,
    syndication: allow,
  })),
  syndication: {
    allow: story.allow,
    summary_only: story.shortFor,
    embargo: Object.fromEntries(Object.entries(story.embargo).map(([name, at]) => [name, new Date(at).toISOString()])),
    until: story.until === undefined ? undefined : new Date(story.until).toISOString(),
  },
  published_at: new Date(story.published).toISOString(),
  updated_at: new Date(story.updated).toISOString(),
});

/** An entry, as a partner's system reads it. Times are whole seconds. */
export interface Seen {
  title: string;
  body: string;
  summary: string;
  pictures: string[];
  url: string;
  published: number;
  updated: number;
  /** MSN: `dcterms:modified` and the end of `dcterms:valid`. */
  modified?: number;
  ends?: number;
  /** How it is told that the story was taken back. */
  deleted?: "tombstone" | "status";
}

const seconds = (time: number): number => Math.floor(time / 1000);

/** What a partner sees of a story that it may see. */
export function sees(story: Story, { partner, credit }: Contract): Seen {
  const link = linkOf(story);
  const url = credit ? `${link}${link.includes("?") ? "&" : "?"}ref=${partner}` : link;
  const html = url.replace("&", "&amp;");
  const line = credit ? `<p>From The Test Gazette: <a href="${html}">${html}</a></p>` : "";
  const pictures = story.pictures.filter(({ allow }) => includes(allow, partner)).map(({ name }) => name);
  const isFull = !story.shortFor.includes(partner);
  const updated = seconds(newAt(story, partner));
  return {
    title: titleOf(story),
    body: isFull ? textOf(story) + pictures.map(figure).join("") + line : "",
    // Flipboard's is taken from the text, where there is none; of a mere picture that is the credit.
    summary: summaryOf(story) ?? (credit ? `From The Test Gazette: ${url}` : ""),
    pictures,
    url,
    // SmartNews looks again at an item whose date has changed.
    published: partner === "smartnews" ? updated : seconds(story.published),
    updated,
    ...(partner === "msn" && { modified: updated }),
    ...(partner === "msn" && story.until !== undefined && { ends: seconds(story.until) }),
  };
}

/** What a partner's system is told of a story that was taken back, which says nothing of what it was. */
export function seesOfRetracted(story: Story, { partner }: Contract): Partial<Seen> {
  if (partner === "wire") return { title: "", deleted: "tombstone" };
  const at = seconds(story.retracted ?? Number.NaN);
  if (partner === "msn") return { title: "This story has been withdrawn by the publisher.", modified: at, ends: at };
  if (partner === "smartnews") return { title: "Withdrawn", published: at, deleted: "status" };
  return { title: "Withdrawn", updated: at };
}
