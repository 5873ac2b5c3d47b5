import type { FC } from "hono/jsx";
import { type Catalog, servedFamilies } from "../../feed/catalog.ts";
import type { Definition, Site } from "../../feed/definition.ts";
import type { Family } from "../../feed/family.ts";
import { definitionOf } from "../../feed/locate.ts";
import type { Database } from "../home.ts";
import { countFamilies, type FamilyCounts, MAX_COUNTED } from "../store/family-counts.ts";
import { listFeedPage } from "../store/feed-pages.ts";
import { Table } from "./frame.tsx";
import { seenFeedPath } from "./partner-addresses.ts";

/** Refused feeds of a family that are named: beyond them the family itself is at fault. */
const MAX_REFUSED = 10;

/** A family, and what the store knows of its feeds. */
export interface DeskFamily {
  family: Family;
  counts: FamilyCounts;
  /** Those that were refused, as far as they are named. */
  refused: Definition[];
}

/** The families for everybody, or those of partners: a few steps of indexes for each, however many feeds they have. */
export async function listFamilies(
  db: Database,
  catalog: Catalog,
  access: Definition["access"],
): Promise<DeskFamily[]> {
  const families = servedFamilies(catalog).filter((family) => family.access === access);
  const counts = await countFamilies(
    db,
    families.map(({ slug }) => slug),
  );
  const found: DeskFamily[] = [];
  for (const counted of counts) {
    const family = catalog.families.get(counted.path);
    const { states } =
      counted.refused === 0
        ? { states: [] }
        : await listFeedPage(db, { state: "refused", family: counted.path }, "", MAX_REFUSED);
    const refused = states.flatMap((state) => definitionOf(catalog, state) ?? []);
    if (family) found.push({ family, counts: counted, refused });
  }
  return found;
}

/** How many feeds each family has that somebody polls, and that nobody does; and what was refused of them. */
export const Families: FC<{ site: Site; list: DeskFamily[] }> = ({ site, list }) =>
  list.length === 0 ? null : (
    <section aria-labelledby="families">
      <h2 id="families">Families</h2>
      <p class="meta">A feed of a family sleeps until somebody polls it, and again when nobody has for a week.</p>
      <Table label="Families" head={["Family", "Title", "Awake", "Asleep", "Refused"]}>
        {list.map(({ family, counts, refused }) => (
          <tr>
            <th scope="row">{`${family.slug}/{value}`}</th>
            <td>{family.title}</td>
            <td class="number">{numberOf(counts.awake)}</td>
            <td class="number">
              {counts.values === MAX_COUNTED ? numberOf(MAX_COUNTED) : numberOf(counts.values - counts.awake)}
            </td>
            <td>
              {counts.refused === 0 ? "none" : <span class="wrong">{numberOf(counts.refused)}: </span>}
              {refused.map((definition, index) => (
                <>
                  {index === 0 ? "" : ", "}
                  <a href={seenFeedPath(site, definition.slug, definition)}>{definition.title}</a>
                </>
              ))}
              {counts.refused > refused.length ? " and others" : ""}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );

const numberOf = (count: number): string => `${count.toLocaleString("en")}${count === MAX_COUNTED ? " or more" : ""}`;
