import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { askAsReader, MAX_BODY } from "../../../../src/cli/verify/reach/ask.ts";
import { findProgram } from "../../../recipes/recipe.ts";
import { ran } from "../../../recipes/service.ts";
import { nobody } from "../../server.ts";
import { told } from "./told.ts";
import { DOCUMENT, redirectTo, startToy, stopToys } from "./toy.ts";

afterEach(stopToys);

/** Milliseconds: it only ends what hangs. */
const PATIENCE = 60_000;
const asking = { headers: { "user-agent": "x", "accept-encoding": "gzip, deflate, br, zstd" }, patience: PATIENCE };

describe("askAsReader", () => {
  it("sends the headers that it is given, and no others", async () => {
    let asked = {};
    const url = await startToy((right, { headers }) => {
      asked = headers;
      return right;
    });
    await askAsReader(url, asking);
    expect(asked).toEqual({ ...asking.headers, host: new URL(url).host, connection: "close" });
  });

  it.each([
    ["gzip", gzipSync(DOCUMENT)],
    ["X-GZIP", gzipSync(DOCUMENT)],
    ["br", brotliCompressSync(DOCUMENT)],
    ["zstd", zstdCompressSync(DOCUMENT)],
    ["deflate", deflateSync(DOCUMENT)],
    ["deflate", deflateRawSync(DOCUMENT)],
    ["identity", DOCUMENT],
    [undefined, DOCUMENT],
  ])("decodes %s", async (coding, body) => {
    const url = await startToy(() => ({ status: 200, headers: { "content-encoding": coding }, body }));
    expect(await askAsReader(url, asking)).toEqual({
      answer: {
        ...{ status: 200, bytes: body.length, milliseconds: expect.any(Number), cookies: [] },
        headers: expect.any(Object),
        document: { kind: "rss", bytes: DOCUMENT.length, digest: expect.any(String) },
      },
    });
  });

  it.each(["utf-16le", "utf-16be"])("knows a feed in %s", async (encoding) => {
    const body = Buffer.from(`\uFEFF${DOCUMENT}`, "utf16le");
    const url = await startToy(() => ({
      status: 200,
      headers: {},
      body: encoding === "utf-16le" ? body : body.swap16(),
    }));
    expect(await askAsReader(url, asking)).toMatchObject({ answer: { document: { kind: "rss" } } });
  });

  it.each([304, 403, 301])("has no document of an answer that brings none: %i", async (status) => {
    const url = await startToy((right) => ({ ...right, status, body: "" }));
    const outcome = await askAsReader(url, asking);
    expect("answer" in outcome && outcome.answer).toMatchObject({
      status,
      bytes: 0,
      headers: { vary: "Accept-Encoding" },
    });
    expect("answer" in outcome && outcome.answer.document).toBeUndefined();
  });

  it("waits no longer than the reader: for an answer, and for its end", async () => {
    const failure = { kind: "patience", reason: "not answered within 0.05 seconds" };
    const [silent, slow] = [await startToy(() => undefined), await startToy((right) => ({ ...right, hangs: true }))];
    for (const url of [silent, slow]) expect(await askAsReader(url, { ...asking, patience: 50 })).toEqual({ failure });
  });

  it("reads no body without end, sent or decoded", async () => {
    const endless = Buffer.alloc(MAX_BODY + 1);
    const sent = await startToy(() => ({ status: 200, headers: {}, body: endless }));
    expect(await askAsReader(sent, asking)).toEqual({
      failure: { kind: "body", reason: "more than 10,485,760 bytes" },
    });
    const packed = await startToy(() => ({
      status: 200,
      headers: { "content-encoding": "gzip" },
      body: gzipSync(endless),
    }));
    expect(await askAsReader(packed, asking)).toEqual({
      failure: {
        kind: "body",
        reason: "Content-Encoding: gzip, and the body is not: Cannot create a Buffer larger than 10485760 bytes",
      },
    });
  });

  it("says that nobody is there", async () => {
    const url = await nobody();
    const reason = `${new URL(url).host} refuses the connection: nothing listens there (ECONNREFUSED)`;
    expect(await askAsReader(url, asking)).toEqual({ failure: { kind: "connection", reason } });
  });

  it("says that somebody is there who does not speak TLS", async () => {
    const url = (await startToy()).replace("http:", "https:");
    const reason = expect.stringMatching(/^127\.0\.0\.1:\d+ does not speak TLS as readers do \(E\w+\)$/);
    expect(await askAsReader(url, asking)).toEqual({ failure: { kind: "connection", reason } });
  });
});

const OPENSSL = findProgram("openssl");

describe.skipIf(OPENSSL === null)("a certificate that nobody trusts", () => {
  it("keeps out all but who trusts anybody, who is given what there is", async () => {
    const folder = await mkdtemp(join(tmpdir(), "wireproof-reach-"));
    const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    const subject = ["-subj", "/CN=127.0.0.1", "-days", "2", "-nodes", "-keyout", key, "-out", cert];
    await ran("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", ...subject]);
    const secure = { key: await readFile(key, "utf8"), cert: await readFile(cert, "utf8") };
    await rm(folder, { recursive: true });
    const url = await startToy((right, { path }) => (path === "/feed.rss" ? redirectTo(307, "/b.rss") : right), secure);
    expect(await told(url)).toEqual([
      [
        ...(["RFC 9110 §4.3.4", "error", "11 of 12: all but Feedbin"] as const),
        "toy has a certificate that it signed itself (DEPTH_ZERO_SELF_SIGNED_CERT)",
      ],
      ["RFC 9110 §15.4.9", "warning", "1 of 12: Feedbin", "307 to https://toy/b.rss"],
    ]);
  });
});
