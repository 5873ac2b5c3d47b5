import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { DOCUMENT, OPERATIONS } from "../../interface.ts";
import { article, FEEDS, type Newsroom, newsroom } from "../newsroom.ts";
import { newSigningKey } from "../signing-key.ts";

const ARTICLE = { url: "https://g.example/a", title: "A", published_at: "2026-03-01T08:00:00Z", section: "Politics" };
const EXPORTED = { type: "site", site: { title: "Another" } };

let room: Newsroom;
beforeEach(async () => {
  const ended = { slug: "ended", title: "Ended", description: "Over", retired: true };
  const radio = { slug: "radio", title: "Radio", description: "R", access: "partner", partner: "radio" } as const;
  room = await newsroom([...FEEDS, ended, radio], undefined, { secrets: { signingKey: newSigningKey() } });
  await room.put({ id: "a", ...ARTICLE });
  await room.put(article("1"));
  await room.publish();
});

it("is for everybody: it says what there is, and holds no secret", async () => {
  const answer = await room.fetch(new Request("https://feeds.example/api/openapi.json"));
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, expect.stringContaining("max-age=300")]);
  expect(((await answer.json()) as typeof DOCUMENT).openapi).toBe("3.1.0");
});

describe("what the service answers is what is described", () => {
  const partner = JSON.stringify({ slug: "radio", name: "Radio" });

  it.each([
    ["GET", "/api/openapi.json"],
    ["GET", "/api/articles/a"],
    ["GET", "/api/articles/none"],
    ["PUT", "/api/articles/b", { ...ARTICLE, title: "B\u0000", content_html: "<script>1</script>" }],
    ["PUT", "/api/articles/c", { url: "x" }],
    ["PUT", "/api/articles/c", "{"],
    ["POST", "/api/articles", `${JSON.stringify({ id: "d", ...ARTICLE })}\n{}\nno JSON\n`],
    ["POST", "/api/articles/dry-run", `${JSON.stringify({ id: "d", ...ARTICLE })}\n{}\nno JSON\n`],
    ["DELETE", "/api/articles/a"],
    ["GET", "/api/articles/a/revisions"],
    ["GET", "/api/articles/a/revisions?up_to=x"],
    ["POST", "/api/articles/a/revisions/1/restore"],
    ["GET", "/api/articles/a/receipts"],
    ["GET", "/api/articles/a/receipts/statement"],
    ["GET", "/api/feeds"],
    ["GET", "/api/feeds?limit=x"],
    ["GET", "/api/feeds/all"],
    ["GET", "/api/feeds/none"],
    ["GET", "/api/feeds/all/lint"],
    ["GET", "/api/feeds/none/lint"],
    ["GET", "/api/feeds/all/editions"],
    ["GET", "/api/partners"],
    ["POST", "/api/partners", partner],
    ["POST", "/api/partners", "{}"],
    ["GET", "/api/partners/none"],
    ["GET", "/api/partners/alerts"],
    ["GET", "/api/audience"],
    ["GET", "/api/audience?from=x"],
    ["GET", "/api/sources"],
    ["GET", "/api/sources/none"],
    ["GET", "/api/redirects"],
    ["GET", "/api/export"],
    ["POST", "/api/import", `${JSON.stringify(EXPORTED)}\nno JSON\n`],
    ["GET", "/api/site"],
    ["POST", "/api/proofread", "<rss version='2.0'><channel/></rss>", { "content-type": "application/rss+xml" }],
    [
      "POST",
      "/api/proofread",
      "<rss version='2.0'><channel/></rss>",
      { "content-type": "application/rss+xml", accept: "application/sarif+json" },
    ],
    ["POST", "/api/proofread", "", { "content-type": "application/xml" }],
    ["GET", "/.well-known/wireproof-keys.json"],
    ["GET", "/health"],
    ["GET", "/"],
    ["GET", "/feeds.opml"],
    ["GET", "/feeds/all"],
    ["GET", "/feeds/all.rss"],
    ["GET", "/feeds/all.atom"],
    ["GET", "/feeds/all.json"],
    ["GET", "/feeds/none.atom"],
    ["GET", "/feeds/none"],
    ["GET", "/feeds/all?entry=none"],
    ["GET", "/feeds/ended"],
    ["GET", "/feeds/all/archive/9"],
    ["GET", "/feeds/all/archive/9.rss"],
    ["GET", "/feeds/none/archive/1"],
    ["GET", "/feeds/all.css"],
    ["GET", "/feeds/none.css"],
    ["GET", "/feeds.opml?section=none"],
    ["GET", "/partner/radio.json"],
    ["GET", "/news-sitemap.xml"],
    ["GET", "/robots.txt"],
    ["GET", "/audience"],
  ] as [string, string, unknown?, Record<string, string>?][])("%s %s", async (method, path, body, headers) => {
    await expectDescribed(method, path, await room.request(method, path, body, headers));
  });

  it("is so of a partner's life, from its first key to its last", async () => {
    const ask = async (method: string, path: string, body?: unknown) => {
      const answer = await room.request(method, path, body);
      const copy = answer.clone();
      await expectDescribed(method, path, answer);
      return (await copy.json()) as { id: string };
    };
    await ask("POST", "/api/partners", { slug: "radio", name: "Radio" });
    await ask("PATCH", "/api/partners/radio", { requests_per_minute: 10 });
    const { id } = await ask("POST", "/api/partners/radio/keys", { label: "first" });
    const { id: next } = await ask("POST", `/api/partners/radio/keys/${id}/rotate`, { overlap_minutes: 5 });
    await ask("GET", "/api/partners/radio/keys");
    await ask("DELETE", `/api/partners/radio/keys/${next}`);
    await ask("DELETE", "/api/partners/radio/keys/none");
    await ask("GET", "/api/partners/radio");
    await ask("GET", "/api/partners");
  });
});

/** Checks the body against the schema of its status and media type, and that both are described. */
async function expectDescribed(method: string, path: string, answer: Response): Promise<void> {
  const described = OPERATIONS.find(
    (one) => one.method === method && patternOf(one.path).test(path.replace(/\?.*/, "")),
  );
  const content = described?.operation.responses[answer.status]?.content ?? {};
  const type = answer.headers.get("content-type")?.replace(/;.*/, "") ?? "";
  expect(Object.keys(content), `${answer.status}`).toContain(type);
  const schema = content[type]?.schema ?? {};
  const text = await answer.text();
  if (/^application\/(?:[a-z]+\+)?json$/.test(type)) expectToFit(JSON.parse(text), schema);
  if (type === "application/x-ndjson")
    for (const line of text.trim().split("\n")) expectToFit(JSON.parse(line), schema);
}

/** The paths that say more come before those that end in a parameter: `/feeds/{slug}.rss`, `/api/partners/alerts`. */
OPERATIONS.sort((a, b) => Number(/\{\w+\}$/.test(a.path)) - Number(/\{\w+\}$/.test(b.path)));

const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`);

/** Its references point into the document that describes it. */
function expectToFit(value: unknown, schema: object): void {
  const whole = JSON.parse(
    JSON.stringify({ ...schema, $defs: DOCUMENT.components.schemas }).replaceAll("#/components/schemas/", "#/$defs/"),
  ) as Parameters<typeof z.fromJSONSchema>[0];
  expect(z.fromJSONSchema(whole).safeParse(value).error?.issues ?? []).toEqual([]);
}
