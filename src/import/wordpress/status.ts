/** Why a post is not shown to everybody, for people. What WordPress publishes at a date is an embargo, which is no reason. */
export function whyNotPublic(status: string | undefined, hasPassword: boolean): string | undefined {
  if (hasPassword) return "it has a password";
  const name = status?.trim().toLowerCase() ?? "";
  if (name === "publish" || name === "future") return undefined;
  return REASONS.get(name) ?? `it says status: ${name || "nothing"}, which nobody here understands`;
}

/** Why a post is not shown that its site has taken back. */
export const IN_TRASH = "it is in the trash";

/** WordPress's own, "Post Status": plugins add others. */
const REASONS = new Map([
  ["draft", "it is a draft"],
  ["auto-draft", "it is a draft that nobody saved"],
  ["pending", "it waits for review"],
  ["private", "it is private"],
  ["trash", IN_TRASH],
]);
