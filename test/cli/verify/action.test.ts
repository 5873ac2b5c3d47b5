import { type ChildProcess, execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { tablesOf } from "../../docs/readme.ts";
import { CLEAN_FEED } from "../clean-feed.ts";
import { closeServers, serve } from "../server.ts";

/** The folder that the action stands in, as the runner names it. */
const ACTION = join(import.meta.dirname, "../../../src/cli/verify");

interface Action {
  inputs: Record<string, { description: string; default?: string; required?: boolean }>;
  outputs: Record<string, { description: string; value: string }>;
  runs: { using: string; steps: Step[] };
}

interface Step {
  id?: string;
  name: string;
  shell: string;
  env?: Record<string, string>;
  run: string;
}

const action: Action = parse(readFileSync(join(ACTION, "action.yml"), "utf8"));

const BAD = CLEAN_FEED.replace(">3<", ">100% of, many: all<");
const RULE = "slash/comments-non-negative";

let workspace: string;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), "wireproof-action-"));
  mkdirSync(join(workspace, "public/old"), { recursive: true });
  writeFileSync(join(workspace, "public/good.xml"), CLEAN_FEED);
});

afterEach(async () => {
  rmSync(workspace, { recursive: true });
  await closeServers();
});

const put = (name: string, text: string): void => writeFileSync(join(workspace, name), text);

describe("the action", () => {
  it("is composite, says what each input and output is, and lets no input into its scripts", () => {
    expect(action.runs.using).toBe("composite");
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)])
      expect(description).toMatch(/^\S.{10}/);
    for (const { run, shell } of action.runs.steps) {
      expect(shell).toBe("bash");
      expect(run).not.toContain("${{");
    }
    const used = action.runs.steps.flatMap(({ env = {} }) => Object.values(env)).join();
    for (const name of Object.keys(action.inputs)) expect(used).toContain(`inputs.${name} }}`);
  });

  it("has its inputs and their defaults in its documentation", () => {
    const table = tablesOf("src/cli/verify/README.md").find(([head]) => head?.[0] === "input") ?? [];
    expect(Object.fromEntries(table.slice(1).map(([name, standard]) => [name, standard]))).toEqual(
      Object.fromEntries(Object.entries(action.inputs).map(([name, one]) => [name, one.default])),
    );
  });

  it("is content with good files, and says so in its summary and outputs", async () => {
    const ran = await run({ files: "public/*.xml" });
    expect(ran).toMatchObject({ code: 0, out: "", outputs: { errors: "0", warnings: "0", sarif: "wireproof.sarif" } });
    expect(ran.summary).toContain("| public/good.xml | 0 | 0 | 0 |");
    expect(JSON.parse(readFileSync(join(workspace, "wireproof.sarif"), "utf8")).runs[0].results).toEqual([]);
  });

  it("annotates what is wrong at its place in the file, and fails", async () => {
    put("public/bad, 1.xml", BAD);
    const ran = await run({ files: "public/good.xml\npublic/bad, *.xml" });
    expect(ran.out).toMatch(
      new RegExp(`^::error file=public/bad%2C 1\\.xml,line=5,col=\\d+,title=${RULE}::.*100%25 of, many: all`, "m"),
    );
    expect(ran.out).not.toContain("good.xml");
    expect(ran).toMatchObject({ code: 1, outputs: { errors: "1" } });
    expect(ran.summary).toContain("| public/bad, 1.xml | 1 |");
    expect(ran.summary).toContain(`- error: [${RULE}](https://`);
  });

  it("takes patterns that reach into folders", async () => {
    put("public/old/bad.xml", BAD);
    expect((await run({ files: "public/**/*.xml" })).out).toContain("::error file=public/old/bad.xml,line=5");
  });

  it("takes URLs, whose faults are of no file", async () => {
    const { url } = await serve(() => ({ type: "application/rss+xml", body: BAD }));
    const ran = await run({ urls: `${url}/feed?a=*` });
    expect(ran.out).toMatch(new RegExp(`^::error title=${RULE}::http://\\S+/feed\\?a=\\*:5:\\d+: `, "m"));
    expect(ran.code).toBe(1);
  });

  it("sends fields with each request", async () => {
    const { url, asked } = await serve(() => ({ type: "application/rss+xml", body: CLEAN_FEED }));
    await run({ urls: `${url}/feed`, header: "Authorization: Bearer a b\nX-Key: *" });
    expect(asked.at(-1)?.headers).toMatchObject({ authorization: "Bearer a b", "x-key": "*" });
  });

  it.each([
    ["error", BAD, 1],
    ["never", BAD, 0],
    ["warning", CLEAN_FEED, 0],
    ["never", undefined, 2],
    ["sometimes", CLEAN_FEED, 2],
  ])("fails on what it is told to: %s", async (failOn, text, code) => {
    if (text !== undefined) put("feed.xml", text);
    expect((await run({ files: "feed.xml", "fail-on": failOn })).code).toBe(code);
  });

  it("lets no file's name and no document act on the log", async () => {
    put("::error::\u001b[31m.xml", BAD.replace("100%", "\n::stop-commands::x\n"));
    const { out } = await run({ files: "::*.xml" });
    expect(out.split("\n").filter(Boolean)).toEqual([
      expect.stringMatching(
        /^::error file=%3A%3Aerror%3A%3A\uFFFD\[31m\.xml,line=5,col=\d+,title=[^:]*::.*stop-commands/,
      ),
    ]);
  });

  it("says what could not be read", async () =>
    expect((await run({ files: "gone.xml" })).out).toBe(
      "::error file=gone.xml,title=Wireproof::It cannot be read: there is no such file\n",
    ));

  it.each([
    ["nothing is named", {}],
    ["nothing fits", { files: "private/*.xml" }],
  ])("fails where %s", async (_, inputs) => {
    const ran = await run(inputs);
    expect([ran.code, ran.out]).toEqual([2, expect.stringMatching(/^::error title=Wireproof::There is nothing to/)]);
  });

  it("runs nothing that an input says", async () => {
    const hostile = '$(touch owned) `touch owned` "; touch owned; "';
    const ran = await run({ files: hostile, urls: hostile, "fail-on": hostile, sarif: "a b.sarif" });
    expect([ran.code, existsSync(join(workspace, "owned"))]).toEqual([2, false]);
  });
});

