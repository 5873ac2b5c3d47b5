import type { FC } from "hono/jsx";
import type { Site } from "../../feed/definition.ts";
import type { ShownEntry, ShownView } from "../examination.ts";
import { Exactly } from "../pages/frame/time.tsx";

/** A format of a feed, and what to call it. */
export interface NamedView {
  name: string;
  view: ShownView;
}

/** An entry in each of the formats; undefined where one has it not, or not among its first. */
type Row = (ShownEntry | undefined)[];

/** Formats as readers show them, side by side, each entry in a row. */
export const ViewsSection: FC<{ site: Site; views: NamedView[] }> = ({ site, views }) =>
  views.length === 0 ? null : (
    <section aria-labelledby="views">
      <h2 id="views">As readers see {views.length === 1 ? "it" : "them"}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is part of a form */}
      <div class="scroller views" role="group" aria-label="Formats as readers see them" tabindex={0}>
        <table>
          <thead>
            <tr>
              {views.map(({ name, view }) => (
                <th scope="col">
                  {name}: <bdi>{view.title || "no title"}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsOf(views).map((row) => (
              <tr>
                {row.map((entry) => (
                  <td>
                    {entry === undefined ? (
                      <span class="dropped">not here</span>
                    ) : (
                      <EntryOf site={site} entry={entry} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {views.map(({ name, view }) =>
        view.entries > view.shown.length ? (
          <p class="meta">
            The first {view.shown.length} of {view.entries.toLocaleString("en")} entries of {name}.
          </p>
        ) : null,
      )}
    </section>
  );

const EntryOf: FC<{ site: Site; entry: ShownEntry }> = ({ site, entry: { title, published, updated, text } }) => (
  <>
    <p dir="auto">
      <b>{title || "no title"}</b>
    </p>
    <p class="meta">
      {published === undefined ? "no date" : <Exactly site={site} at={published} />}
      {updated === undefined || updated === published ? null : (
        <>
          , updated <Exactly site={site} at={updated} />
        </>
      )}
    </p>
    <p dir="auto">{text || "no text"}</p>
  </>
);

/** Entries that have an id or an address in common are one. */
export function rowsOf(views: NamedView[]): Row[] {
  const rows: Row[] = [];
  const known = new Map<string, Row>();
  for (const [column, { view }] of views.entries())
    for (const entry of view.shown) {
      const names = [entry.key, entry.url].filter((name): name is string => Boolean(name));
      const same = names.map((name) => known.get(name)).find((row) => row !== undefined && row[column] === undefined);
      const row = same ?? Array.from<ShownEntry | undefined>({ length: views.length });
      if (!same) rows.push(row);
      row[column] = entry;
      for (const name of names) known.set(name, row);
    }
  return rows;
}
