import { raw } from "hono/html";
import type { FC } from "hono/jsx";
import type { Correction } from "../../../article/article.ts";
import { htmlToText } from "../../../article/html/text.ts";
import { onceEach } from "../../../article/once-each.ts";
import type { Site } from "../../../feed/definition.ts";
import type { EntryImage } from "../../../feed/feed.ts";
import { entryPath, hostOf } from "../frame/addresses.ts";
import { inLanguage } from "../frame/language.ts";
import { textSize } from "../frame/portions.ts";
import { Exactly, When } from "../frame/time.tsx";
import { guestHtml } from "./content.ts";
import { changedAt, DEK_LENGTH, dekOf, type FeedItem } from "./items.ts";

interface StoryProps {
  site: Site;
  item: FeedItem;
  /** The address of the page that lists the story. */
  list: string;
  /** The feed's language, which is the story's where that names none. */
  language: string;
  now: number;
}

/** A story in a list, as a reader shows it. */
export const Story: FC<StoryProps> = ({ site, item, list, language, now }) => {
  const dek = dekOf(item);
  return (
    <article class="story" {...inLanguage(item.language ?? language)}>
      <div>
        <h3>
          <a href={entryPath(list, item.id)}>{item.title}</a>
        </h3>
        {dek === "" ? null : <p class="dek">{dek}</p>}
        <p class="meta">
          <Byline item={item} />
          <span lang="en" dir="ltr">
            <When site={site} at={Date.parse(item.date_published)} now={now} />
            {item.content_html === undefined ? null : " · full text"}
          </span>
        </p>
      </div>
      {item.image === undefined ? null : (
        <img src={item.image} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" />
      )}
    </article>
  );
};

/** What a story's markup takes in a list, around its words. Bytes. */
const STORY_BYTES = 620;

/** The bytes that a story takes in a list, reckoned without making its HTML: rather too many than too few. */
export const storySize = ({ id, title, summary, content_html, image = "", authors = [] }: FeedItem): number =>
  STORY_BYTES +
  textSize(title) +
  (summary ? textSize(summary.slice(0, DEK_LENGTH)) : DEK_LENGTH * bytesPerCharacter(content_html)) +
  encodeURIComponent(id).length +
  textSize(image) +
  authors.reduce((sum, { name }) => sum + textSize(name) + 2, 0);

/** UTF-8 takes three bytes for most characters above U+0800, which UTF-16 counts as one. */
const bytesPerCharacter = (html = ""): number => (/[\u0800-\uffff]/.test(html.slice(0, 1_000)) ? 3 : 2);

/** Who wrote a story. */
export const Byline: FC<{ item: FeedItem }> = ({ item: { authors } }) =>
  authors ? <span class="byline">{authors.map(({ name }) => name).join(", ")}</span> : null;

/** The blocks of a story's text, as HTML; none where the feed holds summaries or headlines only. */
export const storyText = onceEach(({ content_html }: FeedItem): string[] =>
  content_html === undefined ? [] : guestHtml(content_html),
);

/** A story's own page: all that the feed says of it. Long texts come in several pages, the first with all around it. */
export const FullStory: FC<Omit<StoryProps, "now"> & { blocks: string[]; page: number; pages: number }> = ({
  site,
  item,
  language,
  blocks,
  page,
  pages,
}) => {
  const changed = changedAt(item);
  const { images = [], credit, rights } = item._wireproof ?? {};
  const untold = untoldCorrections(item);
  return (
    <article class="full" {...inLanguage(item.language ?? language)}>
      <h1>{item.title}</h1>
      {page === 1 && item.summary && item.summary !== item.title ? <p class="dek">{item.summary}</p> : null}
      <p class="meta">
        <Byline item={item} />
        <span lang="en" dir="ltr">
          <Exactly site={site} at={Date.parse(item.date_published)} />
          {changed === undefined ? null : (
            <>
              {" "}
              · changed <Exactly site={site} at={changed} />
            </>
          )}
        </span>
      </p>
      {page === 1 && untold.length > 0 ? (
        <div class="corrections">
          {untold.map(({ at, note }) => (
            <p>
              <b lang="en">Correction, </b>
              <Exactly site={site} at={Date.parse(at)} />: {note}
            </p>
          ))}
        </div>
      ) : null}
      {page === 1 ? images.filter(({ url }) => !isShown(url, blocks)).map((image) => <Picture image={image} />) : null}
      <div class="text">{raw(blocks.join("\n"))}</div>
      {page === pages ? <Files item={item} /> : null}
      <p class="meta">
        {credit ? <span>{credit.url ? <a href={credit.url}>{credit.name}</a> : credit.name}</span> : null}
        {rights ? <span>{rights}</span> : null}
        <a lang="en" href={item.url} rel="noopener">
          Read it on {hostOf(item.url)}
        </a>
      </p>
    </article>
  );
};

/** The corrections that neither its text nor its summary tells: most feeds have them there (`feed/entry.ts`). */
const untoldCorrections = onceEach(({ summary = "", content_html = "", _wireproof }: FeedItem): Correction[] => {
  const { corrections = [] } = _wireproof ?? {};
  const told = corrections.length === 0 ? "" : `${summary} ${htmlToText(content_html)}`.replace(/\s+/g, " ");
  return corrections.filter(({ note }) => !told.includes(note.replace(/\s+/g, " ")));
});

/** Whether the text shows a picture itself, as it often does with the article's own. */
const isShown = (url: string, blocks: string[]): boolean => blocks.some((block) => block.includes(url));

const Picture: FC<{ image: EntryImage }> = ({ image: { url, caption, credit, rights } }) => (
  <figure>
    <img src={url} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" />
    {caption || credit || rights ? <figcaption>{inOneLine(caption, credit, rights)}</figcaption> : null}
  </figure>
);

const inOneLine = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(" · ");

/** Links to a story's attachments; its pictures are shown already. */
const Files: FC<{ item: FeedItem }> = ({ item }) => {
  const pictures = new Set(item._wireproof?.images?.map(({ url }) => url));
  const described = new Map(item._wireproof?.attachments?.map((file) => [file.url, file]));
  const files = (item.attachments ?? []).filter(({ url }) => !pictures.has(url));
  return files.length === 0 ? null : (
    <ul class="files">
      {files.map(({ url, mime_type }) => {
        const { caption, credit, rights } = described.get(url) ?? {};
        return (
          <li>
            <a href={url} rel="noopener">
              {caption ?? decodeURIComponentSafely(new URL(url).pathname.split("/").at(-1) || url)}
            </a>{" "}
            <span class="meta">{inOneLine(credit, rights, mime_type)}</span>
          </li>
        );
      })}
    </ul>
  );
};

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
