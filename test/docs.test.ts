import { execFile, execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { parseArticle } from "../src/article/parse.ts";
import { articleFields } from "../src/article/schema.ts";
import { type FeedInput, parseCatalog } from "../src/feed/catalog.ts";
import { definitionSchema, PROFILES, siteSchema } from "../src/feed/definition.ts";
import { familySchema } from "../src/feed/family.ts";
import { FORMATS } from "../src/feed/feed.ts";
import { parseAddress } from "../src/feed/redirects/address.ts";
import { SET_NAMES, SETS } from "../src/feed/redirects/sets.ts";
import { type SourceInput, sourceSchema } from "../src/feed/source.ts";
import { addressesIn, commandsIn, optionsOf, type Readme, ROOT, readReadme } from "./docs/readme.ts";
import { PATHS } from "./interface.ts";
import { SITE } from "./site.ts";

const run = promisify(execFile);

const git = (...args: string[]): string[] =>
  execFileSync("git", args, { cwd: ROOT, encoding: "utf8" }).split("\n").filter(Boolean);

/** Those that are new, too: who writes one hears of its faults before it is committed. */
const paths = git("ls-files", "--cached", "--others", "--exclude-standard", "README.md", "**/README.md");
const readmes = paths.map(readReadme);
const scripts: Record<string, string> = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).scripts;

/** What npm does without a script of ours. */
const NPM_COMMANDS = ["ci", "install", "pack", "publish"];

/** Served, though the description of the API leaves it out: one home alone has it. */
const UNDESCRIBED = { "/metrics": ["get"] };

/** Scripts that say which words they take: the first of them is a command or a part. */
const WORDED = ["partners", "bench"];

/** A function with its brackets, or a constant. */
const NAME = /^([A-Za-z]\w*(?=\(\))|[A-Z]{4,}(?:_[A-Z]+)*)(?:\(\))?$/;

/** Places of the machine, not of the service. */
const OF_THE_MACHINE = /^\/(?:etc|opt|var|data|tmp|dev)\b/;

/** Digits that are to be filled in. */
const PLACEHOLDER = /^N+(?:_|$)/;

const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(ROOT, "src", file), "utf8"))
  .join("\n");

const shellOf = ({ spans, blocks }: Readme): string =>
  [...spans, ...blocks.filter(({ language }) => language === "sh").map(({ text }) => text)].join("\n");
const commands = readmes.flatMap((readme) => commandsIn(shellOf(readme)));
const addresses = readmes.flatMap(addressesOf);
const blocks = readmes.flatMap((readme) => readme.blocks);

/** What the scripts that are given words or options say of themselves. */
const helps = new Map<string, string>();
for (const script of new Set(commands.flatMap(({ name, args }) => (args.length > 0 ? name : [])))) {
  const [, ...args] = (scripts[script] ?? "").split(" ");
  const { stdout } = await run(process.execPath, [...args, "--help"], { cwd: ROOT });
  helps.set(script, stdout);
}

describe("the documents", () => {
  it("are there, and say something that can be checked", () => {
    expect(readmes.map(({ path }) => path)).toEqual(expect.arrayContaining(["README.md", "src/README.md"]));
    expect(readmes.length).toBeGreaterThan(10);
    expect(readmes.flatMap(({ links }) => links).length).toBeGreaterThan(40);
    expect(readmes.flatMap(filesOf).length).toBeGreaterThan(80);
    expect(addresses.length).toBeGreaterThan(50);
    for (const kind of ["npm", "script", "binary"])
      expect(commands.filter((command) => command.kind === kind).length, kind).toBeGreaterThan(4);
    expect(commands.flatMap(({ args }) => optionsOf(args)).length).toBeGreaterThan(5);
    for (const language of ["sh", "json", "ts"])
      expect(blocks.filter((block) => block.language === language).length, language).toBeGreaterThan(1);
    expect(blocks.flatMap(({ text }) => articlesIn(text)).length).toBeGreaterThan(1);
  });

  it("have a front door that is short", () => {
    expect(readReadme("README.md").text.trimEnd().split("\n").length).toBeLessThanOrEqual(250);
  });

  it("can all be come to from the front door", () => {
    const found = new Set(["README.md"]);
    for (const path of found)
      for (const target of readmes.find((one) => one.path === path)?.links.map((link) => targetOf(path, link)) ?? [])
        if (paths.includes(target)) found.add(target);
    expect(paths.filter((path) => !found.has(path))).toEqual([]);
  });
});

