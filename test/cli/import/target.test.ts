import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTarget } from "../../../src/cli/import/target.ts";
import { closeServers, json, nobody, serve } from "../server.ts";

const MASTHEAD = { home: "https://gazette.example/", zone: "Europe/London" };
const ALONE = /^Nothing is known of what is stored, nor of the newsroom's home and time zone: /;

describe("openTarget", () => {
  // Away from the project's folder, where a real token may lie.
  const before = { cwd: process.cwd(), token: process.env.PUBLISH_TOKEN };
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "wireproof-target-"));
    delete process.env.PUBLISH_TOKEN;
    process.chdir(folder);
  });
  afterEach(async () => {
    process.chdir(before.cwd);
    if (before.token !== undefined) process.env.PUBLISH_TOKEN = before.token;
    await closeServers();
    await rm(folder, { recursive: true });
  });

  const open = (to: string, dryRun: boolean, token?: string) => openTarget({ to, dryRun, token });

  it.each([true, false])(
    "learns from the service where the newsroom is at home, and in which zone; dry run: %s",
    async (dryRun) => {
      const { url, asked } = await serve(() => json(MASTHEAD));
      const { masthead, unasked } = await open(url, dryRun, "secret");
      expect([masthead, unasked, asked.map(({ path }) => path)]).toEqual([MASTHEAD, [], ["/api/site"]]);
    },
  );

  it("stores in a service that is older than the question, and rehearses with none: it would store", async () => {
    const { url, asked } = await serve(() => ({ status: 404 }));
    expect(await open(url, false, "secret")).toMatchObject({ masthead: {}, unasked: [] });
    const { judge, unasked } = await open(url, true, "secret");
    const before = asked.length;
    expect(await judge.judge('{"id":1}')).toMatchObject([{ line: 1, status: "refused" }]);
    expect([asked.length, unasked]).toEqual([before, [expect.stringMatching(ALONE)]]);
  });

  it("does a dry run without a token, without a service, and with another server, and says so", async () => {
    const { url } = await serve(() => ({ body: "<html></html>" }));
    for (const [to, token] of [
      [await nobody(), "secret"],
      [url, undefined],
      [url, "secret"],
    ] as const)
      expect((await open(to, true, token)).unasked).toEqual([expect.stringMatching(ALONE)]);
  });

  it("stores nowhere without a token, without a service, and with another server", async () => {
    const { url } = await serve(() => ({ body: "<html></html>" }));
    await expect(open(url, false)).rejects.toThrow("there is no publish token");
    await expect(open(await nobody(), false, "secret")).rejects.toThrow();
    await expect(open(url, false, "secret")).rejects.toThrow("answered 200, but not as a Wireproof service does");
  });
});
