import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { fetchDocument, type LoadedDocument, loadDocument } from "../../../src/cli/verify/load.ts";
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
  const { name, ...rest } = await loadDocument(path);
  expect(name).toBe(path);
  return rest;
}

const wrongBytes = (label: string) => ({
  rule: "XML 1.0 §4.3.3; RFC 8259 §8.1: encoding",
  severity: "error",
  where: "document",
  message: `the bytes are not ${label}`,
});

describe("loadDocument of a file", () => {
  it("reads UTF-8 where nothing else is said", async () =>
    expect(await loadFile("<rss>é🙂</rss>")).toEqual({ text: "<rss>é🙂</rss>", findings: [] }));

  it.each(['<?xml version="1.0" encoding="ISO-8859-1"?>', "<?xml version='1.0' encoding = 'windows-1252' ?>"])(
    "reads the encoding that its declaration names: %s",
    async (declaration) =>
      expect(await loadFile(latin1(`${declaration}<a>é</a>`))).toEqual({
        text: `${declaration}<a>é</a>`,
        findings: [],
      }),
  );

  it("finds fault with bytes that are not what they should be, and reads on", async () =>
    expect(await loadFile(latin1("<a>é</a>"))).toEqual({ text: "<a>\uFFFD</a>", findings: [wrongBytes("utf-8")] }));

  it("finds fault with an encoding that there is not", async () => {
    const text = '<?xml version="1.0" encoding="x-none"?><a/>';
    expect(await loadFile(text)).toEqual({ text, findings: [wrongBytes("x-none")] });
  });

  it("does not take an attribute of the document for its declaration", async () =>
    expect((await loadFile('<a encoding="latin1">é</a>')).text).toBe('<a encoding="latin1">é</a>'));

  it("says that there is none", async () =>
    await expect(loadDocument(join(folder, "gone.xml"))).rejects.toThrow(/^there is no such file$/));

  it("says why it cannot be read", async () => await expect(loadDocument(folder)).rejects.toThrow(/^EISDIR/));
});

describe("loadDocument of a URL", () => {
  it("has the document's type and URL, and says who asks", async () => {
    const { url, asked } = await serve(() => ({ type: "application/rss+xml", body: "<rss/>" }));
    expect(await loadDocument(`${url}/feed?x=1`)).toEqual({
      name: `${url}/feed?x=1`,
      url: `${url}/feed?x=1`,
      contentType: "application/rss+xml",
      text: "<rss/>",
      findings: [],
    });
    expect([asked[0]?.path, asked[0]?.headers["user-agent"]]).toEqual(["/feed?x=1", "Wireproof verify"]);
  });

  it.each(["text/xml; charset=iso-8859-1", 'text/xml;CHARSET = "ISO-8859-1"; x=y'])(
    "believes the header before the declaration (RFC 7303 §3.2): %s",
    async (type) => {
      const text = '<?xml version="1.0" encoding="utf-8"?><a>é</a>';
      const { url } = await serve(() => ({ type, body: latin1(text) }));
      expect(await loadDocument(url)).toMatchObject({ text, findings: [] });
    },
  );

  it("has an empty type where the server gives none", async () => {
    const { url } = await serve(() => ({ body: "{}" }));
    expect((await loadDocument(url)).contentType).toBe("");
  });

  it.each([404, 500])("does not read an answer of %i", async (status) => {
    const { url } = await serve(() => ({ status, body: "<rss/>" }));
    await expect(loadDocument(`${url}/x`)).rejects.toThrow(`GET ${url}/x answered ${status}`);
  });

  it("says who does not answer, and that an answer broke off", async () => {
    const base = await nobody();
    await expect(loadDocument(base)).rejects.toThrow(`GET ${base}: connect ECONNREFUSED`);
    const { url } = await serve(() => ({ body: "<rss>", breaksOff: true }));
    await expect(loadDocument(`${url}/x`)).rejects.toThrow(`the answer of ${url}/x broke off`);
  });
});

describe("fetchDocument", () => {
  it("keeps the document's own URL apart from where it is asked for, and sends what opens it", async () => {
    const { url, asked } = await serve(() => ({ type: "application/json", body: "{}" }));
    const own = "https://feeds.example/feeds/a.json";
    const loaded = await fetchDocument(`${url}/feeds/a.json`, own, { authorization: "Bearer secret" });
    expect([loaded.name, loaded.url]).toEqual([`${url}/feeds/a.json`, own]);
    expect(asked[0]?.headers).toMatchObject({ authorization: "Bearer secret", "user-agent": "Wireproof verify" });
  });
});
