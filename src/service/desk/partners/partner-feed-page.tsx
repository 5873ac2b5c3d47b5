import type { FC } from "hono/jsx";
import type { Definition, Site } from "../../../feed/definition.ts";
import type { Profiled } from "../../../partner/profile.ts";
import { DeskPage } from "../frame.tsx";
import type { Session } from "../session.ts";
import { Findings } from "../tables/findings.tsx";

/** What the partner's system will say to the feed as it would be composed now. */
export const PartnerFeedPage: FC<{ site: Site; session: Session; definition: Definition; profiled: Profiled }> = ({
  site,
  session,
  definition,
  profiled: { findings, entries },
}) => {
  const leftOut = entries.filter(({ left_out }) => left_out).length;
  const list = entries.flatMap(({ entry, article, findings }) =>
    findings.map((finding) => ({ finding, of: entry.title, article })),
  );
  const hardFirst = list.toSorted(
    (a, b) => Number(b.finding.severity === "hard") - Number(a.finding.severity === "hard"),
  );
  return (
    <DeskPage site={site} session={session} title={definition.title} part="/partners">
      <h1>{definition.title}</h1>
      <p class="dek">
        For {definition.partner}, in the profile “{definition.profile ?? "standard"}”: {entries.length - leftOut} of{" "}
        {entries.length} entries go out.
      </p>
      {findings.length === 0 ? null : (
        <section aria-labelledby="feed">
          <h2 id="feed">The feed</h2>
          <Findings
            site={site}
            label="Findings on the feed"
            of="Field"
            list={findings.map((finding) => ({ finding, of: finding.field }))}
          />
        </section>
      )}
      <section aria-labelledby="entries">
        <h2 id="entries">Its entries</h2>
        {hardFirst.length === 0 ? (
          <p>
            <span class="right">The partner’s system takes all of them gladly.</span>
          </p>
        ) : (
          <Findings site={site} label="Findings on entries" of="Entry" list={hardFirst} />
        )}
      </section>
    </DeskPage>
  );
};
