import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type FakeWrangler, fakeWrangler } from "./deploy/fake-wrangler.ts";
import { type Ran, runCli } from "./run.ts";

const ROOT = join(import.meta.dirname, "../..");
/** Bytes. What a deployment sends, compressed as Cloudflare counts it: 3 MB may be on the free plan, and what is small starts early. */
const MAX_GZIP = 500_000;

describe("`npm run deploy`", () => {
  let fake: FakeWrangler;
  const folder = mkdtempSync(join(tmpdir(), "wireproof-deploy-cli-"));
  beforeAll(() => {
    fake = fakeWrangler();
    vi.stubEnv("PATH", fake.path);
    vi.stubEnv("BASE_URL", "");
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    fake.remove();
    rmSync(folder, { recursive: true });
  });

  it("deploys what wrangler.toml says, and ends with 0", async () => {
    fake.answer({ whoami: { out: '{"loggedIn":true}' }, "secret list": { out: '[{"name":"PUBLISH_TOKEN"}]' } });
    const { code, out, err } = await runCli("deploy", [], { cwd: folder });
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("the desk  https://wireproof.gazette.workers.dev/desk");
  });

  it("refuses in one line, and ends with 1", async () => {
    fake.answer({ whoami: { code: 1, out: '{"loggedIn":false}' } });
    const { code, out, err } = await runCli("deploy", [], { cwd: folder });
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^wireproof: wrangler is not logged in: [^\n]+\n$/);
  });
});

describe("a dry run of a clone that nobody has edited", () => {
  let ran: Ran;
  beforeAll(async () => {
    vi.stubEnv("PATH", `${join(ROOT, "node_modules/.bin")}:${process.env.PATH}`);
    vi.stubEnv("BASE_URL", "");
    ran = await runCli("deploy", ["--dry-run"]);
  });
  afterAll(() => vi.unstubAllEnvs());

  it("binds the database and the queues by their names, and has no placeholder", () => {
    expect([ran.code, ran.err]).toEqual([0, ""]);
    for (const binding of ["DB (wireproof)", "PUBLISH_QUEUE (wireproof-publish)", "FEED_QUEUE (wireproof-feeds)"])
      expect(ran.out).toContain(`env.${binding}`);
    const settings = readFileSync(join(ROOT, "wrangler.toml"), "utf8");
    expect(`${settings}${ran.out}`).not.toMatch(/_id = "[0-9a-f-]{32,}"|0{8}-0{4}|<[A-Z_]+>|YOUR[-_ ]|REPLACE|TODO/);
  });

  it(`makes a worker of ${MAX_GZIP / 1_000} KB at most, compressed`, () => {
    const [, kibibytes] = /Total Upload: .* gzip: ([\d.]+) KiB/.exec(ran.out) ?? [];
    expect(Number(kibibytes) * 1_024).toBeGreaterThan(0);
    expect(Number(kibibytes) * 1_024).toBeLessThanOrEqual(MAX_GZIP);
  });
});
