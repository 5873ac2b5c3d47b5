import type { FC } from "hono/jsx";
import { LINE_FATES, type LineFate, type LineFates } from "../../../import/line-fate.ts";
import type { LineDecision } from "../../../import/source-reading.ts";
import { Table } from "../frame.tsx";

/** Decisions that are shown: as many as one looks through. */
const MAX_DECISIONS = 400;

/** What is shown of a line. Characters. */
const MAX_LINE = 300;

const NAMES: Record<LineFate, string> = {
  headline: "headline",
  story: "story",
  subheading: "subheading",
  caption: "caption",
  none: "not of the story",
};

/** The lines of a page's text, what the parser took each for, and, in the given form, what an editor says that it is. */
export const Decisions: FC<{ list: LineDecision[]; said: LineFates; form: string }> = ({ list, said, form }) => (
  <section aria-labelledby="decisions">
    <h2 id="decisions">What each line was taken for</h2>
    <Table label="Lines" head={["Line", "Taken for", "It is", "Text"]}>
      {list.slice(0, MAX_DECISIONS).map(({ line, text, as }) => (
        <tr>
          <td class="number">{line}</td>
          <td class={/dropped/.test(as) ? "dropped" : undefined}>{as}</td>
          <td>
            <select name={`line-${line}`} form={form} aria-label={`Line ${line} is`}>
              <option value="">as taken</option>
              {LINE_FATES.map((fate) => (
                <option value={fate} selected={said[line] === fate}>
                  {NAMES[fate]}
                </option>
              ))}
            </select>
          </td>
          <td class="value" dir="auto">
            {text.slice(0, MAX_LINE)}
            {text.length > MAX_LINE ? "…" : ""}
          </td>
        </tr>
      ))}
    </Table>
    {list.length > MAX_DECISIONS ? <p class="meta">{list.length - MAX_DECISIONS} more are not shown.</p> : null}
    <p class="actions">
      <button type="submit" form={form}>
        Read it again
      </button>
    </p>
  </section>
);

/** What an editor said of lines, by the fields of the form. */
export const fatesIn = (fields: [string, unknown][]): LineFates =>
  Object.fromEntries(
    fields.flatMap(([name, value]): [number, LineFate][] => {
      const line = /^line-(\d{1,6})$/.exec(name)?.[1];
      const fate = LINE_FATES.find((one) => one === value);
      return line === undefined || fate === undefined ? [] : [[Number(line), fate]];
    }),
  );
