import type { SiteRules } from "../../site-rules.ts";
import { matchesPattern } from "../sites/path-pattern.ts";
import { HIDDEN_FOLDERS } from "./publication-words.ts";

/** Why a file is not to be shown, by where it lies; undefined where nothing speaks against it. */
export function hiddenByPlace(path: string, rules: SiteRules): string | undefined {
  const folders = path.split("/");
  const name = folders.pop() ?? "";
  const folder = folders.find((one) => HIDDEN_FOLDERS.test(one));
  if (folder !== undefined) return `it lies in ${folder}`;
  if (/\.draft\.\w+$/i.test(name)) return "its name says that it is a draft";
  const kept = folders.find(
    (one) => one.startsWith("_") && one !== "_posts" && !rules.collections.includes(one.slice(1)),
  );
  if (kept !== undefined) return `it lies in ${kept}, of which its site makes no pages`;
  if (name.startsWith("_")) return "its name begins with _, so that its site makes no page of it";
  return rules.excluded.some((pattern) => matchesPattern(path, pattern))
    ? "its site's settings leave it out"
    : undefined;
}
