import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readReadme } from "../docs/readme.ts";
import { freePort } from "../free-port.ts";
import { Image } from "./dockerfile.ts";
import { recipe } from "./recipe.ts";
import { ended, ran, saying } from "./service.ts";

const ROOT = join(import.meta.dirname, "../..");

describe("the Dockerfile, its steps taken in a folder of this machine", () => {
  let image: Image;
  let child: ChildProcess;
  let before: string[];
  let log = "";
  /** What `docker run` gives it. */
  let env: Record<string, string>;

  beforeAll(async () => {
    image = await Image.build(recipe("Dockerfile"), ROOT);
    before = await image.files();
    env = { PORT: `${await freePort()}`, ...(await newSecrets()) };
    child = image.run(env);
    child.stderr?.on("data", (chunk) => (log += chunk));
    await saying(child, "Wireproof runs on");
  });
  afterAll(async () => {
    if (child) await ended(child);
    await image?.remove();
  });

  it("takes the Node that the tests run on", () => {
    expect(image.one("FROM")).toBe(`node:${process.versions.node.split(".")[0]}-slim`);
  });

  it("brings nothing of development, and no secret", () => {
    const [app, packages] = [join(image.folder, "app"), join(image.folder, "app/node_modules")];
    for (const name of ["vitest", "wrangler", "typescript", "node"])
      expect(existsSync(join(packages, name))).toBe(false);
    for (const name of ["test", ".git", ".dev.vars"]) expect(existsSync(join(app, name))).toBe(false);
  });

  it("serves feeds on every address", async () => {
    const answer = await fetch(`http://127.0.0.2:${env.PORT}/feeds/everything.rss`);
    expect([answer.status, (await answer.text()).includes("<rss")]).toEqual([200, true]);
  });

  it("keeps its store in the volume, and logs for machines", async () => {
    expect(await readdir(join(image.folder, "data"))).toEqual(expect.arrayContaining(["wireproof.sqlite", "lock"]));
    const entries = log.trim().split("\n");
    expect(entries.map((line) => JSON.parse(line).event)).toEqual(expect.arrayContaining(["started", "publish"]));
  });

  it("has the secrets that the README's commands make", async () => {
    const headers = { authorization: `Bearer ${env.PUBLISH_TOKEN}` };
    expect((await fetch(`http://127.0.0.1:${env.PORT}/api/feeds`, { headers })).status).toBe(200);
    const answer = await fetch(`http://127.0.0.1:${env.PORT}/.well-known/wireproof-keys.json`);
    expect(await answer.json()).toEqual({ keys: [expect.objectContaining({ kty: "OKP", crv: "Ed25519" })] });
  });

  it("is well, as its health check finds", async () => {
    expect(await image.check(env)).toEqual({ code: 0, output: "" });
  });

  it("starts no second time on its volume", async () => {
    const second = image.run({ ...env, PORT: `${await freePort()}` });
    await expect(saying(second, "Wireproof runs on")).rejects.toThrow(/ended with 1: wireproof: .*data is in use/);
  });

  it("stops in order when it is told to, and is then found to be down", async () => {
    expect(await ended(child, image.signal)).toBe(0);
    expect(log).toContain('"event":"stopped"');
    expect(await image.check(env)).toEqual({ code: 1, output: "" });
  });

  it("has written nothing outside its volume, not even a bundle", async () => {
    expect(await image.files()).toEqual(before);
    expect(await readdir(join(image.folder, "tmp"))).toEqual([]);
  });

  it("makes its bundle among temporary files where the sources have been changed under it", async () => {
    await image.overwrite("feeds/site.ts", (text) => text.replace("The Harbour Gazette", "The Morning Gazette"));
    child = image.run(env);
    await saying(child, "Wireproof runs on");
    const directory = await (await fetch(`http://127.0.0.1:${env.PORT}/`)).text();
    expect(directory).toContain("The Morning Gazette");
    expect(await readdir(join(image.folder, "tmp"))).toEqual([expect.stringMatching(/^wireproof-\d+$/)]);
  });
});

/** The lines that the README has for the file of secrets. */
async function newSecrets(): Promise<Record<string, string>> {
  const { blocks } = readReadme("src/node/README.md");
  const [, commands] =
    blocks.map(({ text }) => /(\(echo "PUBLISH_TOKEN=[\s\S]*?\n.*?\)"\)) \|/.exec(text)).find(Boolean) ?? [];
  const { output } = await ran("/bin/sh", ["-c", commands ?? "exit 1"]);
  const lines = output.trim().split("\n");
  expect(lines.map((line) => line.split("=", 1)[0])).toEqual(["PUBLISH_TOKEN", "SIGNING_KEY"]);
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}
