import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { deploy } from "../../../src/cli/deploy/deploy.ts";
import { wranglerIn } from "../../../src/cli/deploy/wrangler.ts";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import { SITE } from "../../site.ts";
import { type Answers, fakeWrangler } from "./fake-wrangler.ts";

const TOKEN = "4f9c2e7b1d806a35e7c1d0b2";
const LOGGED_IN: Answers = { whoami: { out: '{"loggedIn":true,"authType":"OAuth Token"}' } };
const LOGGED_OUT: Answers = { whoami: { code: 1, out: '\n{"loggedIn":false}\n' } };
/** As it says so, colours and all. */
const NO_WORKER = {
  code: 1,
  err: '\n\u001b[31m✘ \u001b[41;31m[\u001b[41;97mERROR\u001b[41;31m]\u001b[0m \u001b[1mWorker "wireproof" not found.\u001b[0m\n\n  If this is a new Worker, run `wrangler deploy` first to create it.\n',
};
const NEW: Answers = { ...LOGGED_IN, "secret list": NO_WORKER };
const there = (...names: string[]): Answers => ({
  ...LOGGED_IN,
  "secret list": {
    out: JSON.stringify(
      names.map((name) => ({ name, type: "secret_text" })),
      null,
      "  ",
    ),
  },
});

const fake = fakeWrangler();
const home = process.cwd();
let folder: string;
let printed: string;

beforeEach(() => {
  // The project's folder may have secrets of its own.
  folder = mkdtempSync(join(tmpdir(), "wireproof-deploy-test-"));
  process.chdir(folder);
  vi.stubEnv("PATH", fake.path);
  for (const name of ["PUBLISH_TOKEN", "SIGNING_KEY", "ALERT_WEBHOOK_URL", "ALERT_WEBHOOK_SECRET"])
    vi.stubEnv(name, "");
  printed = "";
});
afterEach(() => {
  vi.unstubAllEnvs();
  process.chdir(home);
  rmSync(folder, { recursive: true });
});
afterAll(() => fake.remove());

interface Given {
  flags?: { isDryRun?: boolean; isTemporary?: boolean };
  env?: Record<string, string>;
  vars?: Record<string, unknown>;
  base?: string;
}

/** The exit code of a deployment by a wrangler that answers like this, or why it was refused. */
async function run(answers: Answers, { flags, env = {}, vars = {}, base = "http://localhost:8787" }: Given = {}) {
  fake.answer(answers);
  const feeds = [{ slug: "all", title: "Everything", description: "All the news" }];
  return deploy(
    { isDryRun: false, isTemporary: false, ...flags },
    {
      wrangler: wranglerIn(folder),
      config: {
        name: "wireproof",
        vars,
        d1_databases: [{ database_name: "wireproof" }],
        r2_buckets: [{ bucket_name: "wireproof-files" }],
        queues: {
          producers: [{ queue: "wireproof-publish" }, { queue: "wireproof-feeds" }, { queue: "wireproof-send" }],
        },
      },
      catalogAt: (set) => parseCatalog({ ...SITE, base }, feeds, set),
      env,
      print(text) {
        printed += `${text}\n`;
      },
    },
  ).catch((error: unknown) => String(error));
}

const commands = () => fake.calls().map(({ args }) => args.join(" ").replace(/(?<=--secrets-file )\S+/, "FILE"));
const secrets = (text: string) => writeFileSync(join(folder, ".dev.vars"), text);

describe("a first deployment", () => {
  it("sends the worker with the secrets of this machine in one step, and ends with what to open next", async () => {
    secrets(`PUBLISH_TOKEN=${TOKEN}\nSIGNING_KEY=MC4CAQAwBQYDK2VwBCIEIA\n`);
    expect(await run(NEW)).toBe(0);
    expect(commands()).toEqual(["whoami --json", "secret list", "r2 bucket list", "deploy --secrets-file FILE"]);
    expect(fake.calls().at(-1)?.secrets).toEqual({ PUBLISH_TOKEN: TOKEN, SIGNING_KEY: "MC4CAQAwBQYDK2VwBCIEIA" });
    expect(printed).toBe(`
Wireproof is deployed. What to open next:
  the desk  https://wireproof.gazette.workers.dev/desk, and sign in: its address is the service's own from then on
  feeds     https://wireproof.gazette.workers.dev/
            https://wireproof.gazette.workers.dev/feeds/all.rss
  health    https://wireproof.gazette.workers.dev/health
  stories   npm run import -- SOURCE --to https://wireproof.gazette.workers.dev
`);
  });

  it("sends the address that is set, which is then what to open", async () => {
    vi.stubEnv("PUBLISH_TOKEN", TOKEN);
    expect(await run(NEW, { env: { BASE_URL: "https://feeds.gazette.example" } })).toBe(0);
    expect(commands().at(-1)).toBe("deploy --secrets-file FILE --var BASE_URL:https://feeds.gazette.example");
    expect(printed).toContain("  the desk  https://feeds.gazette.example/desk\n");
  });

  it("needs no login where it is to a temporary account", async () => {
    vi.stubEnv("PUBLISH_TOKEN", TOKEN);
    expect(await run(LOGGED_OUT, { flags: { isTemporary: true } })).toBe(0);
    expect(commands()).toEqual(["whoami --json", "deploy --secrets-file FILE --temporary"]);
  });

  it("goes on in Workers Builds without a token, which may be set there afterwards, and says so", async () => {
    expect(await run(NEW, { env: { WORKERS_CI: "1" } })).toBe(0);
    expect(commands().at(-1)).toBe("deploy");
    expect(printed).toContain("npx wrangler secret put PUBLISH_TOKEN, for nobody gets in without one");
  });

  it("goes on where wrangler may not say who it is: its token may have no other right than to deploy", async () => {
    vi.stubEnv("PUBLISH_TOKEN", TOKEN);
    expect(await run({ ...NEW, whoami: { code: 1, err: "✘ [ERROR] Authentication error [code: 10000]\n" } })).toBe(0);
  });
});

