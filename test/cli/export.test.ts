import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { endOwnServices, newFolder, OWN_TOKEN, type OwnService, startOwnService } from "./own-service.ts";
import { runCli } from "./run.ts";
import { type Answered, closeServers, nobody, serve } from "./server.ts";

let folder: string;
beforeAll(async () => {
  folder = await newFolder();
});
afterAll(endOwnServices);
afterEach(closeServers);

const STORY = {
  url: "https://gazette.example/story",
  title: "Story",
  content_html: "<p>Text.</p>",
  section: "Weather",
  published_at: "2026-01-01T00:00:00Z",
};

const TABLES = [
  "SELECT * FROM article ORDER BY id",
  "SELECT * FROM revision ORDER BY article_id, revision",
  "SELECT * FROM membership ORDER BY feed, article_id",
  "SELECT slug, family, value, labels FROM feed WHERE family IS NOT NULL ORDER BY slug",
  "SELECT * FROM partner ORDER BY slug",
  "SELECT id, partner, hash, label, feeds, created_at, expires_at, revoked_at FROM partner_key ORDER BY id",
];

function dump({ directory }: OwnService): unknown[] {
  const database = new DatabaseSync(join(directory, "wireproof.sqlite"), { readOnly: true });
  const tables = TABLES.map((sql) => database.prepare(sql).all());
  database.close();
  return tables;
}

/** The documents of feeds that are awake, once nothing is left to publish; each says its own address. */
async function documents(service: OwnService): Promise<string[]> {
  let feeds: { slug: string; stale: boolean; archive?: { stale: boolean } }[];
  do {
    await new Promise((resolve) => setTimeout(resolve, 200));
    ({ feeds } = (await (await service.ask("GET", "/api/feeds?asleep=false")).json()) as { feeds: typeof feeds });
  } while (feeds.some(({ stale, archive }) => stale || archive?.stale));
  const found: string[] = [];
  for (const { slug } of feeds)
    for (const format of ["rss", "atom", "json"])
      found.push(
        (await (await fetch(`${service.url}/feeds/${slug}.${format}`)).text()).replaceAll(service.url, "BASE"),
      );
  return found;
}

describe("npm run export, and npm run import of what it wrote", () => {
  it("move a newsroom to another service, whose store and documents are equal; a second import changes nothing", async () => {
    const [from, to] = [await startOwnService(), await startOwnService()];
    for (let n = 1; n <= 130; n += 1)
      expect((await from.ask("PUT", `/api/articles/s${n % 60}`, { ...STORY, title: `Story ${n}` })).ok).toBe(true);
    await from.ask("DELETE", "/api/articles/s3?reason=Wrong");
    await from.ask("PUT", "/api/articles/later", { ...STORY, embargo_until: "2090-01-01T00:00:00Z" });
    await from.ask("POST", "/api/partners", { slug: "harbour-radio", name: "Harbour Radio" });
    const { key } = (await (await from.ask("POST", "/api/partners/harbour-radio/keys", {})).json()) as { key: string };
    const shown = await documents(from);

    const file = join(folder, "all.ndjson");
    const exported = await runCli("export", [file, "--to", from.url], { token: OWN_TOKEN });
    expect(exported).toEqual({
      code: 0,
      out: "",
      err: `61 articles and 1 partners of ${from.url} are in ${file}.\n`,
    });
    const printed = await runCli("export", ["--to", from.url], { token: OWN_TOKEN });
    expect([printed.code, printed.out]).toEqual([0, readFileSync(file, "utf8")]);
    expect(readdirSync(folder)).toEqual(["all.ndjson"]);

    const dry = await runCli("import", [file, "--dry-run", "--json"]);
    expect([dry.code, JSON.parse(dry.out).total]).toMatchObject([
      0,
      { read: 62, stored: 62, unchanged: 0, skipped: 0 },
    ]);
    const args = [file, "--to", to.url, "--json"];
    const first = await runCli("import", args, { token: OWN_TOKEN });
    expect([first.code, JSON.parse(first.out).total]).toMatchObject([
      0,
      { read: 62, stored: 62, unchanged: 0, skipped: 0 },
    ]);
    expect(await documents(to)).toEqual(shown);
    expect(dump(to)).toEqual(dump(from));
    const again = await runCli("import", args, { token: OWN_TOKEN });
    expect([again.code, JSON.parse(again.out).total]).toMatchObject([
      0,
      { read: 62, stored: 0, unchanged: 62, skipped: 0 },
    ]);
    expect(dump(to)).toEqual(dump(from));
    const headers = { authorization: `Basic ${btoa(`radio:${key}`)}` };
    expect((await fetch(`${to.url}/partner/harbour-radio.rss`, { headers })).status).toBe(200);
  });
});

