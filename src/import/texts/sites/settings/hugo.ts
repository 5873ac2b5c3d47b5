import type { SiteDefaults, SiteRules } from "../../../site-rules.ts";
import { isObject } from "../../../values/json.ts";
import { type Fields, parseFields, parseSettings } from "../../front-matter/parse-fields.ts";
import { splitFrontMatter } from "../../front-matter/split-front-matter.ts";
import { fieldsSetting, homeOf, rootIn, type SiteFiles, setting, textSetting, zoneOf } from "./setting.ts";

/** gohugo.io/configuration: one file, or a folder of them, named after what they hold. Zola's `config.toml` has the like. */
export function readHugo(files: SiteFiles): Partial<SiteRules> {
  const settings = readSettings(files);
  const root = rootIn(files, textSetting(settings, "contentDir") ?? "content");
  const permalinks = fieldsSetting(settings, "permalinks");
  return {
    home: homeOf(textSetting(settings, "baseURL") ?? textSetting(settings, "base_url")),
    zone: zoneOf(textSetting(settings, "timeZone")),
    root,
    ending: setting(settings, "uglyURLs") === true ? ".html" : undefined,
    permalinks: onlyTexts({ ...permalinks, ...fieldsSetting(permalinks, "page") }),
    defaults: [...cascades(setting(settings, "cascade"), root ?? ""), ...sectionCascades(files)],
    excluded: [],
  };
}

function readSettings({ texts }: SiteFiles): Fields {
  const all: Fields = {};
  for (const [path, text] of Object.entries(texts)) {
    const name = /^(?:config\/_default\/)?([a-z]+)\.(?:toml|ya?ml|json)$/.exec(path)?.[1];
    if (name === "hugo" || name === "config") Object.assign(all, parseSettings(path, text));
    else if (name === "permalinks" || name === "cascade") all[name] = parseSettings(path, text);
  }
  return all;
}

/** What a section's `_index.md` hands down to all below it. */
const sectionCascades = ({ texts }: SiteFiles): SiteDefaults[] =>
  Object.entries(texts).flatMap(([path, text]) => {
    if (!/(?:^|\/)_index\.\w+$/.test(path)) return [];
    const split = splitFrontMatter(text);
    const parsed = split.status === "split" && split.block ? parseFields(split.block) : undefined;
    const fields = parsed?.status === "parsed" ? parsed.fields : {};
    return cascades(setting(fields, "cascade"), path.replace(/[^/]*$/, ""));
  });

/** A cascade is fields, or several of them, each for the pages of a pattern. */
const cascades = (cascade: unknown, folder: string): SiteDefaults[] =>
  [cascade].flat().flatMap((one) => {
    if (!isObject(one)) return [];
    const { target, _target = target, params, ...fields } = one;
    const path = isObject(_target) ? textSetting(_target, "path") : undefined;
    const under = path === undefined ? `${folder}**` : `content/${path.replace(/^\/|^\{|\}$/g, "")}`;
    return [{ files: under, fields: { ...(isObject(params) ? params : {}), ...fields } }];
  });

const onlyTexts = (fields: Fields): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
