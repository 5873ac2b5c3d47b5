import { contain } from "../../../article/contain.ts";
import { type Converted, toArticle } from "../../decide/to-article.ts";
import { withhold } from "../../decide/withhold.ts";
import type { FeedFacts } from "../../draft.ts";
import type { XmlElement } from "../../feeds/xml.ts";
import type { ImportSource } from "../../source.ts";
import { type ReadItem, type Skip, type SourceReading, skipUnreadable } from "../../source-reading.ts";
import { draftOf, factsOf } from "../post.ts";
import { PostTypes } from "./post-types.ts";
import { fieldOf, type ReadChunks, readParts } from "./wxr-file.ts";
import { indexWxr, WxrIndex, type WxrSite, wxrHome } from "./wxr-index.ts";
import { wxrPost } from "./wxr-post.ts";

/** What one item of an export came to. */
export interface WxrReading {
  item?: ReadItem;
  skip?: Skip;
  /** The blog's name, which comes first. */
  title?: string;
  /** How many bytes of the file have been read. */
  read: number;
}

/**
 * Reads an export item by item: it may be larger than memory.
 *
 * @param index what all files of the export say, which has been read before
 */
export async function* readWxr(chunks: ReadChunks, index: WxrIndex, source: ImportSource): AsyncGenerator<WxrReading> {
  let [facts, site] = [factsOf(undefined), index.site()];
  const others = new PostTypes(source.postTypes ?? []);
  let read = 0;
  for await (const part of readParts(chunks)) {
    if (part.kind === "head") {
      const { channel } = part;
      [facts, site] = [factsOf(wxrHome(channel), fieldOf(channel, "language")), index.site(wxrHome(channel))];
      yield { title: fieldOf(channel, "title"), read };
      continue;
    }
    read = part.read;
    const where = `item ${part.number}`;
    const item = contain(part.parse, () => null);
    if (!item) yield { skip: { where, reason: "it cannot be read: it is no XML" }, read };
    else if (others.take(item)) {
      const converted = await convert(item, where, site, facts, source);
      yield converted.status === "read"
        ? { item: withhold(converted.item, source), read }
        : { skip: converted.skip, read };
    }
  }
  for (const skip of others.skips()) yield { skip, read };
}

function convert(
  item: XmlElement,
  where: string,
  site: WxrSite,
  facts: FeedFacts,
  source: ImportSource,
): Promise<Converted> {
  return contain<Promise<Converted>>(
    async () => {
      const post = wxrPost(item, where, site);
      const draft = draftOf(post);
      // Whether a post has a password stands near its end.
      if (item.cutOff) draft.withheld ??= "the export ends inside it";
      if (item.cutOff) draft.notes.push("the document ends inside it: the rest of its text is missing");
      return toArticle(draft, facts, source);
    },
    async (fault) => ({ status: "skipped", skip: skipUnreadable(where, fault) }),
  );
}

/** An export that is in memory. */
export async function readWxrText(text: string, source: ImportSource): Promise<SourceReading> {
  const bytes = new TextEncoder().encode(text.replace(/^(\s*<\?xml[^>]*?)\sencoding\s*=\s*["'][^"']*["']/, "$1"));
  const chunks: ReadChunks = async function* () {
    yield bytes;
  };
  const index = new WxrIndex();
  await indexWxr(chunks, index);
  const reading: SourceReading = { kind: "wordpress", notes: [], items: [], skipped: [] };
  for await (const { title, item, skip } of readWxr(chunks, index, source)) {
    reading.title ??= title;
    if (item) reading.items.push(item);
    if (skip) reading.skipped.push(skip);
  }
  return reading;
}
