import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import { untilTime, When } from "../../pages/frame/time.tsx";
import { doingOf, type KnownSource } from "../../sources/known-sources.ts";
import { DeskPage, Table } from "../frame.tsx";
import type { Session } from "../session.ts";
import { SourceTrouble, sourcePath } from "./source-trouble.tsx";

interface SourcesPageProps {
  site: Site;
  session: Session;
  list: KnownSource[];
  now: number;
}

/** Every source: when it was last read, when it is asked next, what it has brought, and what it refused. */
export const SourcesPage: FC<SourcesPageProps> = ({ site, session, list, now }) => (
  <DeskPage site={site} session={session} title="Sources" part="/sources">
    <h1>Sources</h1>
    {list.length === 0 ? (
      <p class="dek">
        No stories come from another system: <code>feeds/sources.ts</code> names none.
      </p>
    ) : null}
    {list.map((known) => (
      <SourceTrouble site={site} known={known} now={now} />
    ))}
    {list.length === 0 ? null : (
      <Table
        label="Sources"
        head={["Source", "Kind", "State", "Last success", "Next", "New", "Changed", "Taken back", "Refused"]}
      >
        {list.map((known) => (
          <SourceRow site={site} known={known} now={now} />
        ))}
      </Table>
    )}
  </DeskPage>
);

const SourceRow: FC<{ site: Site; known: KnownSource; now: number }> = ({ site, known, now }) => {
  const { source, state, refused } = known;
  return (
    <tr>
      <th scope="row">
        <a href={sourcePath(site, source.name)}>{source.name}</a>
      </th>
      <td class="short">{source.kind}</td>
      <td class="short">
        <DoingMark known={known} />
      </td>
      <td class="short">{state?.succeeded_at ? <When site={site} at={state.succeeded_at} now={now} /> : "never"}</td>
      <td class="short">{nextOf(known, now)}</td>
      <td class="number">{state?.created ?? 0}</td>
      <td class="number">{state?.changed ?? 0}</td>
      <td class="number">{state?.taken_back ?? 0}</td>
      <td class="number">{refused === 0 ? "0" : <span class="wrong">{refused}</span>}</td>
    </tr>
  );
};

/** How a source is doing, in a word. */
export const DoingMark: FC<{ known: KnownSource }> = ({ known }) => {
  const doing = doingOf(known);
  if (doing === "new") return <>not read yet</>;
  return <span class={doing === "well" ? "right" : "wrong"}>{doing}</span>;
};

/** When a source is asked next. */
export function nextOf({ source, state }: KnownSource, now: number): string {
  if (source.kind === "webhook") return "it calls itself";
  if (!state) return "in a moment";
  if (state.due_at === null) return "no more";
  return state.due_at <= now ? "in a moment" : untilTime(state.due_at, now);
}
