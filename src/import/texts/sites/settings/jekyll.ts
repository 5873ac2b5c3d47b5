import type { SiteDefaults, SiteRules } from "../../../site-rules.ts";
import { isObject } from "../../../values/json.ts";
import { type Fields, parseSettings } from "../../front-matter/parse-fields.ts";
import { readTruth } from "../../front-matter/truth.ts";
import { fieldsSetting, homeOf, type SiteFiles, setting, textSetting, textsSetting, zoneOf } from "./setting.ts";

/** jekyllrb.com/docs/configuration. */
export function readJekyll({ paths, texts }: SiteFiles): Partial<SiteRules> {
  const file = Object.keys(texts).find((path) => /^_config\.\w+$/.test(path));
  const settings = file === undefined ? {} : parseSettings(file, texts[file] ?? "");
  const collections = Object.entries(fieldsSetting(settings, "collections")).flatMap(([name, said]) =>
    isObject(said) && readTruth(said.output) === true ? [{ name, permalink: textSetting(said, "permalink") }] : [],
  );
  const permalink = textSetting(settings, "permalink");
  const named = [{ name: "", permalink }, ...collections].flatMap((one) =>
    one.permalink === undefined ? [] : [[one.name, one.permalink] as const],
  );
  return {
    home: homeOf(textSetting(settings, "url"), textSetting(settings, "baseurl")),
    zone: zoneOf(textSetting(settings, "timezone")),
    ending: permalink === "pretty" || permalink?.endsWith("/") ? "/" : undefined,
    permalinks: Object.fromEntries(named),
    defaults: [setting(settings, "defaults")].flat().flatMap(readDefaults),
    excluded: textsSetting(settings, "exclude"),
    collections: collections.map(({ name }) => name).filter((name) => name !== "posts"),
    hasPosts: paths.some((path) => /(?:^|\/)_posts\//.test(path)),
  };
}

/** jekyllrb.com/docs/configuration/front-matter-defaults. */
function readDefaults(said: unknown): SiteDefaults[] {
  if (!isObject(said)) return [];
  const scope = fieldsSetting(said, "scope");
  const type = textSetting(scope, "type");
  const path = textSetting(scope, "path")?.replace(/\/$/, "");
  if (type === "pages") return [];
  const fields: Fields = fieldsSetting(said, "values");
  const inType = type === undefined ? "**" : `**/_${type}/**`;
  return [
    {
      files: path === undefined ? inType : path.includes("*") || type === undefined ? path : `${path}/${inType}`,
      fields,
    },
  ];
}
