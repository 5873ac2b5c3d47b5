import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  type LoadedDocument,
  loadFromUrl,
  readDocumentFile,
  readDocumentStream,
} from "../../../src/cli/verify/load.ts";
import { closeServers, nobody, serve } from "../server.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wireproof-load-"));
});
afterEach(closeServers);
afterAll(() => rm(folder, { recursive: true }));

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));

async function loadFile(bytes: Uint8Array | string): Promise<Omit<LoadedDocument, "name">> {
  const path = join(folder, "feed.xml");
  await writeFile(path, bytes);
  const { name, ...rest } = await readDocumentFile(path);
  expect(name).toBe(path);
  return rest;
}

describe("readDocumentFile", () => {
  it("has its text, and says what it is", async () =>
    expect(await loadFile("<rss>é🙂</rss>")).toEqual({
      ...{ text: "<rss>é🙂</rss>", findings: [] },
      received: {
        from: join(folder, "feed.xml"),
        redirects: [],
        encoding: "utf-8",
        encodingFrom: "default",
        bytes: 17,
      },
    }));

  it("finds fault with bytes that are not what they should be, and reads on", async () =>
    expect(await loadFile(latin1("<a>é</a>"))).toMatchObject({
      text: "<a>\uFFFD</a>",
      findings: [{ rule: "document/encoding-bytes", severity: "error", line: 1, column: 4 }],
    }));

  it("unpacks what is compressed", async () =>
    expect(await loadFile(gzipSync("<rss/>"))).toMatchObject({
      ...{ text: "<rss/>", findings: [] },
      received: { coding: "gzip", bytes: 6 },
    }));

  it("says that there is none", async () =>
    await expect(readDocumentFile(join(folder, "gone.xml"))).rejects.toThrow(/^there is no such file$/));

  it("says why it cannot be read", async () => await expect(readDocumentFile(folder)).rejects.toThrow(/^EISDIR/));
});

describe("readDocumentStream", () => {
  it("reads pieces as one document", async () => {
    const pieces = [new Uint8Array([0x3c, 0x61, 0x3e, 0xc3]), new Uint8Array([0xa9])];
    expect(await readDocumentStream(pieces, "standard input")).toMatchObject({ name: "standard input", text: "<a>é" });
  });
});

describe("loadFromUrl", () => {
  it("has the document's type and URL, and says who asks", async () => {
    const { url, asked } = await serve(() => ({ type: "application/rss+xml", body: "<rss/>" }));
    expect(await loadFromUrl(`${url}/feed?x=1`)).toEqual({
      name: `${url}/feed?x=1`,
      url: `${url}/feed?x=1`,
      contentType: "application/rss+xml",
      text: "<rss/>",
      findings: [],
      received: {
        ...{ from: `${url}/feed?x=1`, redirects: [], type: "application/rss+xml", bytes: 6 },
        ...{ encoding: "utf-8", encodingFrom: "default" },
      },
    });
    expect([asked[0]?.path, asked[0]?.headers["user-agent"]]).toEqual(["/feed?x=1", "Wireproof verify"]);
  });

  it.each(["text/xml; charset=iso-8859-1", 'text/xml;CHARSET = "ISO-8859-1"; x=y'])(
    "believes the header before the declaration (RFC 7303 §3.2): %s",
    async (type) => {
      const text = '<?xml version="1.0" encoding="utf-8"?><a>é</a>';
      const { url } = await serve(() => ({ type, body: latin1(text) }));
      expect(await loadFromUrl(url)).toMatchObject({ text, findings: [{ rule: "http/charset-declared" }] });
    },
  );

  it("has an empty type where the server gives none", async () => {
    const { url } = await serve(() => ({ body: "{}" }));
    expect((await loadFromUrl(url)).contentType).toBe("");
  });

  it.each([404, 500])("does not read an answer of %i", async (status) => {
    const { url } = await serve(() => ({ status, body: "<rss/>" }));
    await expect(loadFromUrl(`${url}/x`)).rejects.toThrow(`GET ${url}/x answered ${status}`);
  });

  it("says who does not answer, and that an answer broke off", async () => {
    const base = await nobody();
    await expect(loadFromUrl(base)).rejects.toThrow(`GET ${base}: connect ECONNREFUSED`);
    const { url } = await serve(() => ({ body: "<rss>", breaksOff: true }));
    await expect(loadFromUrl(`${url}/x`)).rejects.toThrow(`the answer of ${url}/x broke off`);
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
    ["zstd", zstdCompressSync],
    ["deflate", deflateSync],
    ["deflate", deflateRawSync],
  ])("takes off its coding: %s", async (coding, compress) => {
    const body = new Uint8Array(compress(Buffer.from("<rss/>".repeat(100))));
    const { url, asked } = await serve(() => ({
      body,
      headers: { "content-encoding": coding, "content-length": `${body.length}` },
    }));
    expect(await loadFromUrl(url)).toMatchObject({
      ...{ text: "<rss/>".repeat(100), findings: [] },
      received: { coding, bytes: 600, sentBytes: body.length },
    });
    expect(asked[0]?.headers["accept-encoding"]).toBe("gzip, br, zstd, deflate");
  });

  it("says that a body is not in the coding that it claims, or in one that nobody knows", async () => {
    const { url } = await serve(({ path }) => ({ body: "<rss/>", headers: { "content-encoding": path.slice(1) } }));
    await expect(loadFromUrl(`${url}/gzip`)).rejects.toThrow(/broke off: .*; it says Content-Encoding: gzip$/);
    await expect(loadFromUrl(`${url}/compress`)).rejects.toThrow(
      /Content-Encoding: compress, which cannot be decoded here$/,
    );
  });

  it("finds that bytes are gzip and nobody says so", async () => {
    const { url } = await serve(() => ({ body: new Uint8Array(gzipSync("<rss/>")) }));
    expect(await loadFromUrl(url)).toMatchObject({
      ...{ text: "<rss/>", findings: [{ rule: "http/coding-said" }] },
      received: { coding: "gzip" },
    });
  });

  it("keeps the document's own URL apart from where it is asked for, and sends what opens it", async () => {
    const { url, asked } = await serve(() => ({ type: "application/json", body: "{}" }));
    const own = "https://feeds.example/feeds/a.json";
    const loaded = await loadFromUrl(`${url}/feeds/a.json`, {
      url: own,
      headers: { authorization: "Bearer secret" },
    });
    expect([loaded.name, loaded.url]).toEqual([`${url}/feeds/a.json`, own]);
    expect(asked[0]?.headers).toMatchObject({ authorization: "Bearer secret", "user-agent": "Wireproof verify" });
  });
});
