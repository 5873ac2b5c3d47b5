import type { IncomingHttpHeaders } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { pollAsReaders } from "../../../../src/cli/verify/reach/poll.ts";
import { FEED_READERS } from "../../../../src/proofread/reach/readers.ts";
import { DOCUMENT, page, redirectTo, startToy, stopToys, type ToyFault, tagOf } from "./toy.ts";

afterEach(stopToys);

const DATE = "Sat, 14 Mar 2026 06:00:00 GMT";
const TAG = tagOf(gzipSync(DOCUMENT));

/** What readers sent, in the order in which they did; without what Node adds. */
async function sentTo(fault: ToyFault, readers = FEED_READERS): Promise<IncomingHttpHeaders[]> {
  const asked: IncomingHttpHeaders[] = [];
  const url = await startToy((right, request) => {
    const { host: _, connection: __, ...headers } = request.headers;
    asked.push(headers);
    return fault(right, request);
  });
  await pollAsReaders(url, readers);
  return asked;
}

const only = (name: string) => FEED_READERS.filter((reader) => reader.name === name);

describe("readers", () => {
  it("come twice each, and one once more", async () => {
    const agents = FEED_READERS.map(({ headers }) => headers["user-agent"]);
    expect((await sentTo((right) => right)).map((headers) => headers["user-agent"])).toEqual([
      ...agents.flatMap((agent) => [agent, agent]),
      agents[0],
    ]);
  });

  it.each<[string, Record<string, string>]>([
    ["Feedly", { "if-none-match": TAG, "if-modified-since": DATE }],
    ["NewsBlur", { "if-none-match": TAG, "if-modified-since": DATE, "a-im": "feed" }],
    ["Feeder", { "if-none-match": TAG }],
    ["Thunderbird", { "if-modified-since": DATE }],
    ["rss-parser", {}],
  ])("send back verbatim what they keep: %s", async (name, conditions) => {
    const [fresh, again] = await sentTo((right) => right, only(name));
    const own = only(name)[0]?.headers;
    expect([fresh, again]).toEqual([own, { ...own, ...conditions }]);
  });

  it("send back nothing that was never given", async () => {
    const none: ToyFault = (right) => ({
      ...right,
      headers: { ...right.headers, etag: undefined, "last-modified": undefined },
    });
    const asked = await sentTo(none, only("NewsBlur"));
    expect(asked).toEqual([only("NewsBlur")[0]?.headers, only("NewsBlur")[0]?.headers]);
  });

  it("forget what comes with Expires: 0, if they are Miniflux", async () => {
    const zero: ToyFault = (right) => ({ ...right, headers: { ...right.headers, expires: "0" } });
    expect((await sentTo(zero, only("Miniflux")))[1]).toEqual(only("Miniflux")[0]?.headers);
    expect((await sentTo(zero, only("Feedly")))[1]).toHaveProperty("if-none-match");
  });

  it("come once where they are given no feed", async () => expect(await sentTo(() => page(200))).toHaveLength(12));

  it("follow redirects with all that they send, as far as they do, and in no circle", async () => {
    const led = await sentTo(
      (right, { path }) => (path === "/feed.rss" ? redirectTo(308, "/b") : right),
      only("Feeder"),
    );
    expect(led.map((headers) => headers["if-none-match"])).toEqual([
      ...[undefined, undefined, TAG, TAG],
      ...['"wireproof-reach-no-such-tag"', '"wireproof-reach-no-such-tag"'],
    ]);
    expect(await sentTo((_, { path }) => redirectTo(301, `${path}x`), only("Feedbin"))).toHaveLength(5);
    expect(await sentTo((_, { path }) => redirectTo(301, path), only("Feedbin"))).toHaveLength(1);
  });
});
