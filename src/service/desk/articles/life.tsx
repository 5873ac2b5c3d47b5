import type { FC } from "hono/jsx";
import type { Definition, Site } from "../../../feed/definition.ts";
import { Exactly, When } from "../../pages/frame/time.tsx";
import type { LoggedDeed } from "../../store/audit-log.ts";
import type { DeskArticle } from "../../store/desk.ts";
import { REVISION_DAYS, type Revision } from "../../store/history.ts";
import type { Served } from "../../store/served.ts";
import { articlePath, deskPath } from "../frame.tsx";
import { DeedOfIt } from "../log/deed-sentence.tsx";
import type { Session } from "../session.ts";
import { RevisionSection } from "./revision-section.tsx";

export interface LifeProps {
  site: Site;
  session: Session;
  found: DeskArticle;
  /** The definitions of the feeds that are named, by slug. */
  definitions: Map<string, Definition>;
  /** The revisions that are shown, the newest first. */
  shown: Revision[];
  /** The revision before those that are shown; undefined where they go back to the oldest kept. */
  before: Revision | undefined;
  /** What was done to the article in the time that the shown revisions are of, the newest first. */
  deeds: LoggedDeed[];
  /** Where the shown revisions were served. */
  served: Served[];
  now: number;
}

/** What became of an article, told from the log, its revisions and the editions that served them: the newest first. */
export const Life: FC<LifeProps> = (props) => {
  const { site, session, found, shown, before } = props;
  const { id } = found.article;
  return (
    <section class="lived" aria-labelledby="life">
      <h2 id="life">Its life</h2>
      <ol class="deeds life">
        {stepsOf(props).map((step) => (
          <li>
            {"made" in step ? <RevisionSection {...props} {...step.made} /> : <OtherDeed {...props} deed={step.deed} />}
          </li>
        ))}
      </ol>
      <p class="meta">Former revisions are kept for {REVISION_DAYS} days.</p>
      <nav class="pager" aria-label="More of its life">
        {shown[0]?.revision === found.revision ? null : <a href={articlePath(site, id)}>The latest revision</a>}
        {before === undefined ? null : <a href={articlePath(site, id, `?up_to=${before.revision}`)}>Older revisions</a>}
        {session.scopes.has("log:read") ? (
          <a href={deskPath(site, `/log?${new URLSearchParams({ subject: `article:${id}` })}`)}>All of it in the log</a>
        ) : null}
      </nav>
    </section>
  );
};

/** A step of a life: a revision that was made, with the deed that made it, or a deed that made none. */
type Step =
  | { made: { one: Revision; previous: Revision | undefined; deed: LoggedDeed | undefined } }
  | { deed: LoggedDeed };

function stepsOf({ shown, before, deeds }: LifeProps): Step[] {
  const madeBy = new Map(deeds.map((deed) => [deed.detail?.revision, deed]));
  const steps: (Step & { at: number })[] = [
    ...shown.map((one, index) => ({
      at: one.stored_at,
      made: { one, previous: shown[index + 1] ?? before, deed: madeBy.get(one.revision) },
    })),
    ...deeds.filter(({ detail }) => typeof detail?.revision !== "number").map((deed) => ({ at: deed.at, deed })),
  ];
  // What was done at one moment stays in its order: the sort is stable.
  return steps.sort((a, b) => b.at - a.at);
}

const OtherDeed: FC<{ site: Site; deed: LoggedDeed; now: number }> = ({ site, deed, now }) => (
  <div class="revision">
    <h3>
      <DeedOfIt deed={deed} />
    </h3>
    <p class="meta">
      <When site={site} at={deed.at} now={now} />, <Exactly site={site} at={deed.at} />
    </p>
  </div>
);
