import type { FC } from "hono/jsx";
import { LIST_PRICES } from "../../audience/cost.ts";
import { type Cost, type CostlyPoller, costlyPollers } from "../../audience/costly.ts";
import { dayOf, daysBefore } from "../../audience/days.ts";
import type { Kind } from "../../audience/products.ts";
import type { Site } from "../../feed/definition.ts";
import { inBytes, inDigits, inPercent } from "../audience/figures.ts";
import type { Database } from "../home.ts";
import { listCostly } from "../store/audience.ts";
import { Table } from "./frame.tsx";

/** Whole days that are looked at, today included: how readers poll of late, after whatever their makers have mended. */
const DAYS = 7;
/** Rows that are read for it, one a product and feed, those of most bytes. */
const MAX_ROWS = 1_000;
/** Products that are shown, and feeds of each. */
const MAX_SHOWN = 30;
const MAX_FEEDS = 3;

const DAYS_A_MONTH = 365 / 12;

/** Whom to tell where the product names nobody. */
const WHOM: Record<Kind, string> = {
  aggregator: "the service's own help page",
  app: "its makers, or who reads with it: an old version may be at fault",
  library: "somebody's program, which says no more",
  bot: "whoever runs it; robots.txt, if it reads that",
  browser: "people who open the document, or a program that calls itself a browser",
  other: "nobody that is known",
};

/** Who polled without conditions or too soon these days, the costliest first. */
export async function costlyPolls(db: Database, now: number): Promise<CostlyPoller[]> {
  const to = dayOf(now);
  return costlyPollers(await listCostly(db, { from: daysBefore(to, DAYS - 1), to }, MAX_ROWS), DAYS);
}

/** Who costs more than need be, what, and whom to tell. */
export const CostlySection: FC<{ site: Site; pollers: CostlyPoller[] }> = ({ site, pollers }) => (
  <section>
    <h2>Who costs more than need be</h2>
    <p>
      Readers that poll without conditions, or again within a minute, in the last {DAYS} days: polls and bytes a day,
      and dollars a month.
    </p>
    {pollers.length === 0 ? (
      <p>Nobody.</p>
    ) : (
      <Table
        label="Who costs more than need be"
        head={[
          "Reader",
          "Feeds",
          "Polls",
          "Unconditional",
          "Within a minute",
          "Sent",
          "If conditional",
          "Whom to tell",
        ]}
      >
        {pollers.slice(0, MAX_SHOWN).map((poller) => (
          <Row poller={poller} />
        ))}
      </Table>
    )}
    <p class="meta">
      A poll that names nothing it has (RFC 9110 §13.1) is sent the whole document, changed or not. “If conditional” is
      what it would have been sent had such polls been answered 304 as often as the others' of the same feeds. Within a
      minute is a poll by the same address and version as one before, as far as one instance has seen both; readers that
      share an address count as one. Dollars are Cloudflare's <a href={LIST_PRICES.source}>list prices</a> of{" "}
      {LIST_PRICES.read} for requests and CPU time beyond what the plan includes: bytes cost nothing there.
    </p>
    <details>
      <summary>What to write</summary>
      <blockquote>
        <p>
          {site.title} sends its feeds with an ETag and a Last-Modified. Your reader asks for them without If-None-Match
          and If-Modified-Since, so that each time it is sent the whole document. Please let it keep the ETag of what it
          was sent, and send that as If-None-Match the next time: 304 says that nothing is new (RFC 9110 §13.1.2,
          §15.4.5). And please let it wait as long as our Cache-Control says (RFC 9111 §5.2.2.1) before it asks again.
        </p>
      </blockquote>
    </details>
  </section>
);

const Row: FC<{ poller: CostlyPoller }> = ({ poller }) => {
  const { product, kind, contact, feeds, polls, unconditional, soon, now, conditionally } = poller;
  const more = feeds.length - MAX_FEEDS;
  return (
    <tr>
      <th scope="row">
        {product} <span class="meta">{kind}</span>
      </th>
      <td>
        {feeds.slice(0, MAX_FEEDS).join(", ")}
        {more > 0 ? ` and ${inDigits(more)} more` : ""}
      </td>
      <td class="number">{aDay(polls)}</td>
      <td class="number">{inPercent(unconditional, polls)}</td>
      <td class="number">{aDay(soon)}</td>
      <td class="number">{told(now)}</td>
      <td class="number">{conditionally ? told(conditionally) : "–"}</td>
      <td>{contact ? <a href={contact}>{contact.replace(/^https:\/\//, "")}</a> : WHOM[kind]}</td>
    </tr>
  );
};

const aDay = (count: number): string => inDigits(Number(count.toPrecision(3)));

const told = ({ bytes, dollars }: Cost): string =>
  `${inBytes(bytes)}, $${(dollars * DAYS_A_MONTH).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 4 })}`;
