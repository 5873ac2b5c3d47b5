import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import { When } from "../../pages/frame/time.tsx";
import type { KnownSource } from "../../sources/known-sources.ts";
import type { SourceItem } from "../../store/source-items.ts";
import { MAX_SOURCE_REFUSALS, type SourceRefusal } from "../../store/source-refusals.ts";
import type { Brought } from "../../store/sources.ts";
import { articlePath, DeskPage, Post, Table } from "../frame.tsx";
import type { Session } from "../session.ts";
import { SourceTrouble } from "./source-trouble.tsx";
import { DoingMark, nextOf } from "./sources-page.tsx";

interface SourcePageProps {
  site: Site;
  session: Session;
  known: KnownSource;
  refusals: SourceRefusal[];
  keptOut: SourceItem[];
  now: number;
}

/** A source: how it is doing, what it refused and why, and whose words are kept out. */
export const SourcePage: FC<SourcePageProps> = ({ site, session, known, refusals, keptOut, now }) => {
  const { source, state } = known;
  const last = state?.brought ? (JSON.parse(state.brought) as Brought & { at: number }) : null;
  return (
    <DeskPage site={site} session={session} title={source.name} part="/sources">
      <h1>{source.name}</h1>
      <p class="dek">
        {source.kind === "webhook" ? "It calls itself." : <a href={source.url}>{source.url}</a>}{" "}
        <DoingMark known={known} />
      </p>
      <SourceTrouble site={site} known={known} now={now} />
      {state?.moved_to ? (
        <p class="state">
          <b class="wrong">Moved</b>: it says that it is at <a href={state.moved_to}>{state.moved_to}</a> for good. It
          is followed there; <code>feeds/sources.ts</code> should name the new address.
        </p>
      ) : null}
      <p>
        {state?.succeeded_at ? (
          <>
            Last read <When site={site} at={state.succeeded_at} now={now} />, next: {nextOf(known, now)}.
          </>
        ) : (
          <>Next: {nextOf(known, now)}.</>
        )}{" "}
        {last ? (
          <>
            It last brought {last.created} new, {last.changed} changed and {last.taken_back} taken back,{" "}
            <When site={site} at={last.at} now={now} />.
          </>
        ) : (
          "It has brought nothing yet."
        )}
      </p>
      {source.kind === "webhook" || !session.scopes.has("sources") ? null : (
        <Post site={site} session={session} to={`/sources/${source.name}/poll`}>
          <button type="submit">Ask it now</button>
        </Post>
      )}
      <section aria-labelledby="kept-out">
        <h2 id="kept-out">Changed here and there</h2>
        {keptOut.length === 0 ? <p>Nothing: what the source says of its stories is what they say here.</p> : null}
        {keptOut.length === 0 ? null : (
          <>
            <p>
              These were changed here, and then at the source. What was written here stays, until you let its words in.
            </p>
            <Table label="Changed here and there" head={["Story", "Since", ""]}>
              {keptOut.map((item) => (
                <tr>
                  <th scope="row">
                    <a href={articlePath(site, item.article_id)}>{item.article_id}</a>
                  </th>
                  <td class="short">
                    <When site={site} at={item.kept_out_at ?? now} now={now} />
                  </td>
                  <td>
                    {session.scopes.has("sources") ? (
                      <Post site={site} session={session} to={`/sources/${source.name}/let-in`}>
                        <input type="hidden" name="id" value={item.article_id} />
                        <button type="submit" class="quiet">
                          Let its words in
                        </button>
                      </Post>
                    ) : null}
                  </td>
                </tr>
              ))}
            </Table>
          </>
        )}
      </section>
      <section aria-labelledby="refused">
        <h2 id="refused">Not taken in</h2>
        {refusals.length === 0 ? <p>Nothing: every story of the source is here.</p> : null}
        {refusals.length === 0 ? null : (
          <Table label="Not taken in" head={["What", "Why", "When"]}>
            {refusals.map(({ item, reason, at }) => (
              <tr>
                <th scope="row">{item}</th>
                <td>{reason}</td>
                <td class="short">
                  <When site={site} at={at} now={now} />
                </td>
              </tr>
            ))}
          </Table>
        )}
        {refusals.length < MAX_SOURCE_REFUSALS ? null : <p class="meta">The latest {MAX_SOURCE_REFUSALS} are kept.</p>}
      </section>
    </DeskPage>
  );
};
