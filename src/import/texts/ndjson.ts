import { contain } from "../../article/contain.ts";
import { firstWords } from "../../article/text.ts";
import { articleId } from "../decide/article-id.ts";
import type { ImportSource } from "../source.ts";
import { type ReadItem, type Skip, skipUnreadable } from "../source-reading.ts";
import { isObject, tryJson } from "../values/json.ts";

/**
 * Our own articles, one JSON object a line, or a single one over several lines. They pass as they are: whether they hold
 * is for the article's own parser to say.
 */
export async function readNdjson(text: string, source: ImportSource): Promise<{ items: ReadItem[]; skipped: Skip[] }> {
  const items: ReadItem[] = [];
  const skipped: Skip[] = [];
  const whole = tryJson(text);
  const lines = isObject(whole) ? [text] : text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const where = `line ${index + 1}`;
    const read = await contain<ReadItem | Skip>(
      () => readLine(line, where, source),
      (fault) => skipUnreadable(where, fault),
    );
    if ("article" in read) items.push(read);
    else skipped.push(read);
  }
  return { items, skipped };
}

async function readLine(line: string, where: string, source: ImportSource): Promise<ReadItem | Skip> {
  const value = tryJson(line);
  if (isObject(value)) return toItem(value, where, source);
  return { where, reason: value === undefined ? "it is no JSON" : "it is no JSON object" };
}

async function toItem(value: Record<string, unknown>, line: string, source: ImportSource): Promise<ReadItem> {
  const notes: string[] = [];
  const article = { ...value };
  const identity = [article.guid, article.url].find((one) => typeof one === "string" && one.trim() !== "");
  if (article.id === undefined && typeof identity === "string") {
    article.id = await articleId(identity, typeof article.url === "string" ? article.url : "");
    notes.push("without an id: it got one made from its guid or address");
  }
  if (source.section !== undefined) article.section = source.section;
  if (source.tag !== undefined && (article.tags === undefined || Array.isArray(article.tags))) {
    article.tags = [...new Set([...((article.tags as unknown[] | undefined) ?? []), source.tag])];
  }
  return {
    where: typeof article.title === "string" ? `${line} “${firstWords(article.title, 60)}”` : line,
    article,
    notes,
  };
}
