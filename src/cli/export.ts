import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { putInPlace } from "../node/store/examine.ts";
import { makePart, removePart } from "../node/store/parts.ts";
import { runCommand } from "./command.ts";
import { type ExportCounts, exportLines } from "./export/lines.ts";
import { type ExportOptions, parseOptions, USAGE } from "./export/options.ts";
import { printable } from "./printable.ts";
import { findToken, NO_TOKEN } from "./token.ts";

await runCommand(USAGE, parseOptions(process.argv.slice(2)), run);

async function run({ file, to, token = findToken() }: ExportOptions): Promise<number> {
  if (!token) throw new Error(NO_TOKEN);
  const counts: ExportCounts = { articles: 0, partners: 0 };
  const lines = exportLines(to, token, counts);
  if (file === undefined) await pipeline(lines, process.stdout);
  else await writeWhole(lines, file);
  console.error(
    printable(`${counts.articles} articles and ${counts.partners} partners of ${to}${file ? ` are in ${file}` : ""}.`),
  );
  return 0;
}

/** The name has the whole export, or what it had before. */
async function writeWhole(lines: AsyncIterable<string>, file: string): Promise<void> {
  const part = makePart(file);
  try {
    await pipeline(lines, createWriteStream(part));
    putInPlace(part, file);
  } finally {
    removePart(part);
  }
}