interface Ran {
  code: ChildProcess["exitCode"];
  out: string;
  outputs: Record<string, string>;
  summary: string;
}

/** Runs the action's steps as a runner does. */
async function run(inputs: Record<string, string>): Promise<Ran> {
  const given = {
    ...Object.fromEntries(Object.entries(action.inputs).map(([name, one]) => [name, one.default ?? ""])),
    ...inputs,
  };
  const files = { GITHUB_OUTPUT: join(workspace, ".output"), GITHUB_STEP_SUMMARY: join(workspace, ".summary") };
  for (const file of Object.values(files)) writeFileSync(file, "");
  const steps: Record<string, Record<string, string>> = {};
  const ran = { code: 0 as Ran["code"], out: "" };
  for (const { id, env = {}, run: script } of action.runs.steps) {
    const own = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, substitute(value, given, steps)]));
    const file = join(workspace, ".step.sh");
    writeFileSync(file, script);
    const { code, out } = await bash(file, { ...process.env, ...files, ...own, GITHUB_ACTION_PATH: ACTION });
    ran.out += out;
    ran.code = code;
    const lines = readFileSync(files.GITHUB_OUTPUT, "utf8").split("\n").filter(Boolean);
    if (id) steps[id] = Object.fromEntries(lines.map((line) => line.split("=") as [string, string]));
    if (code !== 0) break;
  }
  const outputs = Object.entries(action.outputs).map(([name, { value }]) => [name, substitute(value, given, steps)]);
  return { ...ran, outputs: Object.fromEntries(outputs), summary: readFileSync(files.GITHUB_STEP_SUMMARY, "utf8") };
}

/** `${{ inputs.name }}` and `${{ steps.id.outputs.name }}`. */
const substitute = (
  text: string,
  inputs: Record<string, string>,
  steps: Record<string, Record<string, string>>,
): string =>
  text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, path: string) => {
    const [context = "", name = "", , output = ""] = path.split(".");
    return (context === "inputs" ? inputs[name] : steps[name]?.[output]) ?? "";
  });

/** As the runner starts `shell: bash`. */
const bash = (file: string, env: NodeJS.ProcessEnv): Promise<Pick<Ran, "code" | "out">> =>
  new Promise((resolve) => {
    const child = execFile(
      "bash",
      ["--noprofile", "--norc", "-eo", "pipefail", file],
      { cwd: workspace, env },
      (_error, out) => resolve({ code: child.exitCode, out }),
    );
  });
