import { describe, expect, it } from "vitest";
import { plain, unavailable } from "../../../src/service/http/plain.ts";

const whole = async (response: Response) => [
  response.status,
  Object.fromEntries(response.headers),
  await response.text(),
];

describe("an answer without a document", () => {
  it("is one line of text that no cache keeps", async () => {
    expect(await whole(plain(410, "This feed has ended."))).toEqual([
      410,
      { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
      "This feed has ended.\n",
    ]);
  });

  it("may be kept where its own headers say so", async () => {
    const { headers } = plain(301, "Moved.", { location: "/b", "cache-control": "public, max-age=3600" });
    expect([headers.get("location"), headers.get("cache-control")]).toEqual(["/b", "public, max-age=3600"]);
  });

  it("says when to come again, where it may be had soon (RFC 9110 §15.6.4, §10.2.3)", async () => {
    expect(await whole(unavailable("Not now."))).toEqual([
      503,
      { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", "retry-after": "5" },
      "Not now.\n",
    ]);
  });
});
