import type { SiteDefaults, SiteRules } from "../../../site-rules.ts";
import { isObject } from "../../../values/json.ts";
import { type Fields, parseSettings } from "../../front-matter/parse-fields.ts";
import { readFrontMatter } from "../../front-matter/read-front-matter.ts";
import { fieldsSetting, homeOf, rootIn, type SiteFiles, setting, textSetting, zoneOf } from "./setting.ts";

/** gohugo.io/configuration: one file, or a folder of them, named after what they hold. Zola's `config.toml` has the like. */
export function readHugo(files: SiteFiles): Partial<SiteRules> {
  const settings = readSettings(files);
  const root = rootIn(files, textSetting(settings, "contentDir") ?? "content");
  const main = mainFolder(settings, files);
  const content = main ?? root ?? "";
  const permalinks = fieldsSetting(settings, "permalinks");
  return {
    home: homeOf(textSetting(settings, "baseURL") ?? textSetting(settings, "base_url")),
    zone: zoneOf(textSetting(settings, "timeZone")),
    root,
    main,
    ending: setting(settings, "uglyURLs") === true ? ".html" : undefined,
    permalinks: onlyTexts({ ...permalinks, ...fieldsSetting(permalinks, "page") }),
    defaults: [...cascades(setting(settings, "cascade"), content), ...sectionCascades(files, content)],
    // gohugo.io/content-management/page-bundles: other texts in one are resources of its page.
    bundles: new Set(files.paths.flatMap((path) => /^(.+)\/index\.(?:md|html)$/.exec(path)?.[1] ?? [])),
  };
}

function readSettings({ texts }: SiteFiles): Fields {
  const all: Fields = {};
  for (const [path, text] of Object.entries(texts)) {
    const name = /^(?:config\/_default\/)?([a-z]+)\.(?:toml|ya?ml|json)$/.exec(path)?.[1];
    if (name === "hugo" || name === "config") Object.assign(all, parseSettings(path, text));
    else if (["permalinks", "cascade", "languages", "module"].includes(name ?? ""))
      all[name as string] = parseSettings(path, text);
  }
  return all;
}

/** gohugo.io/content-management/multilingual: by a language's folder, or one that is mounted in its place. */
function mainFolder(settings: Fields, files: SiteFiles): string | undefined {
  const language = textSetting(settings, "defaultContentLanguage") ?? "en";
  const mounts = [setting(fieldsSetting(settings, "module"), "mounts")].flat().filter(isObject);
  const mounted = mounts.find(({ target, lang }) => target === "content" && (lang === undefined || lang === language));
  const own = fieldsSetting(fieldsSetting(settings, "languages"), language);
  const folder = textSetting(own, "contentDir") ?? textSetting(mounted ?? {}, "source");
  return folder === undefined ? undefined : rootIn(files, folder);
}

/** What a section's `_index.md` hands down to all below it. */
const sectionCascades = ({ texts }: SiteFiles, content: string): SiteDefaults[] =>
  Object.entries(texts).flatMap(([path, text]) => {
    if (!/(?:^|\/)_index\.\w+$/.test(path)) return [];
    const read = readFrontMatter(text);
    const within = cascades(setting(read.status === "read" ? read.fields : {}, "cascade"), "");
    return within.map((one) => ({
      ...one,
      files: one.files === "**" ? path.replace(/[^/]*$/, "**") : `${content}${one.files}`,
    }));
  });

/** A cascade is fields, or several of them, each for the pages of a pattern (gohugo.io/configuration/cascade). */
const cascades = (cascade: unknown, folder: string): SiteDefaults[] =>
  [cascade].flat().flatMap((one) => {
    if (!isObject(one)) return [];
    const { target, _target = target, params, ...own } = one;
    const fields = { ...(isObject(params) ? params : {}), ...own };
    const path = isObject(_target) ? textSetting(_target, "path") : undefined;
    const patterns = path === undefined ? ["**"] : path.replace(/^\{|\}$/g, "").split(",");
    return patterns.map((pattern) => ({ files: `${folder}${pattern.trim().replace(/^\/+/, "")}`, fields }));
  });

const onlyTexts = (fields: Fields): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
