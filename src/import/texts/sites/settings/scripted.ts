import type { SiteDefaults, SiteRules } from "../../../site-rules.ts";
import { parseSettings } from "../../front-matter/parse-fields.ts";
import { homeOf, rootIn, type SiteFiles, textSetting } from "./setting.ts";

/** Eleventy's settings are a program: only what stands in it as plain text is read. Its data files are JSON (11ty.dev/docs/data-template-dir). */
export function readEleventy(files: SiteFiles): Partial<SiteRules> {
  const input = inProgram(files, /^(?:\.eleventy|eleventy\.config)\./, "input");
  return {
    root: input === undefined ? undefined : rootIn(files, input),
    defaults: Object.entries(files.texts).flatMap(readDataFile),
    excluded: (files.texts[".eleventyignore"] ?? "").split(/\r?\n/).filter((line) => /^[^#!\s]/.test(line)),
  };
}

/** `posts/posts.json` is for all in its folder, `posts/first.json` for the files of that name. */
function readDataFile([path, text]: [string, string]): SiteDefaults[] {
  const [, folder, above, name] = /^((?:.*\/)?([^/]+)\/)([^/]+?)(?:\.11tydata)?\.json$/.exec(path) ?? [];
  if (folder === undefined || folder.startsWith("_")) return [];
  return [{ files: `${folder}${above === name ? "**" : `${name}.*`}`, fields: parseSettings(path, text) }];
}

/** docs.astro.build/en/reference/configuration-reference. */
export function readAstro(files: SiteFiles): Partial<SiteRules> {
  const said = (name: string) => inProgram(files, /^astro\.config\./, name);
  const isBare = said("trailingSlash") === "never" || said("format") === "file";
  return { home: homeOf(said("site"), said("base")), ending: isBare ? "" : undefined, root: rootIn(files, "src") };
}

/** The folder that is named for the plugin of templates. */
export function readObsidian({ texts }: SiteFiles): Partial<SiteRules> {
  const settings = parseSettings("templates.json", texts[".obsidian/templates.json"] ?? "");
  const folder = textSetting(settings, "folder");
  return { templates: ["templates/**", "_templates/**", ...(folder === undefined ? [] : [`${folder}/**`])] };
}

/** A property of a program's settings whose value is a text. */
function inProgram({ texts }: SiteFiles, file: RegExp, name: string): string | undefined {
  const path = Object.keys(texts).find((one) => file.test(one));
  const match = new RegExp(`(?<![\\w.])${name}["']?\\s*:\\s*(["'\`])([^"'\`$\\n]*)\\1`).exec(texts[path ?? ""] ?? "");
  return match?.[2];
}
