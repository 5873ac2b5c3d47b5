import type { FileStore } from "../service/home.ts";

/** Bytes: an isolate has 128 MB for all that it does. */
const ROOM = 50_000_000;

/** Files in a bucket of R2. */
export const bucketFiles = (bucket: R2Bucket): FileStore => ({
  room: ROOM,
  async put(name, bytes, type) {
    // Where it is there already, the condition keeps it as it is, and nothing is sent twice.
    await bucket.put(name, bytes, {
      httpMetadata: { contentType: type },
      onlyIf: new Headers({ "if-none-match": "*" }),
    });
  },
  async get(name, range) {
    const found = await bucket.get(
      name,
      range && { range: { offset: range.first, length: range.last - range.first + 1 } },
    );
    return found?.body ?? null;
  },
});
