import type { Draft, Media } from "../draft.ts";
import type { ImportSource } from "../source.ts";
import { trimmed } from "../values/json.ts";
import { type Person, personWith } from "../values/people.ts";
import { unlessNoText } from "../values/text.ts";
import { ghostBody } from "./body.ts";
import { withHome } from "./home.ts";
import { isTrue } from "./values.ts";
import { keptBack } from "./visibility.ts";

/** A row of Ghost's table `posts`, or a post of its API, whose names are the same. A value may be of any type. */
export type GhostPost = Record<string, unknown>;

/** What stands beside a post: in an export in tables of their own, in the API within it. */
export interface BesidePost {
  /** Of the table `users`, in the order of the byline. */
  authors: GhostPost[];
  /** Of the table `tags`; the first that is no internal one is the primary one. */
  tags: GhostPost[];
  /** Of the table `posts_meta`. */
  meta: GhostPost;
  /** The site's own address, without `/` at its end. */
  home?: string;
  /** The whole site asks for a password. */
  isPrivateSite?: boolean;
  /** Makes HTML of what the post's editors stored: a running Ghost has always done it itself, and its export may hold posts without. */
  render?(post: GhostPost, notes: string[]): string | undefined;
}

/** For search machines, other networks, its theme and its mails: no part of the story. */
const FOR_OTHERS =
  "og_title og_description og_image twitter_title twitter_description twitter_image meta_title meta_description codeinjection_head codeinjection_foot custom_template frontmatter email_subject".split(
    " ",
  );

/** A page is none of the newsroom's stories: About, Contact. Ghost 0.x and 1.x said it with `page`. */
export const isPage = (post: GhostPost): boolean => post.type === "page" || isTrue(post.page);

/** A post of Ghost's to a draft, with the `guid` that Ghost's own feed gives it, which is its id. */
export function toGhostDraft(post: GhostPost, beside: BesidePost, where: string, source: ImportSource): Draft {
  const notes: string[] = [];
  const { home, isPrivateSite, render } = beside;
  const { content, gated } = ghostBody(post, { home, keepsAll: source.publishAll ?? false, render, notes });
  const all = { ...beside.meta, ...withoutNull(post) };
  const [section, ...tags] = beside.tags.flatMap(tagName);
  for (const name of FOR_OTHERS) if (trimmed(all[name])) notes.push(`${name} is left out`);
  return {
    where,
    guid: trimmed(post.id),
    link: addressOf(post, home, notes),
    base: [],
    title: unlessNoText("text", post.title),
    content,
    description: unlessNoText("text", post.custom_excerpt),
    authors: beside.authors.flatMap(toPerson),
    tags,
    section,
    language: trimmed(post.locale),
    media: featureImage(all, home, notes),
    published: trimmed(post.published_at),
    updated: trimmed(post.updated_at),
    ...keptBack(all, { isPrivateSite, gated, now: source.now }),
    notes,
  };
}

const withoutNull = (post: GhostPost): GhostPost =>
  Object.fromEntries(Object.entries(post).filter(([, value]) => value !== null));

/** An author's e-mail address is the one that she signs in with: it is not for readers. */
const toPerson = ({ name, website }: GhostPost): Person[] =>
  [personWith(trimmed(name), trimmed(website), undefined) ?? []].flat();

/** Internal tags, such as `#newsletter`, are for the theme. */
function tagName(tag: GhostPost): string[] {
  const name = trimmed(tag.name);
  return name === undefined || name.startsWith("#") || tag.visibility === "internal" ? [] : [name];
}

/** Before a post is published, the API gives the address of its preview. */
const PREVIEW = /\/(?:p\/[0-9a-f-]{36}|404)\/$/;

/** Its own where the API says it, else by Ghost's default route. */
function addressOf(post: GhostPost, home: string | undefined, notes: string[]): string | undefined {
  const slug = trimmed(post.slug);
  const byRoute = home && slug ? `${home}/${encodeURIComponent(slug.toWellFormed())}/` : undefined;
  const said = trimmed(post.url);
  const own = said === undefined || PREVIEW.test(said) ? byRoute : said;
  const canonical = trimmed(post.canonical_url);
  if (canonical === undefined) return own;
  const first = withHome(canonical, home);
  if (own === undefined || URL.parse(first, own)?.host === URL.parse(own)?.host) return first;
  notes.push("canonical_url is left out: it names another site");
  return own;
}

function featureImage(post: GhostPost, home: string | undefined, notes: string[]): Media[] {
  const url = trimmed(post.feature_image) ?? trimmed(post.image);
  if (url === undefined) return [];
  const caption = trimmed(post.feature_image_caption);
  const alt = trimmed(post.feature_image_alt);
  if (caption && alt) notes.push("feature_image_alt is left out beside its caption");
  return [{ url: withHome(url, home), medium: "image", caption: caption ?? alt }];
}
