import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { readFeedSite } from "../../import/feed-site.ts";
import { isProject, noStory } from "../../import/no-story.ts";
import type { Generator } from "../../import/site-rules.ts";
import type { ReadSite } from "../../import/sites/site-reader.ts";
import type { ImportSource } from "../../import/source.ts";
import type { Skip, SourceKind } from "../../import/source-reading.ts";
import { isHttpUrl } from "../options.ts";
import { reasonOf } from "../reason.ts";
import { readSiteOf, type SitePlace } from "./site-of.ts";
import { isSubstackFolder, readSubstackFolder } from "./substack-folder.ts";

/** Three times the largest feed that readers accept; an archive comes in several files. */
const MAX_BYTES = 64_000_000;

/** Where one source is: a file or a URL. */
export interface SourcePlace extends SitePlace {
  name: string;
  isUrl: boolean;
  /** What reads it, where it is more than one file: a running site, an archive whose files belong together. */
  reader?: { kind?: SourceKind; read: ReadSite };
  /** The folder that it was found in, as it was named. */
  found?: string;
}

export type ExpandedSources =
  /** `passedOver`: what folders hold beside texts. */
  { status: "found"; places: SourcePlace[]; passedOver: Skip[] } | { status: "missing"; reason: string };
export type LoadedSource =
  | { status: "loaded"; bytes: Uint8Array; source: ImportSource }
  | { status: "unreadable"; reason: string };

/** What is said of all sources alike, on the command line. */
export type SourceDefaults = Pick<
  ImportSource,
  "now" | "base" | "date" | "section" | "tag" | "home" | "zone" | "publishAll" | "lines" | "fileTime" | "postTypes"
>;

/**
 * Folders become their files, all the way down and in a fixed order, without what is no text by its name.
 *
 * @param generator of the sites that they are, where it is not to be guessed
 */
export async function expandSources(names: string[], generator?: Generator): Promise<ExpandedSources> {
  const places: SourcePlace[] = [];
  const passedOver: Skip[] = [];
  for (const name of names) {
    if (isHttpUrl(name)) {
      places.push({ name, isUrl: true, reader: { read: readFeedSite } });
      continue;
    }
    const stats = await stat(name).catch(() => null);
    if (!stats) return { status: "missing", reason: `there is no file or folder ${name}` };
    if (stats.isDirectory() && (await isSubstackFolder(name))) {
      places.push({ name, isUrl: false, reader: { kind: "substack", read: readSubstackFolder } });
      continue;
    }
    const found = stats.isDirectory() ? name : undefined;
    const { files, others } = found === undefined ? { files: [name], others: [] } : await filesIn(found);
    if (files.length === 0) return { status: "missing", reason: `there is no file in ${name} that can be a text` };
    const placeOf = await readSiteOf(found ?? folderOf(name), files, generator);
    places.push(...files.map((file) => ({ name: file, isUrl: false, found, ...placeOf(file) })));
    passedOver.push(...others);
  }
  return { status: "found", places, passedOver };
}

/** A file is named by the folder that it lies in, and one that stands for its folder by the folder above. */
const folderOf = (file: string): string =>
  /^index\.\w+$/i.test(basename(file)) ? dirname(dirname(resolve(file))) : dirname(file);

async function filesIn(folder: string): Promise<{ files: string[]; others: Skip[] }> {
  const entries = await readdir(folder, { withFileTypes: true });
  const inProject = isProject(entries.map(({ name }) => name));
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const lists = sorted.map(async (entry) => {
    const path = join(folder, entry.name);
    const isFolder = entry.isDirectory();
    const reason =
      noStory(entry.name, isFolder, inProject) ?? (isFolder || entry.isFile() ? null : "a link, or no file");
    if (reason !== null) return { files: [], others: [{ where: path, reason, isNoStory: true as const }] };
    return isFolder ? filesIn(path) : { files: [path], others: [] };
  });
  const found = await Promise.all(lists);
  return { files: found.flatMap(({ files }) => files), others: found.flatMap(({ others }) => others) };
}

/** Reads a file. What cannot be read is one source's trouble, with its reason, and stops no other. */
export async function loadSource({ name, path, site }: SourcePlace, defaults: SourceDefaults): Promise<LoadedSource> {
  const given = { name, path, site, ...defaults };
  try {
    return await fromFile(name, given);
  } catch (error) {
    return unreadable(reasonOf(error));
  }
}

async function fromFile(path: string, given: ImportSource): Promise<LoadedSource> {
  const { size, mtime } = await stat(path);
  if (size > MAX_BYTES) return unreadable(`it has more than ${MAX_BYTES} bytes`);
  return { status: "loaded", bytes: await readFile(path), source: { ...given, modified: mtime.toISOString() } };
}

const unreadable = (reason: string): LoadedSource => ({ status: "unreadable", reason });
