import { describe, expect, it } from "vitest";
import { REVALIDATION_RULES } from "../../../src/proofread/reach/revalidation.ts";
import { reachFindings } from "../../../src/proofread/reach/rules.ts";
import { briefly, notModified, polledBy, served, withHeaders } from "./polled.ts";

const found = (...given: Parameters<typeof polledBy>) => briefly(reachFindings(REVALIDATION_RULES, polledBy(...given)));
const NEWER = { kind: "rss", bytes: 4_100, digest: "two" } as const;

describe("a poll that asks whether something has changed", () => {
  it("is in order with 304, with a delta, and with what was published in between", () => {
    const given = {
      Feedly: {},
      NewsBlur: { again: served({ status: 226, document: NEWER }) },
      Miniflux: { again: withHeaders({ etag: '"b"' }, { document: NEWER }) },
      "rss-parser": { again: served(), conditions: {} },
    };
    expect(found(given, served())).toEqual([]);
  });

  it("cannot be made without validators, and by Thunderbird not without a date", () => {
    const none = withHeaders({ etag: undefined, "last-modified": undefined });
    const tag = withHeaders({ "last-modified": undefined });
    const whole = (answer: typeof none) => ({ fresh: answer, again: answer, conditions: {} });
    expect(found({ Feedly: whole(none), Thunderbird: whole(none), "rss-parser": whole(none) })).toEqual([
      ["RFC 9110 §8.8", "warning", "Feedly, Thunderbird", "neither ETag nor Last-Modified"],
    ]);
    expect(found({ Feedly: { fresh: tag }, Thunderbird: whole(tag) })).toEqual([
      ["RFC 9110 §8.8", "warning", "Thunderbird", "an ETag, and no Last-Modified"],
    ]);
  });

  it("by the date alone misses the second change of a second", () =>
    expect(
      found({
        Feedly: { fresh: withHeaders({ etag: undefined }) },
        Thunderbird: { fresh: withHeaders({ etag: undefined }) },
      }),
    ).toEqual([["RFC 9110 §8.8.1", "warning", "Feedly", "Last-Modified, and no ETag"]]));

  it("gets the whole document where the tag changes though the document does not", () =>
    expect(
      found({ Feedly: { again: withHeaders({ etag: '"b"' }) }, Feedbin: { fresh: withHeaders({ etag: '"c"' }) } }),
    ).toEqual([
      ["RFC 9110 §8.8.3", "error", "Feedly, Feedbin", "another ETag for the same document in the same coding"],
    ]));

  it("takes a weak tag for the strong one, and a tag a coding", () =>
    expect(
      found({
        Feedly: { again: withHeaders({ etag: 'W/"a"' }, { status: 200, document: NEWER }) },
        Feedbin: { fresh: withHeaders({ etag: 'W/"a"' }) },
        Miniflux: { fresh: withHeaders({ etag: '"a-br"', "content-encoding": "br" }) },
      }),
    ).toEqual([]));

  it("gets the whole document where the server does not compare", () =>
    expect(
      found({
        Feedly: { again: served({ bytes: 48_211 }) },
        Thunderbird: { again: served({ bytes: 48_211 }), conditions: { "if-modified-since": "…" } },
        Miniflux: {},
      }),
    ).toEqual([
      ["RFC 9110 §15.4.5", "error", "Feedly, Thunderbird", "200 with 48,211 bytes for what it had given them itself"],
    ]));

  it.each(["-gzip", ";br", "--gzip"])("names what was added to the tag on the way: %s", (suffix) => {
    const tag = `"a${suffix}"`;
    const answer = withHeaders({ etag: tag });
    expect(found({ Feedly: { fresh: answer, again: answer, conditions: { "if-none-match": tag } } })).toEqual([
      [
        "RFC 9110 §15.4.5",
        "error",
        "Feedly",
        `200 with 900 bytes for what it had given them itself (the -${suffix.replace(/\W/g, "")} was added on the way: whoever adds it has to take it off again)`,
      ],
    ]);
  });

  it("gets 304 for a tag that was never given: whoever asks by tags is concerned", () =>
    expect(
      found({ Feedly: {}, Thunderbird: {}, "rss-parser": { again: served(), conditions: {} } }, notModified()),
    ).toEqual([["RFC 9110 §13.2.2", "error", "Feedly", "304 for a tag that was never given"]]));

  it("gets another document each time: more than one reader's two polls have no edition between them", () => {
    const changing = { again: withHeaders({ etag: '"b"' }, { document: NEWER }) };
    expect(found({ Feedly: changing, Feedbin: changing, Miniflux: {} })).toEqual([
      [
        "the same document until something is published",
        "warning",
        "Feedly, Feedbin",
        "another document when they came again at once",
      ],
    ]);
  });
});