describe("npm run export, of a service that does not do its part", () => {
  const ndjson = (body: string): Answered => ({ type: "application/x-ndjson", body });

  it.each<[string, Answered, string]>([
    ["refuses the token", { status: 401 }, "/api/export answered 401: is it the right token?"],
    ["is another server", { body: "<html>" }, "/api/export answered 200, but not as a Wireproof service does"],
    ["ends before the end", ndjson('{"type":"export","version":1}\n'), "/api/export broke off: ask again"],
  ])("tells in one line that it %s, and leaves what FILE had", async (_, answer, told) => {
    const { url } = await serve(() => answer);
    const file = join(folder, "old.ndjson");
    writeFileSync(file, "old");
    const { code, out, err } = await runCli("export", [file, "--to", url, "--token", "t"]);
    expect([code, out, err.split("\n").length]).toEqual([2, "", 2]);
    expect(err).toContain(`${url}${told}`);
    expect(readFileSync(file, "utf8")).toBe("old");
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("goes on where a part of the export says that there is more", async () => {
    const { url, asked } = await serve(({ path }) =>
      ndjson(path.includes("after") ? '{"type":"article","id":"a"}\n{"type":"end"}\n' : `${MORE.join("\n")}\n`),
    );
    const { code, out } = await runCli("export", ["--to", url, "--token", "t"]);
    expect([code, out]).toEqual([0, `${MORE[0]}\n${MORE[1]}\n{"type":"article","id":"a"}\n{"type":"end"}\n`]);
    expect(asked.map(({ path, headers }) => [path, headers.authorization])).toEqual([
      ["/api/export", "Bearer t"],
      ["/api/export?after=b", "Bearer t"],
    ]);
  });

  it("tells in one line that nobody answers, and that there is no token", async () => {
    const base = await nobody();
    const { code, err } = await runCli("export", ["--to", base, "--token", "t"]);
    expect([code, err]).toEqual([2, expect.stringMatching(/^wireproof: nothing answers on http:\S+: .*\n$/)]);
    expect((await runCli("export", ["--to", base])).err).toContain("there is no publish token");
  });
});

const MORE = [
  '{"type":"export","version":1}',
  '{"type":"article","id":"b"}',
  '{"type":"more","path":"/api/export?after=b"}',
];

describe("npm run import of an export", () => {
  it("names each line that is refused, and what differs; one that breaks off is no whole one", async () => {
    const { url } = await serve(({ path }) => ({
      status: path === "/api/import" ? 200 : 404,
      type: "application/x-ndjson",
      body: [
        { line: 1, type: "export", status: "unchanged" },
        { line: 2, type: "feed", id: "all", status: "different", problems: [{ path: "/title", detail: "is other" }] },
        { line: 3, type: "article", id: "a", status: "created", revision: 1 },
        ...["/family", "/family", "/slug"].map((path, index) => ({
          ...{ line: 5 + index, type: "value", id: `tag/${index}`, status: "different" },
          problems: [{ path, detail: "is other" }],
        })),
        { line: 4, type: "article", id: "b", status: "refused", problems: [{ path: "/entry_id", detail: "is taken" }] },
      ]
        .map((line) => JSON.stringify(line))
        .join("\n"),
    }));
    const file = join(folder, "part.ndjson");
    writeFileSync(file, '{"type":"export","version":1}\n{"type":"feed"}\n{"type":"article"}\n{"type":"article"}\n');
    const { code, out } = await runCli("import", [file, "--to", url, "--token", "t", "--json"]);
    const [source] = JSON.parse(out).sources;
    expect([code, source]).toMatchObject([
      1,
      {
        ...{ name: file, kind: "export", read: 2, stored: 1, unchanged: 0, unreachable: false, details: [] },
        skipped: [
          { where: "line 4 article b", reason: "/entry_id is taken" },
          { where: file, reason: "the export breaks off: it has no end" },
        ],
        notes: [
          { note: "not taken: the values of tag: /family is other", times: 2, where: "line 5 value tag/0" },
          { note: "not taken: the definition all: /title is other", times: 1, where: "line 2 feed all" },
          { note: "not taken: the address tag/2: /slug is other", times: 1, where: "line 7 value tag/2" },
        ],
      },
    ]);
  });
});
