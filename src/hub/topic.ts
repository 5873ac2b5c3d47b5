import { documentUrl, type Folder } from "../feed/addresses.ts";
import type { Site } from "../feed/definition.ts";
import { FORMATS, type Format } from "../feed/feed.ts";

/** One format's document of a feed: what one subscribes to. */
export interface Topic {
  folder: Folder;
  slug: string;
  format: Format;
}

const FOLDERS: Folder[] = ["feeds", "partner"];

/** What a topic's URL names. Null: it is not, byte for byte, how the document of a feed would name itself (WebSub §5.1). */
export function parseTopic(site: Site, url: string): Topic | null {
  for (const folder of FOLDERS) {
    const start = `${site.base}/${folder}/`;
    const format = FORMATS.find((one) => url.endsWith(`.${one}`));
    if (!format || !url.startsWith(start)) continue;
    const slug = decoded(url.slice(start.length, -`.${format}`.length));
    if (slug !== null && documentUrl(site, slug, format, folder) === url) return { folder, slug, format };
  }
  return null;
}

/** The URL of a topic. */
export const topicUrl = (site: Site, { folder, slug, format }: Topic): string =>
  documentUrl(site, slug, format, folder);

function decoded(path: string): string | null {
  try {
    return decodeURI(path);
  } catch {
    return null;
  }
}
