import type { Root } from "hast";
import { elementsOf } from "./tree.ts";

/** The alignment of a table's cells, which CSS says, in the attribute that says the same: columns of numbers are read by it. */
export function alignCells(tree: Root): void {
  for (const { tagName, properties } of elementsOf(tree)) {
    if ((tagName !== "td" && tagName !== "th") || typeof properties.style !== "string") continue;
    const [whole, align] =
      /(?:^|;)\s*text-align\s*:\s*(left|right|center|justify)\s*(?:;|$)/i.exec(properties.style) ?? [];
    if (!align) continue;
    properties.align = align.toLowerCase();
    if (whole === properties.style) delete properties.style;
  }
}
