import { raw } from "hono/html";
import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import type { Document } from "../../../feed/feed.ts";
import type { Preview } from "../../jobs/preview.ts";
import { FORMAT_NAMES } from "../../pages/feed/formats.tsx";
import type { FeedItem } from "../../pages/feed/items.ts";
import { Byline, storyText } from "../../pages/feed/story.tsx";
import { inLanguage } from "../../pages/frame/language.ts";
import { htmlSize, portions } from "../../pages/frame/portions.ts";
import { Exactly } from "../../pages/frame/time.tsx";
import { Discrepancies } from "../tables/discrepancies.tsx";
import { feedNames } from "./feed-names.ts";

/** What is shown of a document: as much as one reads through. Characters. */
const MAX_DOCUMENT = 60_000;
/** What is shown of a story's text. Bytes. */
const MAX_STORY = 120_000;

/** How feeds show an article: as a reader does, and in all formats side by side. */
export const Outputs: FC<{ site: Site; preview: Preview; first: boolean }> = ({ site, preview, first }) => {
  const { definitions, selected, documents, discrepancies } = preview;
  const [definition] = definitions;
  const names = feedNames(definitions);
  const item = shownItem(documents);
  return (
    <details open={first || discrepancies.length > 0}>
      <summary>
        <h2>
          {selected ? `In ${names}` : `No feed takes it; ${names} would show it so`}:{" "}
          {WORDS[definition?.content ?? "full"]}, {discrepancies.length === 0 ? "reads right" : "would be refused"}
        </h2>
      </summary>
      {discrepancies.length === 0 ? null : <Discrepancies site={site} list={discrepancies} />}
      {item ? <ShownStory site={site} item={item} language={definition?.language ?? site.language} /> : null}
      <p class="meta">The documents as readers would get them, with one entry; line breaks are added here.</p>
      <div class="outputs">
        {documents.map(withLines).map(({ format, text }) => (
          <section aria-label={`${FORMAT_NAMES[format]}, ${names}`}>
            <h3>{FORMAT_NAMES[format]}</h3>
            <pre tabindex={0} dir="ltr">
              {text.slice(0, MAX_DOCUMENT).toWellFormed()}
            </pre>
            {text.length > MAX_DOCUMENT ? (
              <p class="meta">
                The first {MAX_DOCUMENT.toLocaleString("en")} of {text.length.toLocaleString("en")} characters.
              </p>
            ) : null}
          </section>
        ))}
      </div>
    </details>
  );
};

/** A document with line breaks for people; it goes out as one line. */
const withLines = ({ format, text }: Document): Document => ({
  format,
  text: format === "json" ? JSON.stringify(JSON.parse(text), null, 1) : text.replace(/>(?=<)/g, ">\n"),
});

/** How much of a story a feed holds, in words. */
const WORDS = { full: "full text", summary: "summary", headline: "headline" };

/**
 * The item that a reader shows, as the JSON Feed says it and the public pages show it. A notice for machines has none.
 */
export const shownItem = (documents: Document[]): FeedItem | undefined => {
  const text = documents.find(({ format }) => format === "json")?.text;
  return text === undefined ? undefined : (JSON.parse(text) as { items: FeedItem[] }).items[0];
};

/** An article as a reader shows it. */
export const ShownStory: FC<{ site: Site; item: FeedItem; language: string }> = ({ site, item, language }) => {
  const [blocks = [], rest] = portions(storyText(item), htmlSize, MAX_STORY);
  return (
    <article class="full shown" aria-label="As a reader shows it" {...inLanguage(item.language ?? language)}>
      <h3>{item.title}</h3>
      {item.summary && item.summary !== item.title ? <p class="dek">{item.summary}</p> : null}
      <p class="meta">
        <Byline item={item} />
        <span lang="en" dir="ltr">
          <Exactly site={site} at={Date.parse(item.date_published)} />
        </span>
      </p>
      {item.image === undefined || blocks.some((block) => block.includes(item.image ?? "")) ? null : (
        <img src={item.image} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" />
      )}
      <div class="text">{raw(blocks.join("\n"))}</div>
      {rest ? <p class="meta">The text goes on.</p> : null}
    </article>
  );
};
