import { gzipSync } from "node:zlib";
import { afterEach, expect, it, test } from "vitest";
import { pollFeed } from "../../../../src/cli/verify/watch/poll-feed.ts";
import { page, redirectTo, startToy, stopToys, type ToyAnswer, type ToyFault } from "../reach/toy.ts";
import { BOAT, served } from "./press.ts";

afterEach(stopToys);

const polled = async (fault: ToyFault, asking: Partial<Parameters<typeof pollFeed>[1]> = {}) =>
  pollFeed(await startToy(fault), { now: () => 7, ...asking });

it("keeps what a document came with", async () => {
  const { poll, text, bytes } = await polled(() => ({
    ...served(BOAT, { "content-encoding": "gzip" }),
    body: gzipSync(BOAT),
  }));
  expect(poll).toMatchObject({ at: 7, status: 200, coding: "gzip", document: { format: "atom" } });
  expect(poll.etag).toMatch(/^"/);
  expect(text).toBe(BOAT);
  expect(bytes).toBe(gzipSync(BOAT).length);
});

it("sends validators verbatim, and with them what is not for everybody; elsewhere only the validators", async () => {
  const asked: Record<string, unknown>[] = [];
  const other = await startToy((_, { headers }) => {
    asked.push(headers);
    return served(BOAT);
  });
  await polled(
    (_, { headers }) => {
      asked.push(headers);
      return redirectTo(302, other);
    },
    { sent: { etag: 'W/"1"', lastModified: "some day" }, headers: { authorization: "secret" }, userAgent: "Me/1" },
  );
  const conditions = { "if-none-match": 'W/"1"', "if-modified-since": "some day", "user-agent": "Me/1" };
  expect(asked).toMatchObject([{ ...conditions, authorization: "secret" }, conditions]);
  expect(asked[1]?.authorization).toBeUndefined();
});

it("reads a document in the encoding that it has", async () => {
  const body = Buffer.from(BOAT.replace("Harbour", "H\u00e4fen"), "latin1");
  const answer = { ...served(BOAT, { "content-type": "application/atom+xml; charset=iso-8859-1" }), body };
  expect((await polled(() => answer)).text).toContain("H\u00e4fen");
});

it("takes as much as verify takes, and what is compressed though nobody says so", async () => {
  const packed = { ...served(BOAT), body: gzipSync(BOAT) };
  expect((await polled(() => packed)).text).toBe(BOAT);
  const large = `${BOAT}${" ".repeat(11 * 1024 * 1024)}`;
  expect((await polled(() => served(large))).poll.document).toBeDefined();
});

it("follows no more redirects than verify does", async () => {
  let count = 0;
  const { poll } = await polled(() => {
    count += 1;
    return redirectTo(302, `/${count}`);
  });
  expect([poll.failure, count]).toEqual([expect.stringContaining("more than 10 redirects"), 11]);
});

test.each<[what: string, answer: ToyAnswer, failure: string]>([
  ["a refusal", page(403, { server: "nginx" }), "403, server: nginx"],
  ["429 without a word of when", page(429), "429"],
  ["a page", page(200), "200 with what is no feed, or none that can be read (text/html)"],
  [
    "a 304 that nobody asked for",
    { status: 304, headers: {}, body: "" },
    "304, though nothing was said of a document that is there",
  ],
  ["a redirect to nowhere", { status: 302, headers: {}, body: "" }, "302, without an address to go to"],
  ["a broken body", { ...served(BOAT), breaksOff: true }, `it broke off after ${BOAT.length} bytes`],
  ["redirects in a circle", redirectTo(302, "/feed.rss"), "it redirects in a circle, by way of http://"],
  ["gzip that is cut off", { ...served(BOAT), body: gzipSync(BOAT).subarray(0, 40) }, "gzip"],
])("%s is no document", async (_, answer, failure) => {
  const { poll } = await polled(() => answer);
  expect(poll.document).toBeUndefined();
  expect(poll.failure).toContain(failure);
});

it("takes 429 and 503 with Retry-After for a server that asks for patience", async () => {
  const { poll, pause } = await polled(() => page(503, { "retry-after": "120" }));
  expect([poll.status, poll.failure, pause]).toEqual([503, undefined, 120_000]);
});
