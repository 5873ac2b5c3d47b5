/** As much of a text as a message should repeat. */
export const clip = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);
