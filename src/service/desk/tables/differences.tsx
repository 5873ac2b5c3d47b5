import type { FC } from "hono/jsx";
import type { Difference } from "../../../article/difference.ts";
import { Table } from "../frame.tsx";
import { Compared, valueText } from "./compared.tsx";

/** Two states of an article beside one another, field by field. */
export const Differences: FC<{ label: string; before: string; after: string; changes: Difference[] }> = ({
  label,
  before,
  after,
  changes,
}) => (
  <Table label={label} head={["Field", before, after]}>
    {changes.map((change) => (
      <tr>
        <th scope="row">{change.path.slice(1)}</th>
        <Compared before={valueText(change.before)} after={valueText(change.after)} />
      </tr>
    ))}
  </Table>
);
