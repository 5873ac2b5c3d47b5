import { type ChildProcess, execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { oldNode } from "./old-node.ts";

const ROOT = join(import.meta.dirname, "../..");
const { version, scripts, bin } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  version: string;
  scripts: Record<string, string>;
  bin: Record<string, string>;
};

const COMMANDS = ["start", "import", "verify", "partners", "backup", "restore", "export", "edge", "deploy"];

describe("wireproof", () => {
  it("is what the package calls so, and is run as it is", () => {
    expect(bin).toEqual({ wireproof: "src/cli/wireproof.js" });
    expect(readFileSync(join(ROOT, "src/cli/wireproof.js"), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it.each([[], ["help"], ["--help"], ["-h"]])("lists its commands: %s", async (...args) => {
    const { code, out } = await run(args);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}${command} `, "m"));
  });

  it("tells its version", async () =>
    expect(await run(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" }));

  it.each(COMMANDS)("%s is what npm run calls so, and speaks of itself as it was called", async (command) => {
    expect(scripts).toHaveProperty(command);
    const helped = await run([command, "--help"]);
    expect(helped).toEqual({ code: 0, out: expect.stringMatching(new RegExp(`^wireproof ${command}\\b`)), err: "" });
    expect(helped.out).not.toMatch(/npm start|npm run [a-z]/);
    expect(await run(["help", command])).toEqual(helped);
  });

  it.each(["publish", "constructor", ""])("does not know others: %j", async (command) =>
    expect(await run([command])).toEqual({
      code: 2,
      out: "",
      err: expect.stringMatching(new RegExp(`^wireproof: there is no command "${command}"\n\nwireproof COMMAND`)),
    }),
  );

  it("hands on words, standard streams and the exit code", async () => {
    expect(await run(["verify", "no such file.xml"])).toMatchObject({
      code: 2,
      out: expect.stringContaining("UNREAD   no such file.xml"),
    });
    expect(await run(["verify", "--explain", "slash/comments"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^wireproof: there is no rule slash\/comments: did you mean/),
    });
  });

  it.skipIf(!oldNode)("runs in the Node that came with the packages where it is called by an old one", async () =>
    expect(await run(["verify", "--explain", "slash/comments-once"], oldNode)).toMatchObject({ code: 0, err: "" }),
  );
});

const run = (
  args: string[],
  node = process.execPath,
): Promise<{ code: ChildProcess["exitCode"]; out: string; err: string }> =>
  new Promise((resolve) => {
    const file = join(ROOT, "src/cli/wireproof.js");
    const child = execFile(node, [file, ...args], { cwd: tmpdir() }, (_error, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    );
  });
