import type { SiteRules } from "../../../site-rules.ts";
import { parseSettings } from "../../front-matter/parse-fields.ts";
import { homeOf, rootIn, type SiteFiles, textSetting, textsSetting, zoneOf } from "./setting.ts";

/** hexo.io/docs/configuration. */
export function readHexo(files: SiteFiles): Partial<SiteRules> {
  const file = Object.keys(files.texts).find((path) => /^_config\.\w+$/.test(path));
  const settings = file === undefined ? {} : parseSettings(file, files.texts[file] ?? "");
  const permalink = textSetting(settings, "permalink");
  const root = rootIn(files, textSetting(settings, "source_dir") ?? "source");
  return {
    home: homeOf(textSetting(settings, "url"), textSetting(settings, "root")),
    zone: zoneOf(textSetting(settings, "timezone")),
    root,
    permalinks: permalink === undefined ? {} : { "": permalink },
    // Their patterns begin below the folder of sources.
    excluded: ["exclude", "ignore"].flatMap((name) => textsSetting(settings, name)).map((one) => `${root ?? ""}${one}`),
    hasPosts: files.paths.some((path) => /(?:^|\/)_posts\//.test(path)),
  };
}
