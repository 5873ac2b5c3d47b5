import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import type { ProfileFinding } from "../../../partner/profiles/rule.ts";
import { articlePath, Table } from "../frame.tsx";

/** A finding, and where. */
export interface PlacedFinding {
  finding: ProfileFinding;
  /** The feed, the entry or the field that it concerns, in words. */
  of: string;
  /** The id of the article that it concerns, which has a page at the desk. */
  article?: string;
}

/**
 * What partners' systems will not take, or take less gladly: rule by rule, and who says so.
 *
 * @param of what the first column names, for its head
 */
export const Findings: FC<{ site: Site; label: string; of: string; list: PlacedFinding[] }> = ({
  site,
  label,
  of,
  list,
}) => (
  <Table label={label} head={[of, "", "Rule", "What", "Says"]}>
    {list.map(({ finding: { severity, rule, message, source }, of, article }) => (
      <tr>
        <th scope="row" dir="auto">
          {article === undefined ? of : <a href={articlePath(site, article)}>{of}</a>}
        </th>
        <td class="short">{severity === "hard" ? <span class="wrong">left out</span> : "advice"}</td>
        <td class="short">{rule}</td>
        <td>{message}</td>
        <td>{source}</td>
      </tr>
    ))}
  </Table>
);
