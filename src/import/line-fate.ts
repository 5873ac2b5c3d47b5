/** What a person says that a line of a page is, where the parser would take it for something else. */
export const LINE_FATES = ["headline", "story", "subheading", "caption", "none"] as const;
export type LineFate = (typeof LINE_FATES)[number];

/** By the number of a line, from 1. It stands for the whole paragraph that the line is in. */
export type LineFates = Record<number, LineFate>;

export const isLineFate = (text: string): text is LineFate => LINE_FATES.some((fate) => fate === text);
