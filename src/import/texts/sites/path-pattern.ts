/**
 * Whether a path is one of a pattern's: `*` stands for anything within a folder, `**` for any folders. A pattern that names a
 * folder means all in it, and one without a `/` a name at any depth (gitignore).
 */
export function matchesPattern(path: string, pattern: string): boolean {
  const plain = pattern.replace(/^\.?\//, "").replace(/\/$/, "");
  if (plain === "" || plain === "**") return true;
  const source = plain
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*\*\/?|\*|\?/g, (wild) => (wild === "?" ? "[^/]" : wild === "*" ? "[^/]*" : ".*"));
  const anywhere = plain.includes("/") || pattern.startsWith("/") ? "" : "(?:.*/)?";
  return new RegExp(`^${anywhere}${source}(?:/.*)?$`, "i").test(path);
}
