import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forBrowser } from "../../src/service/poll/opened.ts";
import { type Answer, ask } from "./ask.ts";
import { type Front, NGINX, startNginx } from "./proxies.ts";
import { type Service, startService, TOKEN, until } from "./service.ts";

/** So much longer than without the cache may something be read in it, as the README has it. Milliseconds. */
const BOUND = 2_000;

const FEED = "/feeds/everything.rss";

describe.skipIf(NGINX === null)("nginx with its cache in front, as the README has it", () => {
  let service: Service;
  let front: Front;

  beforeAll(async () => {
    service = await startService();
    front = await startNginx(service.port, { cached: true });
  });
  afterAll(async () => {
    await front?.stop();
    await service?.stop();
  });

  const poll = (headers: Record<string, string> = {}, path = FEED): Promise<Answer> =>
    ask(front.port, path, { headers });

  /** The same poll until the cache has it, and answers it. */
  async function cached(headers: Record<string, string> = {}, path = FEED): Promise<Answer> {
    let answer = await poll(headers, path);
    for (let attempt = 0; attempt < 50 && how(answer) !== "HIT"; attempt += 1) answer = await poll(headers, path);
    expect(how(answer)).toBe("HIT");
    return answer;
  }

  it("answers the second poll from the cache, with the same bytes", async () => {
    const first = await poll();
    expect([first.status, how(first)]).toEqual([200, "MISS"]);
    expect((await cached()).body.equals(first.body)).toBe(true);
    expect((await cached({}, `${FEED}?reader=7`)).body.equals(first.body)).toBe(true);
  });

  it("answers conditional polls from the cache (RFC 9110 §13.1)", async () => {
    const { headers } = await cached();
    const later = new Date(Date.parse(headers["last-modified"] ?? "") + 60_000).toUTCString();
    for (const [name, value] of [
      ["if-none-match", headers.etag],
      ["if-none-match", `"other", ${headers.etag}`],
      ["if-modified-since", headers["last-modified"]],
      ["if-modified-since", later],
    ] as const) {
      const { status, body, headers: repeated } = await cached({ [name]: value ?? "" });
      expect([status, body.length, repeated.etag, repeated.vary]).toEqual([304, 0, headers.etag, headers.vary]);
    }
    expect((await cached({ "if-none-match": '"other"' })).status).toBe(200);
  });

  it("keeps codings and what a browser opens apart (RFC 9110 §12.5.5)", async () => {
    const plain = (await poll()).body;
    const rss = "application/rss+xml; charset=utf-8";
    const kinds: {
      asked: Record<string, string>;
      coding?: string;
      type: string;
      read(body: Buffer): Buffer;
      opened?: true;
    }[] = [
      { asked: {}, type: rss, read: (body) => body },
      { asked: { "accept-encoding": "gzip" }, coding: "gzip", type: rss, read: gunzipSync },
      { asked: { "accept-encoding": "gzip, br" }, coding: "br", type: rss, read: brotliDecompressSync },
      {
        asked: { "accept-encoding": "gzip", "sec-fetch-dest": "document" },
        coding: "gzip",
        type: "application/xml; charset=utf-8",
        read: gunzipSync,
        opened: true,
      },
    ];
    for (const turn of [1, 2])
      for (const { asked, coding, type, read, opened } of kinds) {
        const { headers, body } = await cached(asked);
        expect([headers["content-encoding"], headers["content-type"]], `${coding} ${turn}`).toEqual([coding, type]);
        const page = `./${FEED.split("/").at(-1)?.replace(".rss", "")}`;
        expect(read(body).toString()).toBe(opened ? forBrowser(plain.toString(), page) : plain.toString());
      }
  });

  it("asks the service again for what is older, which says that nothing has changed", async () => {
    const { headers } = await cached();
    let answer = await poll();
    await until("the copy is too old", async () => {
      answer = await poll();
      return how(answer) === "REVALIDATED";
    });
    expect([answer.status, answer.headers.etag]).toEqual([200, headers.etag]);
  });

  it("lets a delta through to whoever asks for it, and to nobody else (RFC 3229)", async () => {
    const before = (await cached()).headers.etag ?? "";
    await put("late", "The last boat in");
    await until("the edition is out", async () => (await poll()).body.includes("The last boat in"));
    const wanted = { "a-im": "feed", "if-none-match": before };
    const delta = await poll(wanted);
    expect([delta.status, how(delta), delta.headers.im]).toEqual([226, undefined, "feed"]);
    const whole = await cached({ "if-none-match": before });
    expect([whole.status, whole.body.length > delta.body.length]).toEqual([200, true]);
  });

  it("has a retraction out within its bound", async () => {
    await put("wrong", "The boat that never was");
    await until("the story is out", async () => (await poll()).body.includes("The boat that never was"));
    const headers = { authorization: `Bearer ${TOKEN}` };
    const reason = JSON.stringify({ reason: "There was no boat." });
    expect((await fetch(`${service.url}/api/articles/wrong`, { method: "DELETE", headers, body: reason })).ok).toBe(
      true,
    );
    let goneAt = 0;
    const watching = until("the service itself has it out", async () => {
      const gone = !(await (await fetch(service.url + FEED)).text()).includes("The boat that never was");
      if (gone) goneAt = Date.now();
      return gone;
    });
    for (let askedAt = 0; goneAt === 0 || askedAt < goneAt + BOUND + 1_000; ) {
      askedAt = Date.now();
      const shown = (await poll()).body.includes("The boat that never was");
      if (shown && goneAt > 0) expect(askedAt - goneAt).toBeLessThanOrEqual(BOUND);
    }
    await watching;
  });

  it("shares nothing of a partner, the API or the desk", async () => {
    await post("/api/partners", { slug: "harbour-radio", name: "Harbour Radio" });
    const keys = [
      await post("/api/partners/harbour-radio/keys", {}),
      await post("/api/partners/harbour-radio/keys", {}),
    ];
    const path = "/partner/harbour-radio.rss";
    await until(
      "it has an edition",
      async () => (await ask(front.port, path, { headers: keyed(keys[0]) })).status === 200,
    );
    for (const turn of [1, 2])
      for (const key of keys) {
        const answer = await ask(front.port, path, { headers: keyed(key) });
        expect([answer.status, how(answer)], `turn ${turn}`).toEqual([200, undefined]);
        expect(answer.headers["cache-control"]).toMatch(/^private/);
        const stranger = await ask(front.port, path);
        expect([stranger.status, how(stranger)]).toEqual([401, undefined]);
      }
    for (const own of ["/api/feeds", "/desk", "/desk/sign-in", "/health", "/", "/feeds/everything", "/feeds.opml"])
      for (const turn of [1, 2]) expect(how(await ask(front.port, own)), `${own} ${turn}`).toBeUndefined();
  });

  it("goes on with its last copy while the service is down", async () => {
    const { body } = await cached();
    expect(await service.stop()).toBe(0);
    await until("the copy is old", async () => how(await poll()) === "STALE");
    const answer = await poll();
    expect([answer.status, answer.body.equals(body)]).toEqual([200, true]);
    expect((await poll({ "if-none-match": answer.headers.etag ?? "" })).status).toBe(304);
    expect((await ask(front.port, "/health")).status).toBe(502);
  });

  async function put(id: string, title: string): Promise<void> {
    const story = { url: `https://gazette.example/${id}`, content_html: `<p>${id}</p>`, published_at: new Date() };
    const answer = await fetch(`${service.url}/api/articles/${id}`, {
      method: "PUT",
      headers: { authorization: `Bearer ${TOKEN}` },
      body: JSON.stringify({ ...story, title }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  async function post(path: string, body: object): Promise<{ key?: string }> {
    const headers = { authorization: `Bearer ${TOKEN}` };
    const answer = await fetch(service.url + path, { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as { key?: string };
  }
});

const how = ({ headers }: Answer): string | undefined => headers["x-cache-status"]?.toString();

const keyed = (minted: { key?: string } | undefined) => ({ authorization: `Bearer ${minted?.key}` });
