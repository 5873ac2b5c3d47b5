import type { FC } from "hono/jsx";
import { counted } from "../../../article/counted.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import { shortTitle } from "../../pages/feed/labels.ts";
import { feedPath } from "../../pages/frame/addresses.ts";
import { Exactly, untilTime, When } from "../../pages/frame/time.tsx";
import type { Ahead } from "../../store/desk.ts";
import type { FeedState } from "../../store/feeds.ts";
import { isStale, verificationOf } from "../../store/verification.ts";
import type { DeskFamily } from "../families.tsx";
import { articlePath, DeskPage, deskPath } from "../frame.tsx";
import type { Session } from "../session.ts";
import { ClockTime } from "./clock-time.tsx";
import type { Need } from "./needs.ts";

/** A public feed, and what the store knows of it; undefined: nothing yet. */
interface FeedOfToday {
  definition: Definition;
  state: FeedState | undefined;
}

interface TodayPageProps {
  site: Site;
  session: Session;
  /** The worst first. */
  needs: Need[];
  /** What comes after today. */
  later: { embargoes: Ahead[]; expiries: Ahead[] };
  feeds: FeedOfToday[];
  families: DeskFamily[];
  now: number;
}

/** What needs a person, the worst first; then the rest, in one line a feed. */
export const TodayPage: FC<TodayPageProps> = ({ site, session, needs, later, feeds, families, now }) => (
  <DeskPage site={site} session={session} title="Today" part="">
    <h1>Today</h1>
    <p class="dek">{summary(needs)}</p>
    {needs.length === 0 ? null : (
      <ol class="needs" aria-label="What needs somebody, the worst first">
        {needs.map((need) => (
          <NeedLine site={site} need={need} now={now} />
        ))}
      </ol>
    )}
    {session.scopes.has("feeds:read") ? <Feeds {...{ site, feeds, families, now }} /> : null}
    {session.scopes.has("articles:read") ? (
      <div class="halves">
        <Coming
          id="embargoes"
          title="Embargoes after today"
          none="No story waits."
          list={later.embargoes}
          {...{ site, now }}
        />
        <Coming
          id="expiries"
          title="Expiries after today"
          none="No story ends."
          list={later.expiries}
          {...{ site, now }}
        />
      </div>
    ) : null}
  </DeskPage>
);

/** What there is to do, in one calm line. */
function summary(needs: Need[]): string {
  const having = (weight: Need["weight"]) => needs.filter((need) => need.weight === weight).length;
  const [wrong, soon, waits] = [having("wrong"), having("soon"), having("waits")];
  const parts = [
    wrong === 0 ? "" : `${counted(wrong, "thing is", "things are")} wrong`,
    soon === 0 ? "" : `${counted(soon, "story", "stories")} will come or go today`,
    waits === 0 ? "" : `${counted(waits, "thing waits", "things wait")} for somebody`,
  ].filter((part) => part !== "");
  return parts.length === 0
    ? "Nothing needs anybody: all that is stored is out, as it was stored."
    : `${parts.join(", ")}.`;
}

const MARKS: Record<Need["weight"], { mark: string; word: string }> = {
  wrong: { mark: "wrong", word: "Wrong" },
  soon: { mark: "waits", word: "Today" },
  waits: { mark: "meta", word: "Waits" },
};

const NeedLine: FC<{ site: Site; need: Need; now: number }> = ({ site, need: { weight, what, at, act }, now }) => (
  <li>
    <span class={MARKS[weight].mark}>{MARKS[weight].word}</span>
    <p>
      <bdi>{what}</bdi>{" "}
      {at === null ? null : (
        <span class="meta">
          {at > now ? (
            <>
              {untilTime(at, now)}, at <ClockTime site={site} at={at} />
            </>
          ) : (
            <>
              since <When site={site} at={at} now={now} />
            </>
          )}
        </span>
      )}
    </p>
    {act === null ? null : (
      <a class="action" href={deskPath(site, act.to)}>
        {act.label}
      </a>
    )}
  </li>
);

const Feeds: FC<Pick<TodayPageProps, "site" | "feeds" | "families" | "now">> = ({ site, feeds, families, now }) => (
  <section aria-labelledby="feeds">
    <h2 id="feeds">Feeds</h2>
    <ul class="lines" aria-labelledby="feeds">
      {feeds.map(({ definition, state }) => (
        <li>
          <a href={feedPath(site, definition.slug)}>{shortTitle(site, definition)}</a>
          <StateMark site={site} state={state} now={now} />
          <span class="meta">
            {state && state.published_at > 0 ? (
              <>
                edition {state.edition}, <When site={site} at={state.published_at} now={now} />
              </>
            ) : (
              "no edition yet"
            )}
          </span>
          <span class="meta number">{counted(state?.entries ?? 0, "entry", "entries")}</span>
        </li>
      ))}
    </ul>
    <p class="meta">
      {families.length === 0 ? null : `${familiesInWords(families)} `}
      <a href={deskPath(site, "/feeds")}>All that is known of the feeds</a>
    </p>
  </section>
);

const StateMark: FC<{ site: Site; state: FeedState | undefined; now: number }> = ({ site, state, now }) => {
  if (verificationOf(state) === "refused") return <span class="wrong">held back</span>;
  if (isStale(state))
    return (
      <span class="waits">
        stale
        {state?.stale_since ? (
          <>
            {" "}
            since <When site={site} at={state.stale_since} now={now} />
          </>
        ) : null}
      </span>
    );
  return verificationOf(state) === "verified" ? <span class="right">verified</span> : <span>not yet</span>;
};

function familiesInWords(families: DeskFamily[]): string {
  const sum = (count: (family: DeskFamily) => number) => families.reduce((total, family) => total + count(family), 0);
  const [awake, refused] = [sum(({ counts }) => counts.awake), sum(({ counts }) => counts.refused)];
  const asleep = sum(({ counts }) => counts.values) - awake;
  const number = (count: number) => count.toLocaleString("en");
  return `${counted(families.length, "family", "families")} beside: ${number(awake)} of their feeds awake, ${number(asleep)} asleep, ${refused === 0 ? "none" : number(refused)} held back.`;
}

interface ComingProps {
  site: Site;
  id: string;
  title: string;
  none: string;
  list: Ahead[];
  now: number;
}

const Coming: FC<ComingProps> = ({ site, id, title, none, list, now }) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {list.length === 0 ? <p>{none}</p> : null}
    <ul class="stories">
      {list.map(({ id, title, at, feeds }) => (
        <li>
          <h3>
            <a href={articlePath(site, id)} dir="auto">
              {title}
            </a>
          </h3>
          <p class="meta">
            {untilTime(at, now)}, <Exactly site={site} at={at} />
            {feeds.length === 0 ? "" : ` · ${feeds.join(", ")}`}
          </p>
        </li>
      ))}
    </ul>
  </section>
);
