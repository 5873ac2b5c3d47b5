import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import type { Discrepancy } from "../../../verify/discrepancy.ts";
import { articlePath, Table } from "../frame.tsx";
import { Compared } from "./compared.tsx";

/** What did not come back as stored, field by field. `owners` holds the articles' ids by their entries' ids. */
export const Discrepancies: FC<{ site: Site; list: Discrepancy[]; owners?: Map<string, string> }> = ({
  site,
  list,
  owners,
}) => (
  <Table label="Discrepancies" head={["Format", "Entry", "Field", "Stored", "Read", "Reader"]}>
    {list.map(({ format, entry, field, stored, read, reader }) => {
      const owner = entry === undefined ? undefined : owners?.get(entry);
      return (
        <tr>
          <td>{format}</td>
          <td>{owner === undefined ? (entry ?? "the feed") : <a href={articlePath(site, owner)}>{owner}</a>}</td>
          <td>{field}</td>
          <Compared before={stored} after={read} />
          <td>{reader}</td>
        </tr>
      );
    })}
  </Table>
);
