import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { definitions as sampleDefinitions } from "../../../feeds/index.ts";
import sampleSite from "../../../feeds/site.ts";
import { sources as sampleSources } from "../../../feeds/sources.ts";

/** Stands in the package for the files of `feeds/`: those of the folder that it is started in, or else the sample's. */
const FOLDER = join(process.cwd(), "feeds");
/** What files of it import. */
const DEFINERS = /^(?:wireproof\/feed|(?:\.\.\/)+src\/feed\/(?:definition|family|source)\.ts)$/;

const own = existsSync(join(FOLDER, "index.ts")) ? await ownFeeds() : undefined;

const site = own?.site ?? sampleSite;
const definitions = own?.definitions ?? sampleDefinitions;
const sources = own ? own.sources : sampleSources;

export { definitions, site as default, sources };

interface OwnFeeds {
  site: typeof sampleSite;
  definitions: typeof sampleDefinitions;
  sources: typeof sampleSources;
}

/** What is no definition is told by whoever parses them; what cannot be read ends the start in one line. */
async function ownFeeds(): Promise<OwnFeeds> {
  answerImports();
  try {
    const site = await read("site.ts");
    const index = await read("index.ts");
    const sources = existsSync(join(FOLDER, "sources.ts")) ? (await read("sources.ts")).sources : [];
    return { site: site.default, definitions: index.definitions, sources } as OwnFeeds;
  } catch (error) {
    const { stack = "", message } = error instanceof Error ? error : new Error(String(error));
    const place = /feeds\/[^\s():]+:\d+(?::\d+)?/.exec(stack)?.[0];
    console.error(`wireproof: ${place ?? "feeds"}: ${message.split("\n", 1)[0]}`);
    return process.exit(1);
  }
}

function read(name: string): Promise<Record<string, unknown>> {
  return import(pathToFileURL(join(FOLDER, name)).href);
}

/** In a clone, definitions import `../src/feed/definition.ts` and its like: here the package has them. */
function answerImports(): void {
  const folder = `${pathToFileURL(FOLDER).href}/`;
  const provided = new URL("./feed.js", import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      context.parentURL?.startsWith(folder) && DEFINERS.test(specifier)
        ? { url: provided, shortCircuit: true }
        : next(specifier, context),
  });
}
