/** What a page's lists and texts may take of its 30 KB, in bytes of UTF-8; the frame around them takes less than 10. */
export const MAX_PORTION_BYTES = 19_000;

/** Finished HTML cut into pages: as many pieces in each as the bytes allow, and one at least. */
export function portions(pieces: string[], bytes = MAX_PORTION_BYTES): string[][] {
  const cut: string[][] = [];
  let room = 0;
  for (const piece of pieces) {
    const size = Buffer.byteLength(piece);
    const last = cut.at(-1);
    if (last && size <= room) {
      last.push(piece);
      room -= size;
    } else {
      cut.push([piece]);
      room = bytes - size;
    }
  }
  return cut;
}

/** The page that `?page=` asks for, counted from 1; what is no page's number is the first. */
export function pageNumber(query: string | undefined, pages: number): number {
  const number = /^[1-9]\d{0,5}$/.test(query ?? "") ? Number(query) : 1;
  return number <= pages ? number : 1;
}
