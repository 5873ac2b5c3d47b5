import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** What the fake says to a command, by the command's first words. */
export type Answers = Record<string, { code?: number; out?: string; err?: string }>;

/** One call of it. */
export interface Call {
  args: string[];
  /** What the file of secrets had in it. */
  secrets?: Record<string, string>;
}

/** A `wrangler` that stands first on the PATH, notes how it is called, and answers as the real one does. */
export interface FakeWrangler {
  path: string;
  answer(answers: Answers): void;
  calls(): Call[];
  remove(): void;
}

const TARGETS = ["https://wireproof.gazette.workers.dev", "schedule: * * * * *", "Producer for wireproof-publish"];

/** It is called in a process of its own, so it is written out. */
const SCRIPT = `#!${process.execPath}
const { appendFileSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const args = process.argv.slice(2);
const file = args[args.indexOf("--secrets-file") + 1];
const secrets = args.includes("--secrets-file") ? JSON.parse(readFileSync(file, "utf8")) : undefined;
appendFileSync(join(__dirname, "calls"), JSON.stringify({ args, secrets }) + "\\n");
const answers = JSON.parse(readFileSync(join(__dirname, "answers"), "utf8"));
const { code = 0, out = "", err = "" } = Object.entries(answers).find(([words]) => args.join(" ").startsWith(words))?.[1] ?? {};
const noted = process.env.WRANGLER_OUTPUT_FILE_PATH;
if (args[0] === "deploy" && code === 0 && noted) {
  appendFileSync(noted, JSON.stringify({ type: "wrangler-session", version: 1 }) + "\\n");
  appendFileSync(noted, JSON.stringify({ type: "deploy", version: 1, targets: ${JSON.stringify(TARGETS)} }) + "\\n");
}
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = code;
`;

export function fakeWrangler(): FakeWrangler {
  const folder = mkdtempSync(join(tmpdir(), "wireproof-fake-wrangler-"));
  const [script, calls, answers] = ["wrangler", "calls", "answers"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(script, SCRIPT);
  chmodSync(script, 0o755);
  return {
    path: `${folder}${delimiter}${process.env.PATH}`,
    answer(given) {
      writeFileSync(answers, JSON.stringify(given));
      writeFileSync(calls, "");
    },
    calls: () =>
      (existsSync(calls) ? readFileSync(calls, "utf8") : "")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Call),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
