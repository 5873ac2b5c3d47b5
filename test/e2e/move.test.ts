import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../cli/run.ts";
import { SITE } from "../site.ts";
import { type NodeService, startNode } from "./node-service.ts";
import { feedparser } from "./pollers/feedparser.ts";
import { newsboat } from "./pollers/newsboat.ts";
import { type OldSite, startOldSite } from "./pollers/old-site.ts";
import type { Poller } from "./pollers/poller.ts";
import { TOKEN } from "./token.ts";

/** Milliseconds: it only ends what hangs. */
const PATIENCE = 120_000;

/** As WordPress writes them: an id that is no permalink, and times in GMT. */
const item = (number: number): string => `<item>
  <title>Story ${number} &#8211; the “pier” &amp; more</title>
  <link>https://gazette.example/2026/03/story-${number}/</link>
  <dc:creator><![CDATA[Ada Quayle]]></dc:creator>
  <pubDate>${new Date(Date.UTC(2026, 2, 1, 12, number)).toUTCString().replace("GMT", "+0000")}</pubDate>
  <category><![CDATA[Weather]]></category>
  <guid isPermaLink="false">https://gazette.example/?p=${number}</guid>
  <description><![CDATA[<p>Short ${number}</p>]]></description>
  <content:encoded><![CDATA[<p>She left at dawn ${number}, and <em>came back</em>.</p>]]></content:encoded>
</item>`;

const DOCUMENT = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Test Gazette</title><link>https://gazette.example</link>
  <description>News for tests</description><language>en</language>${Array.from({ length: 10 }, (_, index) => item(10 - index)).join("")}</channel></rss>`;

const folder = mkdtempSync(join(tmpdir(), "wireproof-move-"));
const pollers: Poller[] = [newsboat(join(folder, "newsboat")), feedparser(folder)];
for (const { name, missing } of pollers) if (missing) console.warn(`skipped: ${name}: ${missing}`);

let service: NodeService;
let site: OldSite;
const cli = (...args: string[]) => runCli("import", [...args, "--to", service.url], { token: TOKEN });

beforeAll(async () => {
  site = await startOldSite(DOCUMENT);
  const definitions = [{ slug: "all", title: "The Test Gazette", description: "News for tests" }];
  service = await startNode({
    feeds: { site: { ...SITE, base: "http://localhost", redirects: ["wordpress"] }, definitions },
  });
});

afterAll(async () => {
  await site?.stop();
  await service?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe("a move", () => {
  it("is rehearsed: what is not imported would be lost, and after the import nobody would notice it", async () => {
    expect(await cli("--rehearse", site.feed)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/│ no more +│ +10 │/),
    });
    expect(await cli(site.feed)).toMatchObject({ code: 0 });
    await isPublished("Story 10");
    const { code, out, err } = await cli("--rehearse", site.feed);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(`ours  ${service.url}/feeds/all.rss`);
    expect(out).toMatch(/│ the same +│ +10 │/);
    const json = JSON.parse((await cli("--rehearse", site.feed, "--with", "all", "--json")).out);
    expect(json.comparison).toMatchObject({ changed: [], twice: [], lost: [], added: [], isInOrder: true });
    expect(await cli("--rehearse", `${site.feed}atom/`)).toMatchObject({
      code: 2,
      err: expect.stringContaining("answered 404"),
    });
  });

  describe.each(pollers)("that $name is led through", (poller) => {
    it.skipIf(poller.missing !== null)("shows nothing twice, loses nothing, and goes on with what is new", async () => {
      const moving = await startOldSite(DOCUMENT);
      const seen = async () => (await poller.poll(moving.feed)).toSorted((a, b) => a.published - b.published);
      const before = await seen();
      expect(before.length).toBe(10);
      moving.moveTo(service.url);
      const title = `New to ${poller.name}`;
      await save(title);
      await isPublished(title);
      const after = await seen();
      expect(after.slice(0, 10)).toEqual(before);
      expect(after.slice(10).at(-1)).toMatchObject({ title });
      expect(new Set(after.map(({ link }) => link)).size).toBe(after.length);
      expect(await seen()).toEqual(after);
      await moving.stop();
    });
  });
});

let days = 0;
async function save(title: string): Promise<void> {
  const url = `https://gazette.example/${encodeURIComponent(title)}`;
  const published_at = new Date(Date.UTC(2026, 3, ++days)).toISOString();
  const response = await fetch(`${service.url}/api/articles/${encodeURIComponent(title)}`, {
    method: "PUT",
    headers: { authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify({ url, title, content_html: "<p>New.</p>", published_at }),
  });
  if (!response.ok) throw new Error(await response.text());
}

async function isPublished(title: string): Promise<void> {
  const feed = async () => (await fetch(`${service.url}/feeds/all.rss`)).text();
  await expect.poll(feed, { timeout: PATIENCE }).toContain(title);
}
