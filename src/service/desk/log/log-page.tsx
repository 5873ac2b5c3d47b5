import type { FC } from "hono/jsx";
import type { Definition, Site } from "../../../feed/definition.ts";
import type { Actor } from "../../../people/actor.ts";
import { ACTION_WORDS, actorWords } from "../../audit/words.ts";
import { Exactly, When } from "../../pages/frame/time.tsx";
import { type DeedsPage, LOG_DAYS, type LoggedDeed } from "../../store/audit-log.ts";
import { articlePath, DeskPage, deskPath } from "../frame.tsx";
import type { Session } from "../session.ts";
import { DeedSentence } from "./deed-sentence.tsx";

interface LogPageProps {
  site: Site;
  session: Session;
  /** What the address asks for, as it stands there. */
  asked: Record<string, string>;
  page: DeedsPage;
  /** Everybody who did something. */
  actors: Actor[];
  /** The definitions of the feeds that are named, by slug. */
  definitions: Map<string, Definition>;
  now: number;
}

/** Who did what, the newest first, and the questions that can be asked of it. */
export const LogPage: FC<LogPageProps> = ({ site, session, asked, page, actors, definitions, now }) => {
  const { before: _, ...filters } = asked;
  const names = new Map(actors.flatMap(({ kind, id, name }) => (kind === "person" ? [[id, name]] : [])));
  const older = page.next === null ? undefined : new URLSearchParams({ ...filters, before: String(page.next) });
  return (
    <DeskPage site={site} session={session} title="Log" part="/log">
      <h1>Who did what</h1>
      <p class="meta">
        What is in it is never changed, and is kept for {LOG_DAYS} days, longer where it tells of what is still there.
        Programs read it at <code>GET /api/log</code>.
      </p>
      <Filters site={site} asked={asked} actors={actors} />
      <p class="count" role="status">
        {page.deeds.length === 0 ? "Nothing was found." : null}
      </p>
      <ol class="deeds">
        {page.deeds.map((deed) => (
          <li>
            <p>
              <DeedSentence {...{ site, deed, definitions, names }} />
            </p>
            <p class="meta">
              <When site={site} at={deed.at} now={now} />, <Exactly site={site} at={deed.at} />
            </p>
            <DeedDetails deed={deed} />
          </li>
        ))}
      </ol>
      <nav class="pager" aria-label="Pages">
        {asked.before ? (
          <a href={deskPath(site, `/log?${new URLSearchParams(filters)}`)} rel="first">
            Newest
          </a>
        ) : null}
        {older ? (
          <a href={deskPath(site, `/log?${older}`)} rel="next">
            Older
          </a>
        ) : null}
      </nav>
    </DeskPage>
  );
};

const Filters: FC<Pick<LogPageProps, "site" | "asked" | "actors">> = ({ site, asked, actors }) => (
  <search>
    <form class="filters" action={deskPath(site, "/log")} method="get">
      <div>
        <label for="actor">Who</label>
        <select id="actor" name="actor">
          <Choice value="" words="Anybody" chosen={asked.actor} />
          {actors.map((actor) => (
            <Choice value={`${actor.kind}:${actor.id}`} words={actorChoice(actor)} chosen={asked.actor} />
          ))}
        </select>
      </div>
      <div>
        <label for="action">What</label>
        <select id="action" name="action">
          <Choice value="" words="Anything" chosen={asked.action} />
          {Object.entries(ACTION_WORDS).map(([action, { name }]) => (
            <Choice value={action} words={name} chosen={asked.action} />
          ))}
        </select>
      </div>
      <div>
        <label for="from">From (UTC)</label>
        <input id="from" name="from" type="date" value={dayOf(asked.from)} />
      </div>
      <div>
        <label for="to">To (UTC)</label>
        <input id="to" name="to" type="date" value={dayOf(asked.to)} />
      </div>
      <div>
        {asked.subject ? <input type="hidden" name="subject" value={asked.subject} /> : null}
        <button type="submit">Show</button>
      </div>
    </form>
    {asked.subject ? <OneThing site={site} asked={asked} subject={asked.subject} /> : null}
  </search>
);

/** That only what was done to one thing is shown, and the way out of that. */
const OneThing: FC<{ site: Site; asked: Record<string, string>; subject: string }> = ({ site, asked, subject }) => {
  const { subject: _, before: __, ...others } = asked;
  const id = /^article:(.+)$/s.exec(subject)?.[1];
  return (
    <p class="meta">
      Only what was done to {id === undefined ? subject : <a href={articlePath(site, id)}>{id}</a>}.{" "}
      <a href={deskPath(site, `/log?${new URLSearchParams(others)}`)}>To everything</a>
    </p>
  );
};

const Choice: FC<{ value: string; words: string; chosen: string | undefined }> = ({ value, words, chosen = "" }) => (
  <option value={value} selected={value === chosen}>
    {words}
  </option>
);

const actorChoice = (actor: Actor): string => actorWords(actor).join(" ").trim().replace(/^t/, "T");

/** A day as the field of a form takes it; of a time, which no form of ours sends, nothing. */
const dayOf = (text = ""): string => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : "");

/** What programs are told of a deed. */
const DeedDetails: FC<{ deed: LoggedDeed }> = ({ deed: { id, actor, action, subject, detail } }) => (
  <details>
    <summary>Details</summary>
    <pre tabindex={0}>{JSON.stringify({ id, actor, action, subject, detail }, null, 2)}</pre>
  </details>
);
