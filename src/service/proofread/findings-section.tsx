import type { FC } from "hono/jsx";
import type { Finding } from "../../proofread/finding.ts";
import { SEVERITIES } from "../../proofread/rule.ts";
import { findRule } from "../../proofread/table.ts";
import { counted } from "../pages/frame/wording.ts";
import type { DocumentReport } from "./report.ts";
import { rulePath } from "./rules-page.tsx";
import { findingId, isShownLine, lineId } from "./source-section.tsx";

interface SectionProps {
  report: DocumentReport;
  path(rest?: string): string;
}

/** A finding, and which of the report's it is. */
interface Numbered {
  finding: Finding;
  number: number;
}

/** What was found, the gravest first, each rule once with all its places. */
export const FindingsSection: FC<SectionProps> = ({ report, path }) => {
  const numbered = report.findings.map((finding, number): Numbered => ({ finding, number }));
  const byRule = [...Map.groupBy(numbered, ({ finding }) => finding.rule)];
  const groups = SEVERITIES.flatMap((severity) => byRule.filter(([, [first]]) => first?.finding.severity === severity));
  const counts = new Map(report.counts);
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">What was found</h2>
      {groups.length === 0 ? <p class="right">Nothing: every rule is kept.</p> : null}
      {groups.map(([rule, places]) => (
        <RuleFindings
          rule={rule}
          places={places}
          count={counts.get(rule) ?? places.length}
          report={report}
          path={path}
        />
      ))}
    </section>
  );
};

const RuleFindings: FC<SectionProps & { rule: string; places: Numbered[]; count: number }> = ({
  rule: name,
  places,
  count,
  report,
  path,
}) => {
  const rule = findRule(name);
  const severity = places[0]?.finding.severity ?? "error";
  return (
    <section class={`found ${severity}`}>
      <h3>{rule?.says ?? name}</h3>
      <p class="meta">
        <span class={`severity ${severity}`}>{severity}</span>
        {rule === undefined ? (
          <span>{name}</span>
        ) : (
          <>
            <a href={rulePath(path, name)}>{name}</a>
            <a href={rule.url}>{rule.section}</a>
          </>
        )}
      </p>
      <ul class="bullets">
        {places.map(({ finding, number }) => (
          <li id={findingId(number)}>
            <PlaceOf finding={finding} report={report} />: {finding.message}
          </li>
        ))}
      </ul>
      {count > places.length ? (
        <p class="meta">And {counted(count - places.length, "more of this kind", "more of this kind")}.</p>
      ) : null}
      {rule === undefined ? null : (
        <p>
          <b>To mend it:</b> {rule.mend}
        </p>
      )}
      {rule?.readers === undefined ? null : (
        <p>
          <b>What readers do:</b> {rule.readers}
        </p>
      )}
    </section>
  );
};

/** Where it is, with a link to the line where that is shown. */
const PlaceOf: FC<{ finding: Finding; report: DocumentReport }> = ({ finding: { where, line }, report }) =>
  line !== undefined && isShownLine(report.source, line) ? (
    <a href={`#${lineId(line)}`}>{where}</a>
  ) : (
    <span>{where}</span>
  );
