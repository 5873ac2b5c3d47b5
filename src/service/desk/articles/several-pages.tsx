import type { FC } from "hono/jsx";
import { counted } from "../../../article/counted.ts";
import { MAX_CAPTION } from "../../../article/limits.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import { articlePath, DeskPage, deskPath, Post } from "../frame.tsx";
import { Failed } from "../outcome.tsx";
import type { Session } from "../session.ts";
import { Problems } from "../tables/problems.tsx";
import type { Chosen, SeveralDeed, SeveralOutcome } from "./do-several.ts";

interface SeveralPageProps {
  site: Site;
  session: Session;
  /** The path of the list that the stories were chosen from. */
  back: string;
}

/** Says what taking several stories back will do, and asks for the reason, before it is done. */
export const RetractSeveralPage: FC<
  SeveralPageProps & {
    chosen: (Chosen & { title: string })[];
    /** How many of them readers may have seen. */
    seen: number;
    /** Feeds that they stand in, and how many of them in each. */
    feeds: { definition: Definition; stories: number }[];
    /** Why the form that was sent did nothing. */
    wrong: string | undefined;
    /** The reason that was sent with it. */
    reason: string | undefined;
    list: string;
  }
> = ({ site, session, back, chosen, seen, feeds, wrong, reason, list }) => {
  const partners = [...new Set(feeds.flatMap(({ definition }) => definition.partner ?? []))];
  return (
    <DeskPage site={site} session={session} title="Take several stories back" part="/articles">
      <div class="notice">
        <h1>Take {chosen.length === 1 ? "this story" : `these ${chosen.length} stories`} back?</h1>
        <ul class="bullets">
          {chosen.map(({ title }) => (
            <li dir="auto">{title}</li>
          ))}
        </ul>
        <p>
          {seen === 0
            ? "No reader has seen them, so no notice takes their place."
            : `Readers may have seen ${seen === chosen.length ? (seen === 1 ? "it" : "all of them") : `${seen} of them`}: in the place of each they get a notice with its id, its address and your reason.`}
        </p>
        {feeds.length === 0 ? (
          <p>They are in no feed now.</p>
        ) : (
          <>
            <p>
              They go from {counted(feeds.length, "feed")}, in all formats
              {partners.length === 0
                ? ""
                : `; ${counted(partners.length, "partner")} will hear of it: ${partners.join(", ")}`}
              .
            </p>
            <details>
              <summary>These feeds</summary>
              <ul class="bullets">
                {feeds.map(({ definition, stories }) => (
                  <li>
                    {definition.title}: {counted(stories, "story", "stories")}
                  </li>
                ))}
              </ul>
            </details>
          </>
        )}
        <Failed why={wrong} />
        <Post site={site} session={session} to="/articles">
          <input type="hidden" name="do" value="retract" />
          <input type="hidden" name="list" value={list} />
          {chosen.map(({ id, revision }) => (
            <input type="hidden" name="article" value={`${revision} ${id}`} />
          ))}
          <label for="reason">One reason for all, for readers to see</label>
          <input id="reason" name="reason" required maxlength={MAX_CAPTION} value={reason} />
          <p class="actions">
            <button type="submit">Take {chosen.length === 1 ? "it" : "them"} back</button>
            <a class="action" href={back}>
              Leave {chosen.length === 1 ? "it as it is" : "them as they are"}
            </a>
          </p>
        </Post>
      </div>
    </DeskPage>
  );
};

/** What came of it, story by story: what needs a person first. */
export const SeveralDonePage: FC<SeveralPageProps & { deed: SeveralDeed; outcomes: SeveralOutcome[] }> = ({
  site,
  session,
  back,
  deed,
  outcomes,
}) => {
  const of = <S extends SeveralOutcome["status"]>(status: S) =>
    outcomes.filter((one): one is Extract<SeveralOutcome, { status: S }> => one.status === status);
  const [done, left, refused, conflicts] = [of("done"), of("left"), of("refused"), of("conflict")];
  return (
    <DeskPage site={site} session={session} title="Several stories" part="/articles">
      <h1>{DONE_WORDS[deed.kind](done.length)}</h1>
      {conflicts.length === 0 ? null : (
        <section aria-labelledby="conflicts">
          <h2 id="conflicts">Somebody else was faster</h2>
          <p>Of these, nothing was changed. Look at each, and repeat what you meant to do if it still holds.</p>
          <ul class="bullets">
            {conflicts.map((one) => (
              <li>
                <Title site={site} one={one} />: you were looking at revision {one.shown}, and it is revision{" "}
                {one.revision} now.
              </li>
            ))}
          </ul>
        </section>
      )}
      {refused.length === 0 ? null : (
        <section aria-labelledby="refused">
          <h2 id="refused">Refused</h2>
          {refused.map((one) => (
            <>
              <p>
                <Title site={site} one={one} />
              </p>
              <Problems problems={one.problems} />
            </>
          ))}
        </section>
      )}
      {left.length === 0 ? null : (
        <section aria-labelledby="left">
          <h2 id="left">Left as they are</h2>
          <ul class="bullets">
            {left.map((one) => (
              <li>
                <Title site={site} one={one} />: {one.why}.
              </li>
            ))}
          </ul>
        </section>
      )}
      {done.length === 0 ? null : (
        <section aria-labelledby="done">
          <h2 id="done">Done</h2>
          <p>The feeds follow in a moment.</p>
          <ul class="bullets">
            {done.map((one) => (
              <li>
                <Title site={site} one={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="actions">
        <a class="action" href={back}>
          Back to the list
        </a>
        <a class="action" href={deskPath(site, "/articles")}>
          All stories
        </a>
      </p>
    </DeskPage>
  );
};

const stories = (count: number): string => (count === 0 ? "No story" : counted(count, "story", "stories"));

const DONE_WORDS: Record<SeveralDeed["kind"], (count: number) => string> = {
  withhold: (count) => `${stories(count)} withheld`,
  release: (count) => `${stories(count)} released`,
  retract: (count) => `${stories(count)} taken back`,
  tag: (count) => `${stories(count)} tagged`,
  untag: (count) => `The tag was taken from ${stories(count).replace("No", "no")}`,
};

const Title: FC<{ site: Site; one: { id: string; title: string } }> = ({ site, one: { id, title } }) => (
  <a href={articlePath(site, id)} dir="auto">
    {title}
  </a>
);
