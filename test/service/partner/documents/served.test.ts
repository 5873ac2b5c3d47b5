import { beforeAll, describe, expect, it } from "vitest";
import { FORMATS } from "../../cold-poll.ts";
import { article } from "../../newsroom.ts";
import { basic, bearer, cold, type Desk, type Minted } from "../syndicate.ts";
import { twoPartners, wholeOf } from "../two-partners.ts";

let desk: Desk;
let radio: Minted;
let paper: Minted;

beforeAll(async () => {
  ({ desk, radio, paper } = await twoPartners());
});

describe("a partner's feed", () => {
  it.each(FORMATS)(
    "is served to its partner's key, as Basic and as Bearer (%s; RFC 7617 §2, RFC 6750 §2.1)",
    async (format) => {
      for (const headers of [basic(radio.key), basic(radio.key, ""), basic(radio.key, "radio"), bearer(radio.key)]) {
        const response = await cold()(`/partner/radio.${format}`, headers);
        expect(response.status).toBe(200);
        expect(await response.text()).toContain("Title of a");
      }
    },
  );

  it("names itself by the URL that it is served at, without the key", async () => {
    const text = await (await cold()(`/partner/paper.json?key=${paper.key}`)).text();
    expect(JSON.parse(text).feed_url).toBe("https://feeds.example/partner/paper.json");
    for (const format of FORMATS)
      expect(await (await cold()(`/partner/paper.${format}?key=${paper.key}`)).text()).not.toContain("wp_");
  });

  it("is in no directory, OPML, page, health or public URL", async () => {
    const poll = cold();
    for (const path of ["/", "/feeds.opml", "/health", "/feeds/all"]) {
      const response = await poll(path);
      expect(response.status).toBe(200);
      expect(await response.text()).not.toMatch(/radio|partner|[">/]paper/i);
    }
    for (const path of [
      "/feeds/radio",
      "/feeds/radio.rss",
      "/feeds/radio/archive/1.rss",
      "/feeds/radio-games.rss",
      "/feeds/paper-old.rss",
    ])
      expect(await wholeOf(await poll(path))).toEqual(
        await wholeOf(await poll(path.replace(/radio|paper/, "nothing"))),
      );
  });

  it("answers its polls as a public one does: 304, HEAD, codings, deltas", async () => {
    const poll = cold();
    const whole = await poll("/partner/radio.rss", basic(radio.key));
    const etag = whole.headers.get("etag") ?? "";
    expect((await poll("/partner/radio.rss", { ...basic(radio.key), "if-none-match": etag })).status).toBe(304);
    const head = await poll("/partner/radio.rss", basic(radio.key), "HEAD");
    expect([head.status, await head.text(), head.headers.get("etag")]).toEqual([200, "", etag]);
    const packed = await poll("/partner/radio.rss", { ...basic(radio.key), "accept-encoding": "br" });
    expect(packed.headers.get("content-encoding")).toBe("br");
    await desk.put(article("later"));
    await desk.publish();
    const delta = await cold()("/partner/radio.rss", { ...basic(radio.key), "a-im": "feed", "if-none-match": etag });
    expect(delta.status).toBe(226);
    expect(await delta.text()).not.toContain("Title of a");
  });
});