describe("the next deployment", () => {
  it("goes on where wrangler may not ask for buckets", async () => {
    const forbidden = { code: 1, err: "✘ [ERROR] Authentication error [code: 10000]\n" };
    expect(await run({ ...there("PUBLISH_TOKEN"), "r2 bucket list": forbidden })).toBe(0);
  });

  it("leaves the secrets that are there, and sends those that came since", async () => {
    secrets(`PUBLISH_TOKEN=${TOKEN}\nSIGNING_KEY=MC4CAQAwBQYDK2VwBCIEIA\n`);
    expect(await run(there("PUBLISH_TOKEN"))).toBe(0);
    expect(fake.calls().at(-1)?.secrets).toEqual({ SIGNING_KEY: "MC4CAQAwBQYDK2VwBCIEIA" });
  });

  it("needs no secret on this machine", async () => {
    expect(await run(there("PUBLISH_TOKEN", "SIGNING_KEY"))).toBe(0);
    expect(commands()).toEqual(["whoami --json", "secret list", "r2 bucket list", "deploy"]);
  });
});

describe("a deployment that could not work is refused in one line, and nothing is sent", () => {
  const REFUSED: [string, Answers, Given & { token?: string }, string][] = [
    ["without a login", LOGGED_OUT, { token: TOKEN }, "wrangler is not logged in: run `npx wrangler login`"],
    ["without a publish token", NEW, {}, "nobody could get in: there is no publish token"],
    ["with a weak token", NEW, { token: "changeme" }, "PUBLISH_TOKEN has 8 characters, not 24 or more"],
    [
      "to this machine's own address",
      NEW,
      { token: TOKEN, env: { BASE_URL: "http://localhost:8787" } },
      "BASE_URL http://localhost:8787 is no address that readers could come to",
    ],
    [
      "to such an address in wrangler.toml",
      NEW,
      { token: TOKEN, vars: { BASE_URL: "https://10.0.0.7" } },
      "BASE_URL https://10.0.0.7 is no address",
    ],
    [
      "to a temporary account with a login",
      LOGGED_IN,
      { token: TOKEN, flags: { isTemporary: true } },
      "--temporary is for whoever has no login",
    ],
    [
      "to an account without R2",
      {
        ...NEW,
        "r2 bucket list": {
          code: 1,
          err: "\n✘ [ERROR] A request to the Cloudflare API (/accounts/newsroom/r2/buckets) failed.\n\n  Please enable R2 through the Cloudflare Dashboard. [code: 10042]\n",
        },
      },
      { token: TOKEN },
      "switch it on in Cloudflare's dashboard (R2), or do without uploads and take the lines of [[r2_buckets]] out",
    ],
    [
      "where wrangler cannot tell what is there",
      {
        ...LOGGED_IN,
        "secret list": {
          code: 1,
          err: "\n✘ [ERROR] More than one account available\n\n  Set CLOUDFLARE_ACCOUNT_ID.\n",
        },
      },
      { token: TOKEN },
      "wrangler does not say which secrets there are: More than one account available",
    ],
  ];

  it.each(REFUSED)("%s", async (_, answers, { token, ...given }, why) => {
    if (token !== undefined) vi.stubEnv("PUBLISH_TOKEN", token);
    const outcome = await run(answers, given);
    expect(outcome).toMatch(/^Error: [^\n]+$/);
    expect(outcome).toContain(why);
    expect([commands().filter((command) => command.startsWith("deploy")), printed]).toEqual([[], ""]);
  });

  it("and says so where wrangler itself does not deploy", async () => {
    const failing = { ...there("PUBLISH_TOKEN"), deploy: { code: 1 } };
    expect(await run(failing)).toBe("Error: wrangler has not deployed, or not all of it: it says why above");
    expect(printed).toBe("");
  });
});

describe("a dry run", () => {
  it("says what would be done, asks nobody, and lets wrangler make the worker", async () => {
    expect(await run({}, { flags: { isDryRun: true } })).toBe(0);
    expect(commands()).toEqual(["deploy --dry-run"]);
    expect(printed).toBe(`This would deploy the worker wireproof.
  database  wireproof, made where it is not there; the worker brings it up to date
  queues    wireproof-publish, wireproof-feeds, wireproof-send, made where they are not there
  files     wireproof-files, made where it is not there
  secrets   none of here: a first deployment needs a PUBLISH_TOKEN
  address   the one at which somebody first signs in: BASE_URL is not set

`);
  });

  it("names the secrets that would be sent, and the masthead's address", async () => {
    vi.stubEnv("PUBLISH_TOKEN", TOKEN);
    await run({}, { flags: { isDryRun: true }, base: "https://feeds.gazette.example" });
    expect(printed).toContain("secrets   PUBLISH_TOKEN, where the deployment has none\n");
    expect(printed).toContain("address   https://feeds.gazette.example\n");
    expect(printed).not.toContain(TOKEN);
  });

  it("refuses what a deployment would", async () => {
    vi.stubEnv("PUBLISH_TOKEN", "changeme");
    expect(await run({}, { flags: { isDryRun: true } })).toContain("PUBLISH_TOKEN has 8 characters");
  });
});
