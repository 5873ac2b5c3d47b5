import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import { untilTime, When } from "../../pages/frame/time.tsx";
import type { Endpoint, EndpointFields as Fields } from "../../store/endpoints.ts";
import { EVENT_DAYS, type EventAttempt } from "../../store/event-deliveries.ts";
import type { ToldEvent } from "../../store/told-events.ts";
import { MAX_LISTED_EVENTS } from "../../webhooks/limits.ts";
import { DeskPage, deskPath, Post, Table } from "../frame.tsx";
import { Done, Failed } from "../outcome.tsx";
import type { Session } from "../session.ts";
import { WebhookFields } from "./endpoint-fields.tsx";
import { EndpointState, webhookPath } from "./webhooks-page.tsx";

interface WebhookPageProps {
  site: Site;
  session: Session;
  endpoint: Endpoint;
  events: ToldEvent[];
  /** Whether only those are shown that failed. */
  failed: boolean;
  /** Where those before are. */
  next: string | undefined;
  done: string | undefined;
  /** What came of the test that was just sent. */
  test?: EventAttempt;
  /** What was sent, and why it did nothing. */
  wrong?: { fields: Fields; why: string };
  now: number;
}

/** A webhook: what it was told of late, and what can be done with it. What one may not do is not offered. */
export const WebhookPage: FC<WebhookPageProps> = (props) => {
  const { site, session, endpoint, done, test, now } = props;
  const mayChange = session.scopes.has("push");
  return (
    <DeskPage site={site} session={session} title={endpoint.description} part="/webhooks">
      <p class="meta">
        <a href={deskPath(site, "/webhooks")}>Webhooks</a>
      </p>
      <h1>{endpoint.description}</h1>
      <p class="dek">
        <EndpointState site={site} endpoint={endpoint} now={now} />
      </p>
      <Done what={done} />
      {test?.fault === null ? <Done what={`It took the test: ${outcomeOf(test)}.`} /> : null}
      <Failed why={test?.fault && `It did not take the test: ${outcomeOf(test)}.`} />
      <p class="meta">
        <code>{endpoint.url}</code> · set up by {endpoint.made_by}{" "}
        <When site={site} at={endpoint.created_at} now={now} />
        {endpoint.former_until === null || endpoint.former_until <= now
          ? null
          : ` · the former secret signs, too, and ends ${untilTime(endpoint.former_until, now)}`}
      </p>
      {mayChange ? <Actions {...props} /> : null}
      <Events {...props} mayChange={mayChange && endpoint.disabled_at === null} />
      {mayChange ? <Change {...props} /> : null}
    </DeskPage>
  );
};

const outcomeOf = ({ status, fault, milliseconds }: EventAttempt): string =>
  `${fault ?? `it answered ${status}`}, after ${milliseconds.toLocaleString("en")} ms`;

const Actions: FC<WebhookPageProps> = ({ site, session, endpoint }) => (
  <div class="actions">
    <Post site={site} session={session} to={webhookPath(endpoint.id, "/test")}>
      <button type="submit">Send a test</button>
    </Post>
    {endpoint.disabled_at === null ? (
      <Post site={site} session={session} to={webhookPath(endpoint.id, "/disable")}>
        <button type="submit">Disable it</button>
      </Post>
    ) : (
      <Post site={site} session={session} to={webhookPath(endpoint.id, "/enable")}>
        <button type="submit">Enable it</button>
      </Post>
    )}
  </div>
);

const Events: FC<WebhookPageProps & { mayChange: boolean }> = (props) => {
  const { site, session, endpoint, events, failed, next, mayChange, now } = props;
  return (
    <section aria-labelledby="events">
      <h2 id="events">{failed ? "What it did not take" : "What it was told of late"}</h2>
      <p class="meta">
        <a href={deskPath(site, webhookPath(endpoint.id, failed ? "" : "?outcome=failed"))}>
          {failed ? "All of it" : "Only what it did not take"}
        </a>{" "}
        · kept for {EVENT_DAYS} days
      </p>
      {events.length === 0 ? <p>Nothing{failed ? "" : " yet"}.</p> : null}
      {events.length === 0 ? null : (
        <Table label="Events" head={["Event", "Of", "When", "Outcome", "Attempts", ...(mayChange ? ["Again"] : [])]}>
          {events.map((told) => (
            <tr>
              <th scope="row">
                <code>{told.event.type}</code>
              </th>
              <td>{subjectOf(told)}</td>
              <td class="short">
                <When site={site} at={told.event.at} now={now} />
              </td>
              <td class="short">
                <OutcomeMark told={told} now={now} />
              </td>
              <td>
                {told.attempts.map((attempt) => (
                  <p class="meta">
                    {outcomeOf(attempt)}, <When site={site} at={attempt.at} now={now} />
                  </p>
                ))}
              </td>
              {mayChange ? (
                <td>
                  {told.outcome === null ? null : (
                    <Post site={site} session={session} to={webhookPath(endpoint.id, "/replay")}>
                      <input type="hidden" name="event" value={told.event.uid} />
                      <button type="submit">
                        Send again
                        <span class="unseen">
                          : {told.event.type} {subjectOf(told)}
                        </span>
                      </button>
                    </Post>
                  )}
                </td>
              ) : null}
            </tr>
          ))}
        </Table>
      )}
      {next === undefined ? null : (
        <p>
          <a href={next}>The {MAX_LISTED_EVENTS} before</a>
        </p>
      )}
      {mayChange ? (
        <Post site={site} session={session} to={webhookPath(endpoint.id, "/replay")}>
          <div class="field narrow">
            <label for="days">Send again all that it did not take in the last</label>
            <select id="days" name="days">
              <option value="1">day</option>
              <option value="7">week</option>
              <option value={EVENT_DAYS}>{EVENT_DAYS} days</option>
            </select>
          </div>
          <p class="actions">
            <button type="submit">Send them again</button>
          </p>
        </Post>
      ) : null}
    </section>
  );
};

/** What an event is of, by the name that the newsroom knows. */
const subjectOf = ({ event: { data } }: ToldEvent): string =>
  String(data.title ?? data.id ?? data.article ?? data.feed ?? data.by ?? "");

const OUTCOMES = {
  delivered: "taken",
  failed: "given up",
  superseded: "a later one took its place",
  ended: "not sent: it was disabled",
} as const;

const OutcomeMark: FC<{ told: ToldEvent; now: number }> = ({ told: { outcome, due_at, attempts }, now }) => {
  if (outcome !== null) return <span class={outcome === "delivered" ? "right" : "wrong"}>{OUTCOMES[outcome]}</span>;
  if (due_at === null) return <>waits for an earlier one</>;
  const when = due_at <= now ? "in a moment" : untilTime(due_at, now);
  return attempts.length === 0 ? <span>{when}</span> : <span class="wrong">again {when}</span>;
};

const Change: FC<WebhookPageProps> = ({ site, session, endpoint, wrong }) => (
  <section aria-labelledby="change">
    <h2 id="change">Change it</h2>
    <Failed why={wrong?.why} />
    <Post site={site} session={session} to={webhookPath(endpoint.id)}>
      <WebhookFields fields={wrong?.fields ?? endpoint} />
      <p class="actions">
        <button type="submit">Save</button>
      </p>
    </Post>
    <div class="actions">
      <Post site={site} session={session} to={webhookPath(endpoint.id, "/rotate")}>
        <button type="submit">Make a new secret</button>
      </Post>
      <Post site={site} session={session} to={webhookPath(endpoint.id, "/remove")}>
        <button type="submit" class="danger">
          Remove it
        </button>
      </Post>
    </div>
  </section>
);
