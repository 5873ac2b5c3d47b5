/** What the system has against a file, in words that follow its path. */
const FILE_FAULTS: Record<string, string> = {
  ENOENT: "is not there",
  EISDIR: "is a folder",
  ENOTDIR: "is no folder",
  EEXIST: "is there already",
  EACCES: "may not be read or written",
  EPERM: "may not be read or written",
  EROFS: "cannot be written to",
  ENOSPC: "has no space left",
};

/** Why something failed, as one line for people. `fetch` hides that in its error's cause. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A host of several addresses fails once for each.
  if (error instanceof AggregateError && error.message === "") return error.errors.map(reasonOf).join(", ");
  if (error.cause instanceof Error) return reasonOf(error.cause);
  const { code = "", path, dest = path }: NodeJS.ErrnoException & { dest?: string } = error;
  if (dest !== undefined && FILE_FAULTS[code] !== undefined)
    return `${code === "ENOENT" ? path : dest} ${FILE_FAULTS[code]}`;
  return error.message.replaceAll(/\s*\n\s*/g, " ") || error.name;
}
