import fc from "fast-check";
import { expect, it, test } from "vitest";
import { paperOf } from "../../../src/proofread/series/examples.ts";
import { polledDocument } from "../../../src/proofread/series/polled-document.ts";

const FACTS = { at: 1, url: "https://gazette.example/feed.atom", status: 200 };
const PAPER = paperOf([{ name: "boat" }]);

it("keeps of a document what later ones are compared with, and can be kept as JSON", () => {
  const polled = polledDocument(PAPER, { ...FACTS, etag: '"1"' });
  expect(polled).toMatchObject({
    ...{ ...FACTS, etag: '"1"' },
    document: {
      format: "atom",
      bytes: PAPER.length,
      dated: "updated 2026-03-13T06:00:00Z",
      entries: [
        {
          id: "tag:gazette.example,2026:boat",
          url: "https://gazette.example/boat",
          title: "News of the boat",
          published: Date.parse("2026-03-13T06:00:00Z"),
          updated: Date.parse("2026-03-13T06:00:00Z"),
        },
      ],
    },
  });
  expect(JSON.parse(JSON.stringify(polled))).toEqual(polled);
});

it("does not read again what has not changed", () => {
  const former = polledDocument(PAPER, FACTS).document;
  expect(polledDocument(PAPER, FACTS, former).document).toBe(former);
  expect(polledDocument(`${PAPER}\n`, FACTS, former).document?.hash).not.toBe(former?.hash);
});

it.each(["", "<html/>", "<rss>", "{}x"])("has no document where there is no feed: %j", (text) => {
  expect(polledDocument(text, FACTS).document).toBeUndefined();
});

test("no text at all makes it throw", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 5 }),
    fc.constantFrom('{"items": [', "]}", "{}", "<rss><channel>", "<item>", "</item>", "</channel></rss>", PAPER),
  );
  fc.assert(fc.property(fc.array(piece), (pieces) => void polledDocument(pieces.join(""), FACTS)));
});
