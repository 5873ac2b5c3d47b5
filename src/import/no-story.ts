/** What a folder holds beside its stories, by the ends of names: what it is, for people. */
const BY_ENDING: [string, string][] = [
  ["a picture", "apng avif bmp eps gif heic heif icns ico jfif jpe jpeg jpg jxl png psd svg svgz tif tiff webp"],
  [
    "a recording",
    "aac aif aiff flac m4a m4v mid mkv mov mp3 mp4 mpeg mpg oga ogg ogv opus srt vtt wav webm wma wmv avi",
  ],
  ["a font", "eot otf ttc ttf woff woff2"],
  ["a style sheet", "css less sass scss styl xsl xslt"],
  ["a script", "bash bat cjs coffee cts go jl js lua map mjs mts php pl ps1 py pyc r rb sh ts wasm zsh"],
  [
    "a template",
    "astro ejs erb ftl haml handlebars hbs j2 jinja jinja2 jsx liquid mustache njk pug slim svelte tmpl tpl tsx twig vue",
  ],
  [
    "configuration or data",
    "bib cfg cnf conf csv env geojson gpx hcl ini ipynb kml lock mod neon parquet plist po pot properties sql sqlite sum tf toml tsv webmanifest yaml yml",
  ],
  ["a paper beside the texts", "epub pdf ps"],
  ["an archive", "7z bz2 dmg iso jar rar tar tgz xz zst"],
  ["what an editor left", "bak orig rej swo swp tmp"],
];

const ENDINGS = new Map(
  BY_ENDING.flatMap(([what, endings]) => endings.split(" ").map((end): [string, string] => [end, what])),
);

/** Whole names, in lower case, whose ending would let them pass for a text or a feed. */
const BY_NAME: [string, RegExp][] = [
  [
    "configuration or data",
    /^(package|package-lock|npm-shrinkwrap|composer|bower|manifest|site|vercel|now|netlify|firebase|renovate|lerna|nx|turbo|deno|biome|angular|theme|tsconfig[\w.-]*|jsconfig[\w.-]*)\.json$/,
  ],
  [
    "configuration or data",
    /\.(config|conf|rc)\.json$|^(robots|humans|ads|app-ads|security|requirements|cmakelists|_redirects|_headers)\.txt$/,
  ],
  [
    "configuration or data",
    /^(sitemap[\w.-]*|browserconfig|crossdomain|opensearch(description)?|pom|web\.config)\.xml$/,
  ],
  [
    "configuration or data",
    /^(_redirects|_headers|cname|codeowners|dockerfile|containerfile|gemfile|jenkinsfile|makefile|procfile|rakefile|vagrantfile|brewfile|caddyfile|go\.(mod|sum))$/,
  ],
  [
    "a licence",
    /^(un)?licen[cs]e(-(mit|apache|bsd|cc|gpl|mpl)[\w.-]*)?(\.(md|txt))?$|^copying(\.lesser)?$|^notice(\.(md|txt))?$/,
  ],
  ["what the system left", /^(thumbs\.db|desktop\.ini|icon\r)$/],
];

/** Of a project, beside its configuration: not of a site, which may have a story of any name. */
const OF_A_PROJECT =
  /^(readme|contributing|code[_-]of[_-]conduct|security|support|governance|maintainers|authors|contributors|changelog|changes|history|todo)([._-][\w.-]+)?(\.(md|markdown|txt|mdx))?$|^(authors|contributors|changelog|readme|todo|version)$/;

/** Folders that no generator publishes. */
const FOLDERS =
  /^(node_modules|bower_components|__pycache__|__macosx|_site|_layouts|_includes|_sass|_plugins|_data|_templates|_scaffolds)$/;

/** Those that hold none of a site's stories where they stand beside its configuration: what it is made with, and what was made. */
const OF_A_SITE =
  /^(archetypes|layouts|themes|i18n|resources|scaffolds|templates|public|dist|build|out|vendor|coverage|test|tests|scripts)$/;

/** The file by which a folder is known for a site's or a program's own. */
const CONFIGURATION =
  /^(package\.json|composer\.json|gemfile|cargo\.toml|go\.mod|pyproject\.toml|_config\.ya?ml|(hugo|config)\.(toml|ya?ml|json)|mkdocs\.ya?ml|(eleventy|astro|gatsby|next|nuxt|docusaurus|vite|svelte|pelicanconf|\.eleventy)[\w.-]*\.(c?js|mjs|ts|py)|\.git)$/;

/** Whether a folder is one that a site or a program is made of, by the names in it. */
export const isProject = (names: string[]): boolean => names.some((name) => CONFIGURATION.test(name.toLowerCase()));

/**
 * Why a file or a folder is passed over unread, by its name alone, for people: `a picture`. Null: it may hold a story.
 *
 * @param inProject its folder is a project's: `isProject`
 */
export function noStory(name: string, isFolder: boolean, inProject: boolean): string | null {
  if (name.startsWith(".")) return "hidden";
  const lower = name.toLowerCase();
  if (isFolder)
    return FOLDERS.test(lower) || (inProject && OF_A_SITE.test(lower)) ? "a folder that no site publishes" : null;
  const known = BY_NAME.find(([, pattern]) => pattern.test(lower))?.[0];
  if (known) return known;
  if (inProject && OF_A_PROJECT.test(lower)) return "about the project";
  if (lower.endsWith("~")) return "what an editor left";
  return ENDINGS.get(/\.([a-z0-9]+)$/.exec(lower)?.[1] ?? "") ?? null;
}
