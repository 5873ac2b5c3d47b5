import type { FC } from "hono/jsx";
import type { Problem } from "../../../article/parse.ts";
import { Table } from "../frame.tsx";

export const Problems: FC<{ problems: Problem[] }> = ({ problems }) => (
  <Table label="Problems" head={["Where", "What"]}>
    {problems.map(({ path, detail }) => (
      <tr>
        <th scope="row">{path === "" ? "the article" : path}</th>
        <td class="value">{detail}</td>
      </tr>
    ))}
  </Table>
);
