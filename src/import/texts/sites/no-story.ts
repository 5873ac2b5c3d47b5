import type { SiteRules } from "../../site-rules.ts";
import { type ContentPath, MARKUP, readContentPath } from "./content-path.ts";
import { matchesPattern } from "./path-pattern.ts";

const DESIGN =
  /^(?:_(?:includes|layouts|data|sass|templates|partials|components|site)|archetypes|layouts|themes|node_modules)$/i;
const ABOUT =
  /^(?:readme|license|licence|contributing|changelog|code[-_]of[-_]conduct|security|authors|support)(?:\.\w+)?$/i;
/** A file without an extension may be a text, too. */
const BARE = /(?:^|\/)[^./]*$/;

/** Why a file of a site was never meant to be a story; undefined where it may be one. */
export function whyNoStory(path: string, rules: SiteRules, isDated: boolean): string | undefined {
  const folders = path.split("/");
  const name = folders.pop() ?? "";
  // All else with front matter is a template, a style or a list (Jekyll, Eleventy).
  if (!MARKUP.test(path) && !BARE.test(path)) return "it is a template or a style of its site";
  if (/^_index\.\w+$/.test(name)) return "it is a page that lists others";
  const design = folders.find(
    (folder) => DESIGN.test(folder) && (folder.startsWith("_") || rules.generator !== undefined),
  );
  if (design !== undefined) return `it is part of how its site looks: it lies in ${design}`;
  if (rules.generator === undefined) return undefined;
  if (rules.templates.some((pattern) => matchesPattern(path, pattern))) return "it is a template for new notes";
  if (folders.length === 0 && ABOUT.test(name)) return "it is about the site's files";
  if (rules.root !== undefined && !path.startsWith(rules.root))
    return `it lies outside ${rules.root}, where its site's stories are`;
  // Hexo dates pages, too.
  const hasOwnDate = isDated && !(rules.generator === "hexo" && path.startsWith("source/"));
  return isPage(readContentPath(path, rules), rules, hasOwnDate) ? "it is a page of its site, and no post" : undefined;
}

/** Beside posts, what has no date is a page. */
function isPage({ folders, name, isPost, collection }: ContentPath, rules: SiteRules, isDated: boolean): boolean {
  if (isPost || collection !== undefined) return false;
  if (rules.hasPosts) return !isDated;
  return folders.length === 0 && !isDated && (name === "" || name === "404");
}
