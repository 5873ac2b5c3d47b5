import type { FC } from "hono/jsx";
import { counted } from "../../article/counted.ts";
import { documentUrls, valueUrls } from "../../feed/addresses.ts";
import type { Definition, Site } from "../../feed/definition.ts";
import type { Family } from "../../feed/family.ts";
import { FORMATS, type FormatUrls } from "../../feed/feed.ts";
import type { KeyRecord } from "../../partner/check-key.ts";
import { dayNumberOf } from "../../partner/limits.ts";
import { FORMAT_NAMES } from "../pages/feed/formats.tsx";
import { Page } from "../pages/frame/layout.tsx";
import { Exactly, When } from "../pages/frame/time.tsx";
import type { FeedState } from "../store/feeds.ts";
import type { NotPickedUp, PartnerError } from "../store/partner-pages.ts";
import type { Pickup } from "../store/receipts.ts";
import type { Subscriber } from "../store/subscriber-list.ts";

/** A feed of the partner's, and what it has of it. */
export interface OwnFeed {
  definition: Definition;
  state: FeedState | undefined;
  pickup: Pickup | undefined;
  /** Where it is sent to. */
  subscribers: Subscriber[];
}

interface OwnPageProps {
  site: Site;
  /** The page's own. */
  path: string;
  /** The key that it was opened with. */
  opened: KeyRecord;
  feeds: OwnFeed[];
  /** Families of feeds that the key opens. */
  families: Family[];
  /** Stories that were taken back, and that the partner has still. */
  missed: NotPickedUp[];
  /** New and changed ones. */
  changed: NotPickedUp[];
  errors: PartnerError[];
  now: number;
}

/** What a partner sees of itself: first what it has to take back, then its feeds, its limits, and what went wrong. */
export const OwnPage: FC<OwnPageProps> = (props) => {
  const { site, path, opened, now } = props;
  const { partner } = opened;
  return (
    <Page
      site={site}
      title={`${partner.name} at ${site.title}`}
      head={<meta name="robots" content="noindex, nofollow" />}
    >
      <div class="alone">
        <h1>{partner.name}</h1>
        {partner.status === "suspended" ? <p role="alert">Your access is suspended: ask the newsroom.</p> : null}
        <Missed {...props} />
        <Changed {...props} />
        <Feeds {...props} />
        <Limits opened={opened} now={now} />
        <HowToPoll {...props} />
        <Errors {...props} />
        <form method="post" action={`${path}/close`}>
          <p>
            <button type="submit">Close this page</button>
          </p>
        </form>
      </div>
    </Page>
  );
};

const Missed: FC<OwnPageProps> = (props) =>
  props.missed.length === 0 ? null : (
    <section class="more" aria-labelledby="missed">
      <h2 id="missed">Taken back, and you have them still</h2>
      <p>Your system has not asked since. Take these down, and poll now:</p>
      <Stories {...props} list={props.missed} word={() => "taken back"} />
    </section>
  );

const Changed: FC<OwnPageProps> = (props) =>
  props.changed.length === 0 ? null : (
    <section class="more" aria-labelledby="changed">
      <h2 id="changed">You have not picked these up yet</h2>
      <Stories {...props} list={props.changed} word={({ had }) => (had ? "changed" : "new")} />
    </section>
  );

/** Stories as the partner's own system knows them, so that somebody finds them there. */
const Stories: FC<OwnPageProps & { list: NotPickedUp[]; word: (story: NotPickedUp) => string }> = ({
  site,
  feeds,
  list,
  word,
  now,
}) => (
  <ul class="stories">
    {list.map((story) => (
      <li>
        <b>
          {story.url === null ? (
            <bdi>{story.title}</bdi>
          ) : (
            <a href={story.url} dir="auto">
              {story.title}
            </a>
          )}
        </b>
        <p class="meta">
          {word(story)} <When site={site} at={story.published_at} now={now} />, in{" "}
          {feeds.find(({ definition }) => definition.slug === story.feed)?.definition.title ?? story.feed}
        </p>
        <div class="address">
          {story.url === null ? null : <output>{story.url}</output>}
          <span>Its id in the feed</span>
          <output>{story.entry_id}</output>
        </div>
      </li>
    ))}
  </ul>
);

const Feeds: FC<OwnPageProps> = ({ site, feeds, families, now }) => (
  <section class="subscribe more" aria-labelledby="feeds">
    <h2 id="feeds">Your feeds</h2>
    {feeds.length + families.length === 0 ? <p>This key opens no feed.</p> : null}
    {feeds.map(({ definition, state, pickup, subscribers }) => (
      <>
        <h3>{definition.title}</h3>
        <p class="meta">
          {state === undefined || state.edition === 0 ? (
            "Nothing is published in it yet."
          ) : (
            <>
              Edition {state.edition}, published <When site={site} at={state.published_at} now={now} />.{" "}
              {hasOf(pickup, state)}
              {pickup?.polled_at ? (
                <>
                  {" "}
                  You last asked <When site={site} at={pickup.polled_at} now={now} />.
                </>
              ) : null}
              {pickup?.pushed_at ? (
                <>
                  {" "}
                  You were last sent it <When site={site} at={pickup.pushed_at} now={now} />.
                </>
              ) : null}
            </>
          )}
        </p>
        <Sent {...{ site, subscribers, now }} />
        <Addresses of={definition.slug} urls={documentUrls(site, definition.slug, "partner")} />
      </>
    ))}
    {families.map((family) => (
      <>
        <h3>{family.title}</h3>
        <p class="meta">
          A feed for each {family.by.join(" and ")}, in place of {"{value}"} in the address. Those that you have polled
          stand above.
        </p>
        <Addresses of={family.slug} urls={valueUrls(site, family)} />
      </>
    ))}
  </section>
);

