/** A time as files' names have it, `20260313T061000Z`: names sort by it, and no file system minds a colon. */
export const timeInName = (time: number): string => new Date(time).toISOString().replaceAll(/[-:]|\.\d+/g, "");

/** The end of a file's name that has such a time in it, before its extension. */
export const TIME_AT_END = /-\d{8}T\d{6}Z$/;
