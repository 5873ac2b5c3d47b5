import type { FC } from "hono/jsx";
import type { Removed } from "../../../article/parse.ts";
import type { Site } from "../../../feed/definition.ts";
import type { PartnerPreview, Preview } from "../../jobs/preview.ts";
import { Table } from "../frame.tsx";
import { Findings } from "../tables/findings.tsx";
import { feedNames } from "./feed-names.ts";

/** What is taken out of an article when it is stored, where, and how often. */
export const TakenOut: FC<{ removed: Removed[] }> = ({ removed }) =>
  removed.length === 0 ? null : (
    <section aria-labelledby="removed">
      <h2 id="removed">Taken out</h2>
      <Table label="Taken out" head={["Where", "What", "Times"]}>
        {removed.map(({ path, what, count }) => (
          <tr>
            <th scope="row">{path}</th>
            <td>{what}</td>
            <td class="number">{count}</td>
          </tr>
        ))}
      </Table>
    </section>
  );

/** Whether the article's documents read back right, and which public feeds take it. */
export const Verdict: FC<{ previews: Preview[] }> = ({ previews }) => {
  const refused = previews.flatMap(({ discrepancies }) => discrepancies).length;
  const feeds = previews.flatMap(({ definitions, selected }) => (selected ? definitions : []));
  return (
    <p class="state">
      {refused === 0 ? (
        <>
          <b class="right">Reads right</b>: every format comes back from its readers as it would be stored.{" "}
        </>
      ) : (
        <>
          <b class="wrong">Would be refused</b>: {refused} {refused === 1 ? "field" : "fields"} did not come back as
          stored.{" "}
        </>
      )}
      {feeds.length === 0 ? "No feed takes it." : `In ${feedNames(feeds)}.`}
    </p>
  );
};

/** Which partners get an article, and what their systems will say to it. */
export const ForPartners: FC<{ site: Site; list: PartnerPreview[] }> = ({ site, list }) => {
  const taken = list.filter(({ linted }) => !linted.left_out).map(({ definition }) => definition);
  const findings = list.flatMap(({ definition, linted }) =>
    linted.findings.map((finding) => ({ finding, of: definition.title })),
  );
  return (
    <section aria-labelledby="partners">
      <h2 id="partners">For partners</h2>
      <p>{taken.length === 0 ? "It goes out to none." : `It goes out in ${feedNames(taken)}.`}</p>
      {findings.length === 0 ? null : <Findings site={site} label="Findings" of="Feed" list={findings} />}
    </section>
  );
};
