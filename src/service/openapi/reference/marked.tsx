import type { FC } from "hono/jsx";

/** A line of Markdown as our descriptions use it: code between backticks, and nothing else. */
export const Marked: FC<{ text: string }> = ({ text }) => (
  <>{text.split("`").map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>
);

/** Paragraphs, and lists with hyphens. */
export const MarkedBlocks: FC<{ text: string }> = ({ text }) => (
  <>
    {text.split("\n\n").map((block) =>
      block.startsWith("- ") ? (
        <ul class="bullets">
          {block.split("\n").map((line) => (
            <li>
              <Marked text={line.slice(2)} />
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <Marked text={block} />
        </p>
      ),
    )}
  </>
);
