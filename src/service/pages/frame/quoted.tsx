import type { FC } from "hono/jsx";
import type { Quote } from "../../../article/quote.ts";

/** A piece of a text in which words were found, with these marked. */
export const Quoted: FC<Quote> = ({ text, marks }) => (
  <>
    {marks.map(([start, end], index) => (
      <>
        {text.slice(marks[index - 1]?.[1] ?? 0, start)}
        <mark>{text.slice(start, end)}</mark>
      </>
    ))}
    {text.slice(marks.at(-1)?.[1] ?? 0)}
  </>
);
