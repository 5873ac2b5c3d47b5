import { describe, expect, it } from "vitest";
import { plain } from "../../../src/service/http/plain.ts";

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
});
