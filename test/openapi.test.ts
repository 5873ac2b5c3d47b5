import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { DOCUMENT } from "./interface.ts";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "wireproof-openapi-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** It asks nobody for anything. */
const QUIET = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1" };

describe("`redocly lint`", () => {
  it("finds nothing in the description, by all of its recommended rules", async () => {
    const file = join(folder, "openapi.json");
    writeFileSync(file, JSON.stringify(DOCUMENT));
    const cli = join(import.meta.dirname, "../node_modules/@redocly/cli/bin/cli.js");
    const args = [cli, "lint", file, "--extends=recommended", "--format=json"];
    // Where there are errors it ends with 1, and says them all the same.
    const { stdout } = await run(process.execPath, args, { cwd: folder, env: { ...process.env, ...QUIET } }).catch(
      (error: { stdout: string }) => error,
    );
    const { totals, problems } = JSON.parse(stdout) as {
      totals: object;
      problems: { ruleId: string; message: string; location: { pointer: string }[] }[];
    };
    expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
    expect(totals).toMatchObject({ errors: 0, warnings: 0 });
  });
});
