/** Text that came from outside, for a terminal: there control characters act, and here they show. */
export const printable = (text: string): string => text.replace(/(?!\n)\p{Cc}/gu, "\uFFFD");
