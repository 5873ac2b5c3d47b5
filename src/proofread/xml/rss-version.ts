/** Whether a document is of RSS 2.0; one that does not say its version is read as one. */
export const isRss2 = ({ version }: { version: string }): boolean => version === "" || /^2(?:\.|$)/.test(version);
