/**
 * SQL: whether a row of `membership` may be seen. An article of its feed is in sight from the one time to the other.
 *
 * @param row the row's name in the statement
 * @param now where the statement has the time, in milliseconds
 */
export const visible = (row: string, now: string): string =>
  `${row}.visible_from <= ${now} AND (${row}.visible_until IS NULL OR ${row}.visible_until > ${now})`;

/**
 * SQL: whether a row of `membership` may be seen in a page of an archive, in which the notice of a story that was taken back
 * stands for good.
 *
 * @param row the row's name in the statement
 * @param now where the statement has the time, in milliseconds
 */
export const visibleOrNotice = (row: string, now: string): string =>
  `${row}.visible_from <= ${now} AND (${row}.visible_until IS NULL OR ${row}.visible_until > ${now} OR ${row}.notice)`;
