import type { FC } from "hono/jsx";
import type { Finding } from "../../proofread/finding.ts";
import { type Rule, SEVERITIES } from "../../proofread/rule.ts";
import { findRule } from "../../proofread/table.ts";
import type { FoundFaults, ShownSource } from "../examination.ts";
import { ReaderReactions } from "./reader-reactions.tsx";
import { rulePath } from "./rules-page.tsx";
import { findingId, isShownLine, lineId } from "./source-section.tsx";

interface SectionProps {
  title: string;
  /** What the section is called in links. */
  id: string;
  faults: FoundFaults;
  /** What is shown of the document. Absent: the findings are of none. */
  source?: ShownSource;
  /** What is said where nothing was found. */
  none: string;
  path(rest?: string): string;
}

/** A finding, and which of the report's it is. */
interface Numbered {
  finding: Finding;
  number: number;
}

/** What was found, the gravest first, each rule once with all its places. */
export const FindingsSection: FC<SectionProps> = ({ title, id, faults, source, none, path }) => {
  const numbered = faults.findings.map((finding, number): Numbered => ({ finding, number }));
  const byRule = [...Map.groupBy(numbered, ({ finding }) => finding.rule)];
  const groups = SEVERITIES.flatMap((severity) => byRule.filter(([, [first]]) => first?.finding.severity === severity));
  const counts = new Map(faults.counts);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {groups.length === 0 ? <p class="right">{none}</p> : null}
      {groups.map(([name, places]) => (
        <RuleFindings name={name} places={places} count={counts.get(name) ?? 0} source={source} path={path} />
      ))}
    </section>
  );
};

interface RuleFindingsProps extends Pick<SectionProps, "source" | "path"> {
  name: string;
  places: Numbered[];
  /** How often the rule was broken in all. */
  count: number;
}

const RuleFindings: FC<RuleFindingsProps> = ({ name, places, count, source, path }) => {
  const rule = findRule(name);
  const severity = places[0]?.finding.severity ?? "error";
  return (
    <section class={`found ${severity}`}>
      <h3>{rule === undefined ? name : <a href={rulePath(path, name)}>{name}</a>}</h3>
      <p class="meta">
        <span class={`severity ${severity}`}>{severity}</span>
        {rule === undefined ? null : <a href={rule.url}>{rule.section}</a>}
      </p>
      <ul class="bullets">
        {places.map(({ finding, number }) => (
          <li id={source && findingId(number)}>
            <PlaceOf finding={finding} source={source} />: {finding.message}
          </li>
        ))}
      </ul>
      {count > places.length ? <p class="meta">And {count - places.length} more of this kind.</p> : null}
      {rule === undefined ? null : <Remedy rule={rule} />}
    </section>
  );
};

/** Where it is, with a link to the line where that is shown. */
const PlaceOf: FC<{ finding: Finding; source?: ShownSource }> = ({ finding: { where, line }, source }) =>
  source && line !== undefined && isShownLine(source, line) ? (
    <a href={`#${lineId(line)}`}>{where}</a>
  ) : (
    <span>{where}</span>
  );

const Remedy: FC<{ rule: Rule }> = ({ rule: { name, says, mend, readers } }) => (
  <>
    <p>
      <b>What has to be:</b> {says}
    </p>
    <p>
      <b>To mend it:</b> {mend}
    </p>
    {readers === undefined ? null : (
      <p>
        <b>What readers do:</b> {readers}
      </p>
    )}
    <ReaderReactions rule={name} />
  </>
);
