/** As much of a text as a message should repeat; of a character never one half. */
export const clip = (text: string): string =>
  (text.length > 100 ? `${text.slice(0, 100).replace(/[\uD800-\uDBFF]$/, "")}…` : text).toWellFormed();
