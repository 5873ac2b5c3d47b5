import { closeSync, openSync, readSync } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { contain } from "../../article/contain.ts";
import { type Skip, skipUnreadable } from "../../import/source-reading.ts";
import { isObject, tryJson } from "../../import/values/json.ts";
import { type LineAnswer, objectsOf, type ServiceClient, whyRefused } from "../service.ts";
import { countNotes, type SourceResult } from "./result.ts";
import type { SourcePlace } from "./sources.ts";

/** What one request carries. */
const MAX_LINES = 500;
const MAX_BYTES = 8_000_000;

/** Whether a file is an export of a service's, which is taken as it is, however long. One that cannot be opened is none. */
export const isExportFile = ({ name, isUrl }: SourcePlace): boolean =>
  !isUrl &&
  contain(
    () => startsAsExport(name),
    () => false,
  );

function startsAsExport(name: string): boolean {
  const file = openSync(name, "r");
  try {
    const start = Buffer.alloc(60);
    return /^\{"type":"export"[,}]/.test(start.toString("utf8", 0, readSync(file, start)));
  } finally {
    closeSync(file);
  }
}

interface TakingMeans {
  /** Absent: a dry run, which counts. */
  service?: Pick<ServiceClient, "takeExport">;
  onItems(done: number, of: number): void;
}

/** An export from its file into a service, as it is read: it may be larger than memory. */
export async function importExport({ name }: SourcePlace, { service, onItems }: TakingMeans): Promise<SourceResult> {
  const result: SourceResult = {
    ...{ name, kind: "export", read: 0, stored: 0, unchanged: 0, skipped: [], notes: [], details: [] },
    unreachable: false,
  };
  const notes: string[] = [];
  let [isWhole, first, bytes, batch] = [false, 1, 0, [] as string[]];
  let asking = false;
  const send = async (): Promise<void> => {
    asking = true;
    const answers = service ? await service.takeExport(batch.join("\n")) : batch.map(judge);
    for (const answer of answers) add(result, notes, { ...answer, line: answer.line + first - 1 });
    [first, bytes, batch] = [first + batch.length, 0, []];
    onItems(result.read, result.read);
    asking = false;
  };
  const takeAll = async (): Promise<void> => {
    const input = (await open(name)).createReadStream();
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      isWhole = /^\{"type":"end"/.test(line);
      batch.push(line);
      bytes += Buffer.byteLength(line);
      if (batch.length === MAX_LINES || bytes >= MAX_BYTES) await send();
    }
    if (batch.length > 0) await send();
  };
  await contain<void>(takeAll, (fault) => {
    // A service that does not answer concerns all sources.
    if (asking) throw fault;
    result.skipped.push(skipUnreadable(name, fault));
    result.unreachable = true;
  });
  if (!isWhole) result.skipped.push({ where: name, reason: "the export breaks off: it has no end" });
  return { ...result, notes: countNotes(notes) };
}

/** On a dry run nobody is asked: each line that can be read would go in. */
function judge(text: string, index: number): LineAnswer {
  const value = tryJson(text);
  const line = index + 1;
  if (text.trim() === "") return { line, status: "unchanged" };
  if (!isObject(value)) return { line, status: "refused", detail: "it is no JSON object" };
  const { type, id, slug } = value;
  const status = type === "article" || type === "partner" ? "created" : "unchanged";
  return { line, type: String(type), id: typeof id === "string" ? id : String(slug ?? ""), status };
}

function add(result: SourceResult, notes: string[], answer: LineAnswer): void {
  const { type = "", status } = answer;
  if (status === "different") notes.push(...differencesOf(answer));
  const isItem = ["article", "partner"].includes(type) || status === "refused" || status === "failed";
  if (!isItem) return;
  result.read += 1;
  if (status === "created" || status === "changed") result.stored += 1;
  else if (status === "unchanged") result.unchanged += 1;
  else result.skipped.push(skipOf(answer));
}

const skipOf = (answer: LineAnswer): Skip => ({
  where: [`line ${answer.line}`, answer.type, answer.id].filter(Boolean).join(" "),
  reason: whyRefused(answer, "the line"),
});

/** Definitions are files, which no import changes; a value keeps the address that it has. */
const differencesOf = (answer: LineAnswer): string[] =>
  objectsOf(answer.problems).map(({ path, detail }) => `not taken: ${nameOf(answer, path)}: ${path} ${detail}`);

function nameOf({ type, id = "" }: LineAnswer, path: unknown): string {
  if (type === "site") return "the masthead";
  if (type !== "value") return `the definition ${id}`;
  // Of a family that is not here the values are all alike.
  return path === "/slug" ? `the address ${id}` : `the values of ${id.slice(0, id.lastIndexOf("/"))}`;
}
