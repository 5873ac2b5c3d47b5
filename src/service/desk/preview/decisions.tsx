import type { FC } from "hono/jsx";
import type { LineDecision } from "../../../import/source-reading.ts";
import { Table } from "../frame.tsx";

/** Decisions that are shown: as many as one looks through. */
const MAX_DECISIONS = 400;

/** What is shown of a line. Characters. */
const MAX_LINE = 300;

/** The lines of a page's text, and what the parser took each for. */
export const Decisions: FC<{ list: LineDecision[] }> = ({ list }) => (
  <section aria-labelledby="decisions">
    <h2 id="decisions">What each line was taken for</h2>
    <Table label="Lines" head={["Line", "Taken for", "Text"]}>
      {list.slice(0, MAX_DECISIONS).map(({ line, text, as }) => (
        <tr>
          <td class="number">{line}</td>
          <td class={/dropped/.test(as) ? "dropped" : undefined}>{as}</td>
          <td class="value" dir="auto">
            {text.slice(0, MAX_LINE)}
            {text.length > MAX_LINE ? "…" : ""}
          </td>
        </tr>
      ))}
    </Table>
    {list.length > MAX_DECISIONS ? <p class="meta">{list.length - MAX_DECISIONS} more are not shown.</p> : null}
  </section>
);