/** Where the feed is sent to, as long as that is asked for, and whether it arrives. */
const Sent: FC<{ site: Site; subscribers: Subscriber[]; now: number }> = ({ site, subscribers, now }) =>
  subscribers.length === 0 ? null : (
    <ul class="meta">
      {subscribers.map(({ host, format, lease_until, acknowledged, acknowledged_at, attempts, last_fault }) => (
        <li>
          The {FORMAT_NAMES[format]} is sent to {host}, until <Exactly site={site} at={lease_until} /> unless you ask
          again.{" "}
          {acknowledged_at === null ? (
            "Nothing was sent yet."
          ) : (
            <>
              {acknowledged === 0 ? "It took an edition" : `It took edition ${acknowledged}`}{" "}
              <When site={site} at={acknowledged_at} now={now} />.
            </>
          )}
          {attempts === 0 ? null : (
            <b>
              {" "}
              It has failed {counted(attempts, "time")} since: {last_fault}.
            </b>
          )}
        </li>
      ))}
    </ul>
  );

const Addresses: FC<{ of: string; urls: FormatUrls }> = ({ of, urls }) => (
  <>
    {FORMATS.map((format) => (
      <div class="address">
        <label for={`${of}-${format}`}>{FORMAT_NAMES[format]}</label>
        <output id={`${of}-${format}`}>{urls[format]}</output>
      </div>
    ))}
  </>
);

/** Whether the partner has what is current. */
function hasOf(pickup: Pickup | undefined, { edition }: FeedState): string {
  if (!pickup || pickup.edition === 0) return "You have not picked it up yet.";
  return pickup.edition >= edition ? "You have it." : `You have edition ${pickup.edition}: ask again.`;
}

const Limits: FC<{ opened: KeyRecord; now: number }> = ({ opened: { partner, id, day, bytes, expires_at }, now }) => {
  const used = day === dayNumberOf(now) ? bytes : 0;
  return (
    <section class="more" aria-labelledby="limits">
      <h2 id="limits">Limits of this key</h2>
      <p>
        {partner.requests_per_minute.toLocaleString("en")} polls a minute, and {inMegabytes(partner.bytes_per_day)} of
        whole documents a day (UTC). Of today’s, {inMegabytes(used)} were noted as used. What has not changed, and what
        is sent as a delta, counts nothing.
      </p>
      <p class="meta">
        Key wp_{id}…{expires_at === null ? "" : `, which ends ${new Date(expires_at).toISOString().slice(0, 10)}`}
      </p>
    </section>
  );
};

const inMegabytes = (bytes: number): string =>
  `${(bytes / 1_000_000).toLocaleString("en", { maximumFractionDigits: 1 })} MB`;

const HowToPoll: FC<OwnPageProps> = ({ site, feeds }) => {
  const [first] = feeds;
  if (!first) return null;
  const url = documentUrls(site, first.definition.slug, "partner").rss;
  return (
    <section class="more" aria-labelledby="polling">
      <h2 id="polling">How to poll well</h2>
      <p>
        Ask every minute or two, and send back the ETag of the last answer: while nothing has changed the answer is 304,
        a moment long, and is never refused.
      </p>
      <pre class="scroller" tabindex={0}>
        <code>{`curl -s -u user:$KEY -o feed.rss --etag-save feed.etag --etag-compare feed.etag \\\n  ${url}`}</code>
      </pre>
      <p>
        With <code>A-IM: feed</code> beside it you get only the entries that are new or changed (226, RFC 3229):
      </p>
      <pre class="scroller" tabindex={0}>
        <code>{`curl -s -u user:$KEY -H 'A-IM: feed' -H "If-None-Match: $(cat feed.etag)" \\\n  ${url}`}</code>
      </pre>
      <p>After 429 or 503, wait as many seconds as Retry-After says.</p>
    </section>
  );
};

/** What a status means for who has got it. */
const STATUS_WORDS: Record<number, string> = {
  401: "the key was good no more: ask the newsroom for another",
  403: "the key does not open this address",
  404: "nothing is at this address yet",
  405: "only GET and HEAD are answered",
  410: "the feed has ended",
  429: "more was asked for than the limits allow: ask less often, with the ETag",
  503: "it could not be answered then: wait as Retry-After says",
};

const Errors: FC<OwnPageProps> = ({ site, errors, now }) => (
  <section class="more" aria-labelledby="errors">
    <h2 id="errors">The last errors</h2>
    {errors.length === 0 ? <p>None.</p> : null}
    <ul class="stories">
      {errors.map(({ at, key_id, status, path }) => (
        <li>
          <b>{status}</b> {STATUS_WORDS[status] ?? "refused"}
          <p class="meta">
            {path}, with the key wp_{key_id}…, <When site={site} at={at} now={now} />
          </p>
        </li>
      ))}
    </ul>
  </section>
);
