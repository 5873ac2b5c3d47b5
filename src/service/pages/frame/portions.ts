/** What a page's lists and texts may take of its 30 KB, in bytes of UTF-8; the frame around them takes less than 10. */
export const MAX_PORTION_BYTES = 19_000;

/**
 * Cuts a list into pages: as many items in each as the bytes allow, in order, and one at least.
 *
 * @param sizeOf an item's bytes on a page
 */
export function portions<Item>(items: Item[], sizeOf: (item: Item) => number, bytes = MAX_PORTION_BYTES): Item[][] {
  const cut: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const size = sizeOf(item);
    const last = cut.at(-1);
    if (last && size <= room) {
      last.push(item);
      room -= size;
    } else {
      cut.push([item]);
      room = bytes - size;
    }
  }
  return cut;
}

/** The bytes of finished HTML, in UTF-8. */
export const htmlSize = (html: string): number => Buffer.byteLength(html);

/** The most bytes that a text takes, in UTF-8, once it is escaped for HTML: an escape adds five at most (`&quot;`). */
export const textSize = (text: string): number => Buffer.byteLength(text) + 5 * (text.match(/[&<>"']/g)?.length ?? 0);

/** The page that `?page=` asks for, counted from 1, or `last`; what is no page's number is the first. */
export function pageNumber(query: string | undefined, pages: number): number {
  if (query === "last") return Math.max(1, pages);
  const number = /^[1-9]\d{0,5}$/.test(query ?? "") ? Number(query) : 1;
  return number <= pages ? number : 1;
}
