import type { FC } from "hono/jsx";
import type { Problem } from "../../../article/parse.ts";
import { Table } from "../frame.tsx";

/** What is wrong with an article, and where in it (RFC 6901). */
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
