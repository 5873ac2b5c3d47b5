/** Thrown where a document cannot be read on, with what is wrong with it; all else that is thrown is a bug. */
export class Unreadable extends Error {}
