import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type FakeCloudflare, fakeCloudflare } from "./deploy/fake-cloudflare.ts";
import { type FakeWrangler, fakeWrangler } from "./deploy/fake-wrangler.ts";
import { type Ran, runCli } from "./run.ts";

const ROOT = join(import.meta.dirname, "../..");
/**
 * Bytes. What a deployment sends, compressed as Cloudflare counts it: 3 MB may be on the free plan, and what is small starts early. More
 * than half is evaluated when somebody asks for it: the table of rules that `/proofread` prints, what tells and measures uploads, the
 * checks of passkeys, the description of the interface, and the desk's script.
 */
const MAX_GZIP = 1_075_000;

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

describe("with wrangler itself, in an account in which there is nothing", () => {
  let cloudflare: FakeCloudflare;
  let settings: string;
  const SETTINGS = join(ROOT, "wrangler.toml");
  beforeAll(async () => {
    settings = readFileSync(SETTINGS, "utf8");
    cloudflare = await fakeCloudflare();
    vi.stubEnv("PATH", `${join(ROOT, "node_modules/.bin")}${delimiter}${process.env.PATH}`);
    vi.stubEnv("BASE_URL", "");
    vi.stubEnv("CLOUDFLARE_API_BASE_URL", cloudflare.url);
    vi.stubEnv("CLOUDFLARE_API_TOKEN", "a-token");
    vi.stubEnv("CLOUDFLARE_ACCOUNT_ID", "newsroom");
    vi.stubEnv("WRANGLER_SEND_METRICS", "false");
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await cloudflare.stop();
  });

  it("is refused without R2 before anything is made", async () => {
    cloudflare.hasR2 = false;
    const { code, err } = await runCli("deploy", [], { token: "4f9c2e7b1d806a35e7c1d0b2" });
    cloudflare.hasR2 = true;
    expect([code, err]).toEqual([1, expect.stringMatching(/^wireproof: the account has no R2, [^\n]+\n$/)]);
    expect(cloudflare.changes).toEqual([]);
  });

  it("the first deployment makes the database, the queues and the bucket by their names, and binds them", async () => {
    const { code, out, err } = await runCli("deploy", [], { token: "4f9c2e7b1d806a35e7c1d0b2" });
    expect([code, out], err).toEqual([0, expect.stringContaining("https://wireproof.gazette.workers.dev/desk")]);
    expect(cloudflare.changes.filter((change) => /d1|queues|r2|scripts\/wireproof$/.test(change))).toEqual([
      "POST /d1/database",
      "POST /r2/buckets",
      "POST /queues",
      "POST /queues",
      "POST /queues",
      "PUT /workers/scripts/wireproof",
      ...["POST /queues/0/consumers", "POST /queues/1/consumers", "POST /queues/2/consumers"],
    ]);
    expect(cloudflare.sent).toEqual([
      expect.arrayContaining([
        expect.objectContaining({ name: "PUBLISH_TOKEN", type: "secret_text" }),
        { name: "DB", type: "d1", id: "11111111-2222-3333-4444-555555555555" },
        { name: "PUBLISH_QUEUE", type: "queue", queue_name: "wireproof-publish" },
        { name: "FEED_QUEUE", type: "queue", queue_name: "wireproof-feeds" },
        { name: "SEND_QUEUE", type: "queue", queue_name: "wireproof-send" },
        { name: "FILES", type: "r2_bucket", bucket_name: "wireproof-files" },
      ]),
    ]);
  });

  it("the next makes nothing, keeps what was set elsewhere, and leaves wrangler.toml as it was", async () => {
    cloudflare.changes.length = 0;
    const { code, err } = await runCli("deploy", []);
    expect(code, err).toBe(0);
    expect(cloudflare.changes.filter((change) => /^POST \/(d1|queues|r2)/.test(change))).toEqual([]);
    expect(cloudflare.sent[1]).toEqual(
      expect.arrayContaining([
        ...["DB", "PUBLISH_QUEUE", "FEED_QUEUE", "SEND_QUEUE"].map((name) => ({ name, type: "inherit" })),
        { name: "FILES", type: "r2_bucket", bucket_name: "wireproof-files" },
      ]),
    );
    expect(cloudflare.kept).toContain("plain_text");
    expect(readFileSync(SETTINGS, "utf8")).toBe(settings);
  });
});

describe("a dry run of a clone that nobody has edited", () => {
  let ran: Ran;
  beforeAll(async () => {
    vi.stubEnv("PATH", `${join(ROOT, "node_modules/.bin")}${delimiter}${process.env.PATH}`);
    vi.stubEnv("BASE_URL", "");
    ran = await runCli("deploy", ["--dry-run"]);
  });
  afterAll(() => vi.unstubAllEnvs());

  it("binds the database and the queues by their names, and has no placeholder", () => {
    expect([ran.code, ran.err]).toEqual([0, ""]);
    for (const binding of [
      "DB (wireproof)",
      "PUBLISH_QUEUE (wireproof-publish)",
      "FEED_QUEUE (wireproof-feeds)",
      "SEND_QUEUE (wireproof-send)",
      "FILES (wireproof-files)",
    ])
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
