import type { Node } from "prosemirror-model";
import { keptOf, ownAttributes } from "./kept.ts";
import { schema } from "./schema.ts";
import type { TableSection } from "./write-html.ts";

const { nodes } = schema;

type Read = (element: Element) => Node;

/** A table of rows in sections, with what stands before them. @throws where it is none of the usual ones */
export function readTable(table: Element, readCell: Read, readHeader: Read): Node {
  const rows: Node[] = [];
  let [head, space] = ["", ""];
  let run = 0;
  for (const child of table.childNodes) {
    if (child instanceof Text) {
      space += blank(child);
      continue;
    }
    if (!(child instanceof Element)) throw new Error("no element");
    if (child.localName === "caption" || child.localName === "colgroup") {
      if (rows.length > 0) throw new Error("not before the rows");
      head += space + child.outerHTML;
    } else if (/^t(?:head|body|foot)$/.test(child.localName)) {
      run += 1;
      rows.push(...readSection(child, space, run, readCell, readHeader));
    } else throw new Error("no part of a table");
    space = "";
  }
  return nodes.table.create({ kept: keptOf(table, "", space), head: head || null }, rows);
}

function readSection(element: Element, before: string, run: number, readCell: Read, readHeader: Read): Node[] {
  const rows: Node[] = [];
  const section: TableSection = { tag: element.localName, kept: {}, run };
  let space = "";
  for (const row of element.childNodes) {
    if (row instanceof Text) space += blank(row);
    else if (row instanceof Element && row.localName === "tr") {
      rows.push(readRow(row, space, section, readCell, readHeader));
      space = "";
    } else throw new Error("no row");
  }
  const attributes = ownAttributes(element);
  Object.assign(section.kept, { ...(attributes ? { attributes } : {}), before, end: space });
  return rows;
}

function readRow(row: Element, before: string, section: TableSection, readCell: Read, readHeader: Read): Node {
  const cells: Node[] = [];
  let space = "";
  for (const child of row.childNodes) {
    if (child instanceof Text) space += blank(child);
    else if (child instanceof Element) {
      const cell = (child.localName === "th" ? readHeader : readCell)(child);
      const spans = { colspan: spanOf(child, "colspan"), rowspan: spanOf(child, "rowspan") };
      const kept = space === "" ? cell.attrs.kept : { ...cell.attrs.kept, before: space };
      cells.push(
        cell.type.create(
          { ...cell.attrs, ...spans, kept },
          cell.content.size > 0 ? cell.content : nodes.plain.create(),
        ),
      );
      space = "";
    }
  }
  const kept = { ...keptOf(row, "", space), ...(before ? { before } : {}) };
  return nodes.table_row.create({ kept, section }, cells);
}

const spanOf = (cell: Element, name: string): number => Math.max(1, Number(cell.getAttribute(name)) || 1);

function blank({ data }: Text): string {
  if (data.trim() !== "") throw new Error("text outside of cells");
  return data;
}
