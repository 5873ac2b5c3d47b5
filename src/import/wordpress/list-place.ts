/** The most that WordPress gives at once ("Pagination"). */
export const MAX_PER_PAGE = 100;

/**
 * How far a list of WordPress's is read, by ids and from an offset: what is written or changed meanwhile moves nothing, and what goes away
 * moves the others forward, which the total tells.
 */
export class ListPlace {
  offset = 0;
  total: number | undefined;

  /**
   * Takes what the site says it has now; undefined: it does not say.
   *
   * @returns whether something went away, so that it is to be asked again, from further back
   */
  isMoved(said: number | undefined): boolean {
    const gone = said === undefined || this.total === undefined ? 0 : Math.max(0, this.total - said);
    this.offset = Math.max(0, this.offset - gone);
    this.total = said ?? this.total;
    return gone > 0;
  }

  /**
   * Goes on behind what came.
   *
   * @param asked for how many it was asked
   * @returns whether that was the end
   */
  isEndAfter(count: number, asked: number): boolean {
    this.offset += count;
    return count === 0 || (this.total === undefined ? count < asked : this.offset >= this.total);
  }
}
