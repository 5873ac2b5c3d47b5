/** Why the service cannot start, in one line for whoever starts it. */
export function whyNot(
  error: unknown,
  { address, port, directory }: Record<"address" | "directory", string> & { port: number },
): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  const place = `${address}:${port}`;
  if (code === "EADDRINUSE") return `${place} is taken: choose another port with --port`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return `${address} is no address of this machine`;
  if (code === "EACCES" && /listen/.test(message))
    return `${place} may not be listened on: ports below 1024 are the system's`;
  if (["EACCES", "EPERM", "EROFS"].includes(code) || /readonly database|unable to open database file/.test(message))
    return `${directory} cannot be written to`;
  if (code === "ENOTDIR" || code === "EEXIST") return `${directory} is no directory`;
  if (code === "ENOSPC" || /database or disk is full|disk I\/O error/.test(message))
    return `the disk of ${directory} is full`;
  return message;
}
