import type { FC } from "hono/jsx";
import { counted } from "../../../article/counted.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import type { ReceiptReport } from "../../../partner/receipt-report.ts";
import type { SentRevision, StillHas } from "../../../partner/sent-report.ts";
import { When } from "../../pages/frame/time.tsx";
import { Table } from "../frame.tsx";
import type { Session } from "../session.ts";
import { HostLink } from "../subscribers/links.tsx";
import { END_WORDS } from "../subscribers/state.tsx";

interface SentSectionProps {
  site: Site;
  session: Session;
  report: ReceiptReport;
  definitions: Map<string, Definition>;
  now: number;
}

/** What subscribers of public feeds were sent of an article, and, where it was taken back, who has it still. */
export const SentSection: FC<SentSectionProps> = (props) => {
  const { report } = props;
  const revisions = report.revisions.flatMap(({ revision, subscribers }) =>
    subscribers ? [{ revision, subscribers }] : [],
  );
  const { still_have } = report;
  if (revisions.length === 0 && !still_have) return null;
  return (
    <section aria-labelledby="sent">
      <h2 id="sent">Subscribers</h2>
      {still_have ? (
        <>
          <p class="state">
            <b class="wrong">{counted(still_have.count, "subscriber has", "subscribers have")} it still</b>: they were
            sent the story, and not that it was taken back.
          </p>
          <Table label="Who has it still" head={["Host", "Feed", "Was sent it", "Since then"]}>
            {still_have.listed.map((one) => (
              <StillRow {...props} one={one} />
            ))}
          </Table>
          {still_have.listed.length < still_have.count ? (
            <p class="meta">The first {still_have.listed.length} are shown.</p>
          ) : null}
        </>
      ) : null}
      <ul>
        {revisions.toReversed().map(({ revision, subscribers }) => (
          <li>
            Revision {revision}: {inWords(subscribers)}.
          </li>
        ))}
      </ul>
      {report.more_subscribers ? <p class="meta">There are more subscribers than were counted here.</p> : null}
    </section>
  );
};

const StillRow: FC<SentSectionProps & { one: StillHas }> = ({ site, session, definitions, one, now }) => (
  <tr>
    <th scope="row">
      <HostLink {...{ site, session }} host={one.host} />
    </th>
    <td>{definitions.get(one.feed)?.title ?? one.feed}</td>
    <td class="short">
      <When site={site} at={Date.parse(one.at)} now={now} />
    </td>
    <td>
      {one.state === "waiting" ? <span class="wrong">has not taken it yet</span> : null}
      {one.state === "missed" ? <span class="wrong">was sent only editions without the notice</span> : null}
      {one.ended ? (
        <>
          {END_WORDS[one.ended.reason] ?? "ended"} <When site={site} at={Date.parse(one.ended.at)} now={now} />: cannot
          be told
        </>
      ) : null}
    </td>
  </tr>
);

const inWords = ({ received, waiting, superseded }: SentRevision): string =>
  [
    received === 0 ? "" : `${counted(received, "subscriber has", "subscribers have")} taken it`,
    waiting === 0 ? "" : `${counted(waiting, "waits", "wait")}`,
    superseded === 0 ? "" : `${counted(superseded, "was", "were")} sent a later one only`,
  ]
    .filter((part) => part !== "")
    .join(", ");
