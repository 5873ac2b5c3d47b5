import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { documentOfBytes, proofreadDecoded } from "../../src/proofread/proofread-bytes.ts";
import { documentOf } from "../../src/proofread/xml/examples.ts";

const packed = new Uint8Array(gzipSync("<rss/>"));
const most = 1_000;

describe("documentOfBytes", () => {
  it("unpacks a file without a word, and finds fault with an answer that does not say what it is", async () => {
    expect(await documentOfBytes(packed, { most })).toMatchObject({
      text: "<rss/>",
      packed: true,
      bytes: 6,
      findings: [],
    });
    const { text, findings } = await documentOfBytes(packed, { url: "https://gazette.example/feed", most });
    expect([text, findings.map(({ rule }) => rule)]).toEqual(["<rss/>", ["http/coding-said"]]);
  });
});

describe("proofreadDecoded", () => {
  it("counts what is wrong with the bytes, and says it first", async () => {
    const document = await documentOfBytes(new Uint8Array(Buffer.from("<rss version='2.0'>\xe9</rss>", "latin1")), {
      most,
    });
    const { findings, counts } = await proofreadDecoded(document);
    expect(findings[0]?.rule).toBe("document/encoding-bytes");
    expect(counts.get("document/encoding-bytes")).toBe(1);
  });

  it("does not tell once more, at each of its texts, of letters that were lost with the bytes", async () => {
    const title = "<rss version='2.0'><channel><title>Caf\xe9</title></channel></rss>";
    const document = await documentOfBytes(new Uint8Array(Buffer.from(title, "latin1")), { most });
    const { findings } = await proofreadDecoded(document);
    expect(findings.map(({ rule }) => rule)).not.toContain("xml/characters");
  });

  it.each([
    ["that the declaration contradicts", "iso-8859-1", "http/charset-declared"],
    ["that there is not", "utf-9", "document/encoding-known"],
  ])("tells once of a charset %s", async (_, charset, rule) => {
    const contentType = `application/rss+xml; charset=${charset}`;
    const text = `<?xml version="1.0" encoding="utf-8"?>\n${documentOf("rss")}`;
    const document = await documentOfBytes(new Uint8Array(Buffer.from(text)), { contentType, most: 10_000 });
    const { findings } = await proofreadDecoded(document, { contentType });
    expect(findings.map((finding) => finding.rule)).toEqual([rule]);
  });
});
