import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs one of the commands in a process of its own, away from the project's folder, where a real token may lie. */
export function runCli(
  command: "backup" | "deploy" | "edge" | "export" | "import" | "partners" | "restore" | "start" | "verify",
  args: string[],
  { cwd = tmpdir(), token }: { cwd?: string; token?: string } = {},
): Promise<Ran> {
  const { PUBLISH_TOKEN: _, ...environment } = process.env;
  const env = token === undefined ? environment : { ...environment, PUBLISH_TOKEN: token };
  const file = join(import.meta.dirname, `../../src/cli/${command}.${command === "start" ? "js" : "ts"}`);
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [file, ...args], { cwd, env }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}
