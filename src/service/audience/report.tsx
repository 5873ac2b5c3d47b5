import type { FC } from "hono/jsx";
import { polls, type Sums } from "../../audience/count-record.ts";
import { foldQuiet } from "../../audience/quiet-days.ts";
import type { Summary } from "../../audience/summary.ts";
import { Bars, Legend, StackedColumns } from "./charts.tsx";
import { inBytes, inDigits, inPercent } from "./figures.ts";

/** Products that the chart shows; the table shows more. */
const MAX_BARS = 12;
/** Products that the table shows, so that the page stays small; the API has all. */
const MAX_PRODUCTS = 40;

const STATUSES: [keyof Sums, string][] = [
  ["polls_200", "whole (200)"],
  ["polls_226", "delta (226)"],
  ["polls_304", "unchanged (304)"],
  ["polls_other", "other"],
];

const BYTES: [keyof Sums, string][] = [
  ["bytes_sent", "sent"],
  ["bytes_saved", "saved"],
];

/** Who polls, in charts, each with a table of what it shows. The page around it needs `AUDIENCE_STYLE`. */
export const AudienceReport: FC<{ summary: Summary }> = ({ summary }) => (
  <div class="audience">
    <Figures summary={summary} />
    <ByDay
      id="polls"
      caption="Polls a day, by answer"
      summary={summary}
      columns={STATUSES}
      show={inDigits}
      describe={(total) =>
        `${inDigits(polls(total))} polls, of which ${inPercent(total.polls_304, polls(total))} needed no document.`
      }
    />
    <Products summary={summary} />
    <ByDay
      id="bytes"
      caption="Bytes a day: sent, and saved by 304s and deltas"
      summary={summary}
      columns={BYTES}
      show={inBytes}
      describe={(total) => `${inBytes(total.bytes_sent)} sent, ${inBytes(total.bytes_saved)} saved.`}
    />
    <p>
      Counted are polls of the feeds' documents that reached the service; what a cache in front of it answered is not in
      here. No address and no User-Agent is stored.
    </p>
  </div>
);

const Figures: FC<{ summary: Summary }> = ({ summary: { total } }) => (
  <dl>
    <div>
      <dt>Polls</dt>
      <dd>{inDigits(polls(total))}</dd>
    </div>
    <div>
      <dt>Subscribers, as aggregators report them</dt>
      <dd>{inDigits(total.subscribers)}</dd>
    </div>
    <div>
      <dt>Bytes saved</dt>
      <dd>{inPercent(total.bytes_saved, total.bytes_saved + total.bytes_sent)}</dd>
    </div>
  </dl>
);

interface ByDayProps {
  id: string;
  caption: string;
  summary: Summary;
  columns: [keyof Sums, string][];
  show: (value: number) => string;
  describe: (total: Sums) => string;
}

const ByDay: FC<ByDayProps> = ({ id, caption, summary: { days, total }, columns, show, describe }) =>
  polls(total) === 0 ? null : (
    <figure>
      <figcaption>
        <h2>{caption}</h2>
      </figcaption>
      <StackedColumns
        id={id}
        title={caption}
        description={describe(total)}
        labels={days.map(({ day }) => day.slice(5))}
        series={columns.map(([column, name]) => ({ name, values: days.map((day) => day[column]) }))}
        format={show}
      />
      <Legend names={columns.map(([, name]) => name)} />
      <details>
        <summary>Day by day</summary>
        <ScrollingTable
          label={caption}
          head={["Day", ...columns.map(([, name]) => name)]}
          rows={foldQuiet(days)
            .toReversed()
            .map((day) =>
              "from" in day
                ? [`${day.days} days without polls, ${day.from} to ${day.to}`]
                : [day.day, ...columns.map(([column]) => show(day[column]))],
            )}
        />
      </details>
    </figure>
  );

const Products: FC<{ summary: Summary }> = ({ summary: { products } }) => {
  if (products.length === 0)
    return (
      <section>
        <h2>Readers by product</h2>
        <p>Nobody has polled in these days.</p>
      </section>
    );
  const most = products.toSorted((a, b) => polls(b) - polls(a)).slice(0, MAX_BARS);
  return (
    <figure>
      <figcaption>
        <h2>Readers by product, in polls</h2>
      </figcaption>
      <Bars
        id="products"
        title="Polls by product"
        description={most.map((sums) => `${sums.product}: ${inDigits(polls(sums))}`).join(", ")}
        labels={most.map(({ product }) => product)}
        values={most.map(polls)}
        format={inDigits}
      />
      <ScrollingTable
        label="Readers by product"
        head={["Product", "kind", "subscribers", "polls", "unchanged"]}
        rows={products
          .slice(0, MAX_PRODUCTS)
          .map((sums) => [
            sums.product,
            sums.kind,
            sums.subscribers === undefined ? "–" : inDigits(sums.subscribers),
            inDigits(polls(sums)),
            inPercent(sums.polls_304, polls(sums)),
          ])}
      />
    </figure>
  );
};

/**
 * A table that scrolls where it is wide, and takes the keyboard's focus for that. The first cell of a row is its head; where it is the
 * only one, it speaks for all columns.
 */
const ScrollingTable: FC<{ label: string; head: string[]; rows: string[][] }> = ({ label, head, rows }) => (
  <section class="table" aria-label={`${label}, as a table`} tabindex={0}>
    <table>
      <thead>
        <tr>
          {head.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...rest]) => (
          <tr>
            <th scope="row" colspan={rest.length === 0 ? head.length : undefined}>
              {first}
            </th>
            {rest.map((cell) => (
              <td>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
