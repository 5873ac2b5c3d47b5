import type { FC } from "hono/jsx";
import type { Definition, Site } from "../../../feed/definition.ts";
import { MAX_END_REASON } from "../../hub/subscriber-query.ts";
import { FORMAT_NAMES } from "../../pages/feed/formats.tsx";
import { Exactly, When } from "../../pages/frame/time.tsx";
import type { Push, Subscriber } from "../../store/subscriber-list.ts";
import { DeskPage, deskPath, Post, Table } from "../frame.tsx";
import { Done, doneWords, Failed } from "../outcome.tsx";
import { partnerPath, seenFeedPath } from "../partner-addresses.ts";
import type { Session } from "../session.ts";
import { HostLink, subscriberPath } from "./links.tsx";
import { SubscriberStateText } from "./state.tsx";

interface SubscriberPageProps {
  site: Site;
  session: Session;
  one: Subscriber;
  definition: Definition | undefined;
  /** The latest editions that it has answered with 2xx. */
  pushes: Push[];
  /** What the form has done that led here: a key of `DONE`. Anything may stand in the address. */
  done?: string;
  /** Why it did nothing. */
  failed?: string;
  now: number;
}

/** A subscriber: what it is sent, how that goes, and what can be done. */
export const SubscriberPage: FC<SubscriberPageProps> = (props) => {
  const { site, session, one, done, failed, now } = props;
  const title = `Subscriber at ${one.host}`;
  return (
    <DeskPage site={site} session={session} title={title} part="/subscribers">
      <h1>{title}</h1>
      <Done what={doneWords(DONE, done)} />
      <Failed why={failed} />
      <p class="dek">
        <SubscriberStateText {...{ site, one, now }} />
      </p>
      {session.scopes.has("push") && one.ended_at === null ? <Deeds {...props} /> : null}
      <Facts {...props} />
      <Receipts {...props} />
    </DeskPage>
  );
};

const DONE: Record<string, string> = {
  sent: "What is current is being sent.",
  ended: "The subscription has ended. Its callback is being told.",
};

const Deeds: FC<SubscriberPageProps> = ({ site, session, one }) => (
  <section aria-label="What can be done">
    <Post site={site} session={session} to={subscriberPath(one.id, "/send")}>
      <p class="actions">
        <button type="submit">Send again</button>
        <span class="meta">The whole of what is current, now, whatever it has had.</span>
      </p>
    </Post>
    <details>
      <summary>End the subscription</summary>
      <Post site={site} session={session} to={subscriberPath(one.id, "/end")}>
        <label for="reason">Why, for the subscriber</label>
        <input id="reason" name="reason" required maxlength={MAX_END_REASON} autocomplete="off" />
        <p class="actions">
          <button type="submit" class="quiet">
            End it
          </button>
        </p>
      </Post>
    </details>
  </section>
);

const Facts: FC<SubscriberPageProps> = ({ site, session, one, definition, now }) => (
  <dl class="facts">
    <dt>Callback</dt>
    <dd>
      <bdi>{one.callback}</bdi>
    </dd>
    <dt>Host</dt>
    <dd>
      <HostLink {...{ site, session }} host={one.host} />
    </dd>
    <dt>Topic</dt>
    <dd>
      {definition ? <a href={seenFeedPath(site, one.feed, definition)}>{definition.title}</a> : one.feed},{" "}
      {FORMAT_NAMES[one.format]}
      {one.wants_delta ? ", what has changed" : ""}
    </dd>
    {one.partner === null ? null : (
      <>
        <dt>Partner</dt>
        <dd>
          {session.scopes.has("partners:read") ? (
            <a href={deskPath(site, partnerPath(one.partner))}>{one.partner}</a>
          ) : (
            one.partner
          )}
          , key {one.key_id}
        </dd>
      </>
    )}
    <dt>Signed</dt>
    <dd>{one.is_signed ? "with its secret" : "no: it gave no secret"}</dd>
    <dt>Confirmed</dt>
    <dd>
      <When site={site} at={one.verified_at} now={now} />
    </dd>
    <dt>Lease until</dt>
    <dd>
      <Exactly site={site} at={one.lease_until} />
    </dd>
    <dt>Has</dt>
    <dd>{hasOf(one)}</dd>
    {one.ended_at === null && one.wanted > 0 ? (
      <>
        <dt>Is to have</dt>
        <dd>edition {one.wanted}</dd>
      </>
    ) : null}
    {one.last_status === null ? null : (
      <>
        <dt>Last answer</dt>
        <dd>{one.last_status}</dd>
      </>
    )}
  </dl>
);

/** Whoever is sent again is taken to have nothing. */
function hasOf({ acknowledged, acknowledged_at }: Subscriber): string {
  if (acknowledged > 0) return `edition ${acknowledged}`;
  return acknowledged_at === null ? "no edition yet" : "what it had before: it is being sent again";
}

const Receipts: FC<SubscriberPageProps> = ({ site, pushes, now }) => (
  <section aria-labelledby="receipts">
    <h2 id="receipts">What it has taken</h2>
    {pushes.length === 0 ? (
      <p>Nothing yet.</p>
    ) : (
      <Table label="What it has taken" head={["Edition", "When", "Answer", "Attempts", "Sent"]}>
        {pushes.map((push) => (
          <tr>
            <th scope="row">{push.edition}</th>
            <td class="short">
              <When site={site} at={push.pushed_at} now={now} />
            </td>
            <td class="number">{push.status}</td>
            <td class="number">{push.attempts}</td>
            <td class="short">{push.is_delta ? "what had changed" : "the whole document"}</td>
          </tr>
        ))}
      </Table>
    )}
  </section>
);
