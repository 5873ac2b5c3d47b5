import { asCalled } from "./called.ts";
import type { ParsedOptions } from "./options.ts";
import { printable } from "./printable.ts";
import { reasonOf } from "./reason.ts";
import { NoAnswer } from "./request.ts";

/**
 * The options. Where there are none, the process ends: with 0 and the usage on stdout, or with 2 and the problem before it
 * on stderr.
 */
export function optionsOrExit<Options>(usage: string, parsed: ParsedOptions<Options>): Options {
  if (parsed.status === "options") return parsed.options;
  if (parsed.status === "help") {
    console.log(asCalled(usage));
    return process.exit(0);
  }
  console.error(asCalled(`${parsed.problem}\n\n${usage}`));
  return process.exit(2);
}

/**
 * One command from its words to its exit code, which `run` gives. What `run` throws is told in one line, and the code is 2:
 * something could not be reached or read.
 */
export async function runCommand<Options>(
  usage: string,
  parsed: ParsedOptions<Options>,
  run: (options: Options) => Promise<number>,
): Promise<void> {
  const options = optionsOrExit(usage, parsed);
  try {
    process.exitCode = await run(options);
  } catch (error) {
    const reason = error instanceof NoAnswer ? nothingAnswers(error) : reasonOf(error);
    console.error(asCalled(`wireproof: ${printable(reason)}`));
    process.exitCode = 2;
  }
}

const nothingAnswers = ({ origin }: NoAnswer): string =>
  `nothing answers on ${origin}: start it with \`npm start\`, or name another with --to`;
