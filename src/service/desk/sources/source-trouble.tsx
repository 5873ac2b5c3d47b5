import type { FC } from "hono/jsx";
import { counted } from "../../../article/counted.ts";
import type { Site } from "../../../feed/definition.ts";
import { When } from "../../pages/frame/time.tsx";
import { doingOf, type KnownSource } from "../../sources/known-sources.ts";
import { deskPath } from "../frame.tsx";

export const sourcePath = (site: Site, name: string, rest = ""): string =>
  deskPath(site, `/sources/${encodeURIComponent(name)}${rest}`);

/** Why somebody should look at a source, in one line; nothing where nobody needs to. */
export const SourceTrouble: FC<{ site: Site; known: KnownSource; now: number }> = ({ site, known, now }) => {
  const { source, state } = known;
  const doing = doingOf(known);
  if (!state || (doing !== "failing" && doing !== "ended")) return null;
  return (
    <p class="state">
      <b class="wrong">Source</b> <a href={sourcePath(site, source.name)}>{source.name}</a>:{" "}
      {doing === "ended" ? "it says that it is gone for good, and is asked no more" : state.fault}
      {state.failed_at === null ? null : (
        <>
          , <When site={site} at={state.failed_at} now={now} />
        </>
      )}
      {doing === "failing" ? `, ${counted(state.failures, "failure")} in a row` : null}
    </p>
  );
};
