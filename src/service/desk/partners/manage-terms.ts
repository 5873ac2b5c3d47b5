/** How long a former key may go on, in hours: at once, a day, a week, a month. */
export const OVERLAPS = [0, 24, 168, 720] as const;

/** A megabyte as limits are told in: 1,000,000 bytes. */
export const MEGABYTE = 1_000_000;

/** What a page says was done. */
export const DONE = {
  created: "The partner is added. Make a key for it, and give the key to it.",
  changed: "It is changed, and holds everywhere within two seconds.",
  revoked: "The key is revoked: within two seconds it opens nothing, anywhere.",
} as const;
