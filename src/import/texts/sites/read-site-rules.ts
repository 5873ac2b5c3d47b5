import { type Generator, NO_RULES, type SiteRules } from "../../site-rules.ts";
import { withoutUndefined } from "../../values/keep.ts";
import { readContentPath } from "./content-path.ts";
import { guessByFiles } from "./guess-generator.ts";
import { pathAddress } from "./path-address.ts";
import { readHexo } from "./settings/hexo.ts";
import { readHugo } from "./settings/hugo.ts";
import { readJekyll } from "./settings/jekyll.ts";
import { readAstro, readEleventy, readObsidian } from "./settings/scripted.ts";
import type { SiteFiles } from "./settings/setting.ts";

const READERS: Record<Generator, (files: SiteFiles) => Partial<SiteRules>> = {
  hugo: readHugo,
  jekyll: readJekyll,
  eleventy: readEleventy,
  astro: readAstro,
  hexo: readHexo,
  obsidian: readObsidian,
};

/** At a site's root, or below it. */
const SETTINGS =
  /^(?:hugo\.\w+|config\.(?:toml|ya?ml|json)|config\/_default\/\w+\.\w+|_config\.\w+|astro\.config\.\w+|eleventy\.config\.\w+|\.eleventy\.\w+|\.eleventyignore|\.obsidian\/templates\.json)$/;
const HANDED_DOWN = /(?:^|\/)_index\.\w+$|\.11tydata\.json$|(?:^|\/)([^/]+)\/\1\.json$/;

/** Whether a file may hold what `readSiteRules` reads, by its path within the site. */
export const mayHoldSettings = (path: string): boolean => SETTINGS.test(path) || HANDED_DOWN.test(path);

/**
 * What a site's own settings say of its files, as far as they can be read without running it.
 *
 * @param asked the generator that the person who imports it names; otherwise it is guessed
 */
export function readSiteRules(files: SiteFiles, asked?: Generator): SiteRules {
  const guess = asked === undefined ? guessByFiles(files.paths, files.texts) : { generator: asked };
  const read = guess.generator === undefined ? {} : READERS[guess.generator](files);
  const rules: SiteRules = { ...NO_RULES, ...guess, ...withoutUndefined(read) };
  return { ...rules, owners: ownersOf(files.paths, rules) };
}

function ownersOf(paths: string[], rules: SiteRules): Record<string, string> {
  const owners = new Map<string, string>();
  for (const path of paths.toSorted()) {
    const address = pathAddress(readContentPath(path, rules), rules);
    if (!owners.has(address)) owners.set(address, path);
  }
  return Object.fromEntries(owners);
}