describe.each(readmes)("$path", (readme) => {
  it("links to what is there", () => {
    const own = readme.links.filter((link) => !/^[a-z]+:/.test(link));
    expect(own.filter((link) => !leads(readme, link))).toEqual([]);
  });

  it("names files that are there", () => {
    expect(filesOf(readme).filter((file) => !isThere(readme, file))).toEqual([]);
  });

  it("names functions and constants that are there", () => {
    const named = readme.spans.flatMap((span) => NAME.exec(span)?.[1] ?? []).filter((name) => !PLACEHOLDER.test(name));
    const missing = named.filter((name) => !new RegExp(`\\b${name}\\b`).test(sources));
    expect(missing).toEqual([]);
  });

  it("gives commands that there are, with options that they know", () => {
    expect(commandsIn(shellOf(readme)).flatMap(faultsOf)).toEqual([]);
    const alone = optionsOf(readme.spans.filter((span) => span.startsWith("--")));
    expect(
      alone.filter((option) => ![...helps.keys()].some((script) => optionsKnown(script).includes(option))),
    ).toEqual([]);
  });

  it("names addresses that are served", () => {
    expect(addressesOf(readme).filter((address) => !isServed(address))).toEqual([]);
  });

  it("has examples that are JSON, articles and definitions", () => {
    for (const { language, text } of readme.blocks) {
      if (language === "json") expect(JSON.parse(text)).toBeTypeOf("object");
      if (language === "sh")
        for (const article of articlesIn(text)) expect(parseArticle(article).status).toBe("parsed");
      if (language === "ts") expect(() => parseBlock(text)).not.toThrow();
    }
  });
});

describe("a table of fields", () => {
  it.each([
    ["src/service/api/README.md", Object.keys(articleFields.shape)],
    ["feeds/README.md", Object.keys(definitionSchema.shape)],
    ["feeds/README.md", Object.keys(familySchema.shape)],
    ["feeds/README.md", Object.keys(siteSchema.shape)],
    ["src/service/partner/README.md", [...PROFILES]],
    ["src/service/sources/README.md", Object.keys(sourceSchema.shape)],
  ])("in %s has all of them", (path, fields) => {
    expect(fields.length).toBeGreaterThan(5);
    const { spans } = readReadme(path);
    const named = new Set(spans.map((span) => span.replace("[]", "")));
    expect(fields.filter((field) => !named.has(field))).toEqual([]);
  });
});

/** A path from the root, and the heading behind `#`. */
function targetOf(path: string, link: string): string {
  const [file = ""] = link.split("#");
  return file === "" ? path : relative(ROOT, join(ROOT, dirname(path), file));
}

function leads({ path }: Readme, link: string): boolean {
  const target = targetOf(path, link);
  const anchor = link.split("#")[1];
  if (!existsSync(join(ROOT, target))) return false;
  return anchor === undefined || readReadme(target).anchors.includes(anchor);
}

