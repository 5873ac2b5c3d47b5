/** What a page's lists and texts may take of its 30 KB, in bytes of UTF-8; the frame around them takes less than 10. */
export const MAX_PORTION_BYTES = 19_000;

/** A list cut into pages: as many items in each as the bytes allow, and one at least. */
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

/** Finished HTML. */
export const htmlSize = (html: string): number => Buffer.byteLength(html);

/** Text that is yet to be escaped. */
export const textSize = (text: string): number => Buffer.byteLength(text) + 5 * (text.match(/[&<>"']/g)?.length ?? 0);

/** The page that `?page=` asks for, counted from 1; what is no page's number is the first. */
export function pageNumber(query: string | undefined, pages: number): number {
  const number = /^[1-9]\d{0,5}$/.test(query ?? "") ? Number(query) : 1;
  return number <= pages ? number : 1;
}
