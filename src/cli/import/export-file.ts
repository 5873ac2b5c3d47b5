import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { contain } from "../../article/contain.ts";
import { skipUnreadable } from "../../import/source-reading.ts";
import { isObject, objectsOf, tryJson } from "../../import/values/json.ts";
import { type LineAnswer, type ServiceClient, whyRefused } from "../service.ts";
import type { SourceTally } from "./result.ts";
import type { SourcePlace } from "./sources.ts";
import { startsAs } from "./starts-as.ts";

/** What one request carries. */
const MAX_LINES = 500;
const MAX_BYTES = 8_000_000;

/** Bytes by which an export is known. */
const START = 60;

/** Whether a file is an export of a service's, which is taken as it is, however long. One that cannot be opened is none. */
export const isExportFile = (place: SourcePlace): boolean =>
  startsAs(place, START, (start) => /^\{"type":"export"[,}]/.test(start));

interface TakingMeans {
  /** Absent: a dry run, which counts. */
  service?: Pick<ServiceClient, "takeExport">;
  tally: SourceTally;
  onItems(done: number, of: number): void;
}

const NOT_ASKED = "a dry run counts an export's lines: what of them is stored already, only the run tells";

/** An export from its file into a service, as it is read: it may be larger than memory. */
export async function importExport({ name }: SourcePlace, { service, tally, onItems }: TakingMeans): Promise<void> {
  tally.begin("export", undefined, service ? [] : [NOT_ASKED]);
  let [isWhole, first, bytes, batch, done] = [false, 1, 0, [] as string[], 0];
  let asking = false;
  const send = async (): Promise<void> => {
    asking = true;
    const answers = service ? await service.takeExport(batch.join("\n")) : batch.map(judge);
    for (const answer of answers) add(tally, { ...answer, line: answer.line + first - 1 });
    done += batch.length;
    [first, bytes, batch] = [first + batch.length, 0, []];
    onItems(done, done);
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
    tally.fail(skipUnreadable(name, fault).reason);
  });
  if (!isWhole) tally.breakOff("the export breaks off: it has no end");
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

function add(tally: SourceTally, answer: LineAnswer): void {
  const { type = "", status } = answer;
  const where = [`line ${answer.line}`, answer.type, answer.id].filter(Boolean).join(" ");
  if (status === "different") tally.note(differencesOf(answer), where);
  const isItem = ["article", "partner"].includes(type) || status === "refused" || status === "failed";
  if (!isItem) return;
  if (status === "created" || status === "changed" || status === "unchanged")
    tally.take({ where, id: answer.id }, status);
  else tally.skip({ where, reason: whyRefused(answer, "the line") });
}

/** Definitions are files, which no import changes; a value keeps the address that it has. */
const differencesOf = (answer: LineAnswer): string[] =>
  objectsOf(answer.problems).map(({ path, detail }) => `not taken: ${nameOf(answer, path)}: ${path} ${detail}`);

function nameOf({ type, id = "" }: LineAnswer, path: unknown): string {
  if (type === "site") return "the masthead";
  if (type !== "value") return `the definition ${id}`;
  // Of a family that is not here the values are all alike.
  return path === "/slug" ? `the address ${id}` : `the values of ${id.slice(0, id.lastIndexOf("/"))}`;
}
