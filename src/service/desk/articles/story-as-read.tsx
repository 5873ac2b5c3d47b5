import { raw } from "hono/html";
import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import { toEntry } from "../../../feed/entry.ts";
import { toItem } from "../../pages/feed/items.ts";
import { FullStory, storyText } from "../../pages/feed/story.tsx";
import { inLanguage } from "../../pages/frame/language.ts";
import type { DeskArticle } from "../../store/desk.ts";
import { articlePath } from "../frame.tsx";

/** Of a story's text, the blocks that are shown before one asks for the rest: what can be done stands below. UTF-16 units of HTML. */
const OPENING = 2_000;

/**
 * The story as a feed with full texts gives it to readers: by the code that makes entries and shows them. One that was taken back is
 * its notice.
 */
export const StoryAsRead: FC<{ site: Site; found: DeskArticle }> = ({
  site,
  found: { entryId, article, revision, dates },
}) => {
  const entry = toEntry({ entryId, article, revision, ...dates }, { content: "full", kind: "public" }, site.language);
  const item = toItem(entry);
  const blocks = storyText(item);
  const shown = blocks.slice(0, openingOf(blocks));
  const rest = blocks.slice(shown.length);
  return (
    <div class="as-read">
      <FullStory
        site={site}
        item={item}
        list={articlePath(site, article.id)}
        language={site.language}
        blocks={shown}
        page={1}
        pages={1}
      />
      {rest.length === 0 ? null : (
        <details class="full">
          <summary>The rest of the text</summary>
          <div class="text" {...inLanguage(item.language ?? site.language)}>
            {raw(rest.join("\n"))}
          </div>
        </details>
      )}
    </div>
  );
};

/** How many blocks come first: at least one, however long, and no heading without what it heads. */
function openingOf(blocks: string[]): number {
  let length = 0;
  const over = blocks.findIndex((block) => {
    length += block.length;
    return length > OPENING;
  });
  if (over === -1) return blocks.length;
  const last = blocks.slice(0, over).findLastIndex((block) => !/^<h\d/.test(block));
  return Math.max(1, last + 1);
}