/** What looks like a file or folder of ours: of the root, or of the README's own folder. */
function filesOf(readme: Readme): string[] {
  return [
    ...readme.spans.filter((span) => /^(?:\.\.\/)?[\w.-]+(?:\/[\w.-]+)*(?:\/|\.(?:tsx?|sql|md|toml|json))$/.test(span)),
    ...shellOf(readme)
      .split(/[\s'"]+/)
      .filter((word) => /^(?:src|test|feeds)\//.test(word)),
  ].filter((file) => !PLACEHOLDER.test(file));
}

const isThere = ({ folder }: Readme, file: string): boolean =>
  existsSync(join(ROOT, file)) || existsSync(join(ROOT, folder, file));

const optionsKnown = (script: string): string[] => ["--help", ...(helps.get(script)?.match(/--[a-z][a-z-]*/g) ?? [])];

function faultsOf({ kind, name, args }: ReturnType<typeof commandsIn>[number]): string[] {
  if (kind === "binary")
    return existsSync(join(ROOT, "node_modules/.bin", name)) ? [] : [`npx ${name} is not installed`];
  if (!(name in scripts)) return kind === "npm" && NPM_COMMANDS.includes(name) ? [] : [`there is no npm run ${name}`];
  if (args.length === 0) return [];
  const unknown = optionsOf(args).filter((option) => !optionsKnown(name).includes(option));
  const word = WORDED.includes(name) ? args.find((arg) => /^[a-z]/.test(arg)) : undefined;
  if (word !== undefined && !new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(helps.get(name) ?? "")) unknown.push(word);
  return unknown.map((one) => `${name} does not know ${one}`);
}

function addressesOf({ spans, blocks }: Readme): ReturnType<typeof addressesIn> {
  const texts = blocks.filter(({ language }) => language === "sh" || language === "").map(({ text }) => text);
  return [...spans, ...texts].flatMap(addressesIn).filter(({ path }) => !OF_THE_MACHINE.test(path));
}

/** An address that some kind of old site had for a feed. */
function isOld(path: string): boolean {
  const address = parseAddress(path);
  return address !== null && SET_NAMES.some((name) => SETS[name](address) !== null);
}

/** A path as the description has it, or what such paths start with; or else one that redirects know. */
function isServed({ method = "GET", path }: ReturnType<typeof addressesIn>[number]): boolean {
  if (isOld(path)) return true;
  const concrete = path.replaceAll("{format}", FORMATS[0]).replace(/\{\w+\}/g, "x");
  return Object.entries({ ...PATHS, ...UNDESCRIBED }).some(([template, methods]) => {
    if (path.endsWith("/") && template.startsWith(path)) return true;
    return patternOf(template).test(concrete) && methods.includes(method.toLowerCase());
  });
}

/** A family's feed has a slug of two parts. */
const FEED_ADDRESS = /^\/(?:api\/)?(?:feeds|partner)\//;

const patternOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .replace(/[.*+?^$|()[\]\\]/g, "\\$&")
      .replaceAll("{slug}", FEED_ADDRESS.test(template) ? "[a-z0-9-]+(?:/[a-z0-9-]+)?" : "[a-z0-9-]+")
      .replace(/\{\w+\}/g, "[^/]+")}$`,
  );

/** The articles that a shell's lines send. */
function articlesIn(text: string): unknown[] {
  // The shell puts a time in.
  const sent = [
    ...text.replace(/'\$\(date [^)]*\)'/g, "2026-03-13T06:10:00Z").matchAll(/\/api\/articles\/(\S+)[^']*-d '([^']*)'/g),
  ];
  return sent.map(([, id, body = ""]) => ({ id, ...JSON.parse(body) }));
}

/**
 * Parses a block's masthead or definitions, as a file in `feeds/` would be.
 *
 * @throws where it has a fault, defines nothing, or imports what is not there
 */
function parseBlock(text: string): void {
  const definitions: FeedInput[] = [];
  const define = (definition: FeedInput) => definitions.push(definition);
  let site = SITE;
  for (const [, from = ""] of text.matchAll(/^import .* from "(.*)";$/gm)) statSync(join(ROOT, "feeds", from));
  const code = text.replace(/^import .*$/gm, "").replace(/^export (?:default )?/gm, "");
  const sources: SourceInput[] = [];
  const defineSource = (source: SourceInput) => sources.push(source);
  const defineSite = (masthead: typeof SITE) => {
    site = masthead;
  };
  new Function("defineFeed", "defineFamily", "defineSource", "defineSite", code)(
    define,
    define,
    defineSource,
    defineSite,
  );
  if (definitions.length + sources.length === 0 && site === SITE) throw new Error("nothing is defined");
  parseCatalog(site, definitions, undefined, sources);
}
