import type { FC } from "hono/jsx";
import type { Definition, Site } from "../../../feed/definition.ts";
import type { Delivery, ReceiptReport } from "../../../partner/receipt-report.ts";
import { When } from "../../pages/frame/time.tsx";
import { articlePath, Table } from "../frame.tsx";

/** Which partner has which revision of an article, since when, and who does not have it yet. */
export const Deliveries: FC<{
  site: Site;
  report: ReceiptReport;
  definitions: Map<string, Definition>;
  now: number;
}> = (props) => {
  const { site, report } = props;
  const revisions = report.revisions.filter(({ deliveries }) => deliveries.length > 0).toReversed();
  if (revisions.length === 0) return null;
  return (
    <section aria-labelledby="partners">
      <h2 id="partners">Partners</h2>
      <p class="state">
        {report.waiting.length === 0 ? (
          <b class="right">Every partner has what its feed says now</b>
        ) : (
          <>
            <b class="wrong">Not there yet</b>: {report.waiting.join(", ")}
          </>
        )}
      </p>
      <Table label="Deliveries" head={["Partner", "Feed", "Revision", "What", "Has it", "Last polled"]}>
        {revisions.flatMap(({ revision, deliveries }) =>
          deliveries.map((delivery) => <DeliveryRow {...props} revision={revision} delivery={delivery} />),
        )}
      </Table>
      <p class="meta">
        <a href={articlePath(site, report.article, "/statement")} download={`receipts-${report.article}.json`}>
          The same as a signed statement
        </a>
      </p>
    </section>
  );
};

const WHAT: Record<Delivery["what"], string> = {
  carried: "the story",
  retracted: "that it was taken back",
  withdrawn: "that it is gone",
};

const DeliveryRow: FC<{
  site: Site;
  definitions: Map<string, Definition>;
  now: number;
  revision: number;
  delivery: Delivery;
}> = ({
  site,
  definitions,
  now,
  revision,
  delivery: { partner, feed, what, state, received, last_polled_at, outdated },
}) => (
  <tr>
    <th scope="row">{partner}</th>
    <td>{definitions.get(feed)?.title ?? feed}</td>
    <td class="number">{revision}</td>
    <td>{WHAT[what]}</td>
    <td>
      {received ? (
        <span class="right">
          since <When site={site} at={Date.parse(received.at)} now={now} />, edition {received.edition}
          {received.via === "push" ? ", which it was sent" : ""}, key {received.key}
        </span>
      ) : null}
      {state === "waiting" ? <span class="wrong">not yet</span> : null}
      {state === "superseded" ? "came later, to a newer one" : null}
      {state === "missed" ? <span class="wrong">no: newer ones took its place; it is in the archive</span> : null}
      {outdated.length === 0 ? null : (
        <span class="wrong">
          {" "}
          got an older edition {outdated.length === 1 ? "once" : `${outdated.length} times`} since
        </span>
      )}
    </td>
    <td class="short">
      {last_polled_at === undefined ? "never" : <When site={site} at={Date.parse(last_polled_at)} now={now} />}
    </td>
  </tr>
);
