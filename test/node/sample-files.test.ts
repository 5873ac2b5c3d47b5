import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SAMPLE_FILES_PATH, sampleFilesRoute } from "../../src/node/sample-files.ts";

const folder = mkdtempSync(join(tmpdir(), "wireproof-sample-"));
const files = join(folder, "files");
const PICTURE = "not really a picture";

beforeAll(() => {
  mkdirSync(join(files, "inner"), { recursive: true });
  writeFileSync(join(files, "boat.jpg"), PICTURE);
  writeFileSync(join(files, ".hidden.jpg"), PICTURE);
  writeFileSync(join(files, "tune.mp3"), PICTURE);
  writeFileSync(join(files, "inner", "index.html"), "inner");
  writeFileSync(join(folder, "secret.json"), "secret");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Asks an application that has other routes, too. */
const ask = async (path: string, init?: RequestInit): Promise<Response> =>
  new Hono()
    .route(SAMPLE_FILES_PATH, sampleFilesRoute(files))
    .get("/feeds/:slug", (c) => c.text("a page"))
    .use((_, next) => next())
    .notFound((c) => c.text("nothing is here", 404))
    .request(`http://localhost:8787${path}`, init);

describe("the sample's files", () => {
  it("are served with their type and length, to be kept for a week, and taken for nothing else", async () => {
    const response = await ask("/sample/boat.jpg");
    expect([response.status, await response.text()]).toEqual([200, PICTURE]);
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "image/jpeg",
      "content-length": String(PICTURE.length),
      "cache-control": "public, max-age=604800",
      "x-content-type-options": "nosniff",
      "last-modified": expect.any(String),
    });
  });

  it("answer HEAD, and parts, which players of audio ask for", async () => {
    const head = await ask("/sample/boat.jpg", { method: "HEAD" });
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "20", ""]);
    const part = await ask("/sample/tune.mp3", { headers: { range: "bytes=4-9" } });
    expect([part.status, part.headers.get("content-type"), await part.text()]).toEqual([206, "audio/mpeg", "really"]);
  });

  it.each([
    "/sample/",
    "/sample/nothing.jpg",
    "/sample/inner",
    "/sample/inner/index.html",
    "/sample/..%2fsecret.json",
    "/sample/%2e%2e%2fsecret.json",
    "/sample/%2e%2e/secret.json",
    "/sample/..%5csecret.json",
    "/sample//etc/passwd",
    "/sample/boat.jpg%00",
    "/sample/.hidden.jpg",
  ])("are all that is served: %s is not", async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it("are none where no folder is named", async () => {
    const none = new Hono().route(SAMPLE_FILES_PATH, sampleFilesRoute(undefined));
    expect((await none.request("http://localhost:8787/sample/boat.jpg")).status).toBe(404);
  });
});
