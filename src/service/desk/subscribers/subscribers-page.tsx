import type { FC } from "hono/jsx";
import type { Problem } from "../../../article/parse.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import { shortCallback } from "../../hub/subscriber-query.ts";
import { FORMAT_NAMES } from "../../pages/feed/formats.tsx";
import { untilTime, When } from "../../pages/frame/time.tsx";
import {
  type HostCounts,
  MAX_COUNTED_PLACES,
  MAX_COUNTED_SUBSCRIBERS,
  SUBSCRIBER_STATES,
  type Subscriber,
  type SubscriberCounts,
  type TopicCounts,
} from "../../store/subscriber-list.ts";
import { DeskPage, deskPath, Table } from "../frame.tsx";
import { Failed } from "../outcome.tsx";
import type { Session } from "../session.ts";
import { HostLink, subscriberPath, subscribersPath } from "./links.tsx";
import { STATE_WORDS, SubscriberStateText } from "./state.tsx";

interface SubscribersPageProps {
  site: Site;
  session: Session;
  /** What the address asks for, as it stands there. */
  asked: Record<string, string>;
  problems: Problem[];
  /** Null: the question is for some of them, and is answered by the list. */
  counts: { all: SubscriberCounts; hosts: HostCounts[]; topics: TopicCounts[] } | null;
  subscribers: Subscriber[];
  next: number | null;
  definitions: Map<string, Definition>;
  now: number;
}

/** Who is sent what is published: by host, by topic, and one by one. */
export const SubscribersPage: FC<SubscribersPageProps> = (props) => {
  const { site, session, problems, counts } = props;
  return (
    <DeskPage site={site} session={session} title="Subscribers" part="/subscribers">
      <h1>Subscribers</h1>
      <p class="dek">{counts ? inWords(counts.all) : "Those that you asked for."}</p>
      <Failed why={problems.map(({ path, detail }) => `${path.slice(1)} ${detail}`).join("; ")} />
      {counts && counts.hosts.length > 0 ? <Places {...props} counts={counts} /> : null}
      <List {...props} />
      <p class="meta">
        A subscriber is a system that has asked the hub to be sent a feed’s document (WebSub). Programs read this at{" "}
        <code>GET /api/subscriptions</code>.
      </p>
    </DeskPage>
  );
};

function inWords({ subscribers, current, failing }: SubscriberCounts) {
  if (subscribers === 0) return "Nobody has subscribed yet.";
  return (
    <>
      {subscribers.toLocaleString("en")}
      {subscribers === MAX_COUNTED_SUBSCRIBERS ? " and more" : ""} in all; {current.toLocaleString("en")} have what is
      current
      {failing === 0 ? "." : <span class="wrong">, {failing.toLocaleString("en")} fail.</span>}
    </>
  );
}

const Places: FC<SubscribersPageProps & { counts: NonNullable<SubscribersPageProps["counts"]> }> = ({
  site,
  session,
  counts: { hosts, topics },
  definitions,
  now,
}) => (
  <>
    <h2>By host</h2>
    <Table label="Subscribers by host" head={["Host", ...COUNT_HEADS]}>
      {hosts.map((one) => (
        <tr>
          <th scope="row">
            <HostLink {...{ site, session }} host={one.host} />
          </th>
          <CountCells {...{ site, one, now }} />
        </tr>
      ))}
    </Table>
    {hosts.length < MAX_COUNTED_PLACES ? null : <p class="meta">The first {MAX_COUNTED_PLACES} hosts are shown.</p>}
    <h2>By topic</h2>
    <Table label="Subscribers by topic" head={["Feed", "Format", ...COUNT_HEADS]}>
      {topics.map((one) => (
        <tr>
          <th scope="row">
            <a href={deskPath(site, subscribersPath({ feed: one.feed }))}>
              {definitions.get(one.feed)?.title ?? one.feed}
            </a>
          </th>
          <td class="short">{FORMAT_NAMES[one.format]}</td>
          <CountCells {...{ site, one, now }} />
        </tr>
      ))}
    </Table>
  </>
);

const COUNT_HEADS = ["Subscribers", "Have what is current", "Fail", "Behind since"];

const CountCells: FC<{ site: Site; one: SubscriberCounts; now: number }> = ({ site, one, now }) => (
  <>
    <td class="number">{one.subscribers}</td>
    <td class="number">{one.current}</td>
    <td class="number">{one.failing === 0 ? "0" : <span class="wrong">{one.failing}</span>}</td>
    <td class="short">{one.wanted_since === null ? "–" : <When site={site} at={one.wanted_since} now={now} />}</td>
  </>
);

const List: FC<SubscribersPageProps> = ({ site, asked, subscribers, next, definitions, now }) => {
  const { before: _, ...filters } = asked;
  return (
    <section aria-labelledby="list">
      <h2 id="list">One by one</h2>
      <Filters {...{ site, asked, definitions }} />
      <p class="count" role="status">
        {subscribers.length === 0 ? (next === null ? "Nobody was found." : "Nobody was found so far.") : null}
      </p>
      {subscribers.length === 0 ? null : (
        <Table label="Subscribers" head={["Subscriber", "Topic", "How it fares", "Lease ends", "Partner"]}>
          {subscribers.map((one) => (
            <tr>
              <th scope="row">
                <a href={deskPath(site, subscriberPath(one.id))}>
                  <bdi>{shortCallback(one.callback)}</bdi>
                </a>
              </th>
              <td>
                {definitions.get(one.feed)?.title ?? one.feed}, {FORMAT_NAMES[one.format]}
              </td>
              <td>
                <SubscriberStateText {...{ site, one, now }} />
              </td>
              <td class="short">{one.ended_at === null ? untilTime(one.lease_until, now) : "–"}</td>
              <td class="short">{one.partner ?? "–"}</td>
            </tr>
          ))}
        </Table>
      )}
      <nav class="pager" aria-label="Pages">
        {asked.before ? (
          <a href={deskPath(site, subscribersPath(filters))} rel="first">
            Newest
          </a>
        ) : null}
        {next === null ? null : (
          <a href={deskPath(site, subscribersPath({ ...filters, before: String(next) }))} rel="next">
            Older
          </a>
        )}
      </nav>
    </section>
  );
};

const Filters: FC<Pick<SubscribersPageProps, "site" | "asked" | "definitions">> = ({ site, asked, definitions }) => (
  <search>
    <form class="filters" action={deskPath(site, "/subscribers")} method="get">
      <div>
        <label for="state">How it fares</label>
        <select id="state" name="state">
          <option value="">any</option>
          {SUBSCRIBER_STATES.map((state) => (
            <option value={state} selected={asked.state === state}>
              {STATE_WORDS[state]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for="feed">Feed</label>
        <select id="feed" name="feed">
          <option value="">all</option>
          {asked.feed && !definitions.has(asked.feed) ? <option selected>{asked.feed}</option> : null}
          {[...definitions.values()].map(({ slug, title, partner }) => (
            <option value={slug} selected={asked.feed === slug}>
              {partner ? `${title} (for ${partner})` : title}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for="host">Host</label>
        <input id="host" name="host" value={asked.host} autocomplete="off" />
      </div>
      <div>
        <label for="partner">Partner</label>
        <input id="partner" name="partner" value={asked.partner} autocomplete="off" />
      </div>
      <button type="submit">Look</button>
    </form>
  </search>
);
