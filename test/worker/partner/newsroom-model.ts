/**
 * What each partner may have, by a model that shares nothing with the service: stories as a newsroom would keep them in a
 * notebook, and the rules of their contracts in plain words.
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
  retracted: boolean;
}

export interface Contract {
  partner: string;
  sportOnly?: boolean;
  gets: "full" | "summary" | "headline";
  most: number;
  credit?: boolean;
}

export const CONTRACTS: Contract[] = [
  { partner: "wire", gets: "full", most: 20 },
  { partner: "radio", gets: "full", most: 12, sportOnly: true },
  { partner: "paper", gets: "summary", most: 20 },
  { partner: "portal", gets: "full", most: 15, credit: true },
  { partner: "app", gets: "headline", most: 8 },
];

/** The word by which a revision of a story is known wherever it turns up. */
export const mark = ({ id, revision }: Story): string => `${id}r${revision}.`;

const includes = (allow: Story["allow"] | undefined, partner: string): boolean =>
  allow === undefined || allow === "all" || (allow !== "none" && allow.includes(partner));

/** Whether a partner may see a story at a time. */
export const may = (story: Story, { partner, sportOnly }: Contract, now: number): boolean =>
  !story.retracted &&
  includes(story.allow, partner) &&
  (!sportOnly || story.sport) &&
  story.published <= now &&
  (story.embargo[partner] ?? 0) <= now &&
  (story.until === undefined || story.until > now);

const figure = (name: string): string =>
  `<figure><img src="https://gazette.example/${name}.jpg"><figcaption>Caption of ${name}</figcaption></figure>`;

/** As the desk sends it. */
export const toArticle = (story: Story): { id: string } & Record<string, unknown> => ({
  id: story.id,
  url: `https://gazette.example/${story.id}`,
  title: `Title ${mark(story)}`,
  summary: `Summary ${mark(story)}`,
  content_html: `<p>Text ${mark(story)}</p>${story.pictures.map(({ name }) => figure(name)).join("")}`,
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

export interface Seen {
  title: string;
  body?: string;
  summary: string;
  pictures: string[];
  url: string;
}

/** What a partner sees of a story that it may see. */
export function sees(story: Story, { partner, gets, credit }: Contract): Seen {
  const link = `https://gazette.example/${story.id}`;
  const url = credit ? `${link}?utm_source=${partner}` : link;
  const line = credit ? `<p>From The Test Gazette: <a href="${url}">${url}</a></p>` : "";
  const pictures =
    gets === "headline" ? [] : story.pictures.filter(({ allow }) => includes(allow, partner)).map(({ name }) => name);
  const title = `Title ${mark(story)}`;
  const full = gets === "full" && !story.shortFor.includes(partner);
  const summary = gets === "headline" ? title : `Summary ${mark(story)}`;
  return {
    title,
    body: full ? `<p>Text ${mark(story)}</p>${pictures.map(figure).join("")}${line}` : undefined,
    summary: full || !credit ? summary : `${summary} From The Test Gazette: ${url}`,
    pictures,
    url,
  };
}

/** When a partner sees it as new: its own embargo makes it new. */
const newAt = (story: Story, partner: string): number => Math.max(story.updated, story.embargo[partner] ?? 0);

/** Newest first; of one time, the later name first. */
export const inOrder = (stories: Story[], { partner }: Contract): Story[] =>
  stories.toSorted((a, b) => newAt(b, partner) - newAt(a, partner) || (a.id < b.id ? 1 : -1));
