import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../../../src/service/poll/decide.ts";
import { archiveShelf, feedShelf } from "../../../src/service/poll/shelf.ts";

const FEED = feedShelf("all");
const ARCHIVE = archiveShelf("all", 1);
const VALIDATORS = { etag: "current", modified: Date.UTC(2026, 2, 1, 8) };

const CURRENT = '"current"';
const OLD = '"old"';
const SAME = "Sun, 01 Mar 2026 08:00:00 GMT";
const EARLIER = "Sun, 01 Mar 2026 07:59:59 GMT";

type Asked = Partial<Record<"if-none-match" | "if-modified-since" | "a-im", string>>;
type Decided = [feed: number, archive: number];

const statusOf = (asked: Asked, shelf = FEED): number => decide(new Headers(asked), null, VALIDATORS, shelf).status;

describe("the status of a poll, of a feed and of a page of an archive", () => {
  it.each<[Asked, Decided]>([
    [{}, [200, 200]],
    // If-None-Match (RFC 9110 §13.1.2).
    [{ "if-none-match": CURRENT }, [304, 304]],
    [{ "if-none-match": `W/${CURRENT}` }, [304, 304]],
    [{ "if-none-match": `${OLD}, ${CURRENT}` }, [304, 304]],
    [{ "if-none-match": "*" }, [304, 304]],
    [{ "if-none-match": OLD }, [200, 200]],
    [{ "if-none-match": "" }, [200, 200]],
    // If-Modified-Since (RFC 9110 §13.1.3).
    [{ "if-modified-since": SAME }, [304, 304]],
    [{ "if-modified-since": EARLIER }, [200, 200]],
    [{ "if-modified-since": "yesterday" }, [200, 200]],
    // Both: the tag decides alone (RFC 9110 §13.2.2).
    [{ "if-none-match": OLD, "if-modified-since": SAME }, [200, 200]],
    [{ "if-none-match": CURRENT, "if-modified-since": EARLIER }, [304, 304]],
    // A-IM: a delta needs a tag to start from, and something that has changed (RFC 3229 §10.5.3). Archives have none.
    [{ "a-im": "feed" }, [200, 200]],
    [{ "a-im": "feed", "if-modified-since": EARLIER }, [200, 200]],
    [{ "a-im": "feed", "if-modified-since": SAME }, [304, 304]],
    [{ "a-im": "feed", "if-none-match": OLD }, [226, 200]],
    [{ "a-im": "feed", "if-none-match": "" }, [226, 200]],
    [{ "a-im": "feed", "if-none-match": `${OLD}, ${CURRENT}` }, [304, 304]],
    [{ "a-im": "feed", "if-none-match": "*" }, [304, 304]],
    [{ "a-im": "feed", "if-none-match": OLD, "if-modified-since": SAME }, [226, 200]],
    [{ "a-im": "feed;q=0", "if-none-match": OLD }, [200, 200]],
    [{ "a-im": "vcdiff", "if-none-match": OLD }, [200, 200]],
  ])("of %j is %j", (asked, decided) => {
    expect([statusOf(asked), statusOf(asked, ARCHIVE)]).toEqual(decided);
  });
});

describe("the coding of a poll (RFC 9110 §12.5.3)", () => {
  it.each([
    [null, "identity", "identity"],
    ["gzip", "gzip", "gzip"],
    ["br, gzip", "br", "gzip"],
    ["br", "br", "identity"],
    ["br;q=0.1, gzip;q=0.2", "gzip", "gzip"],
    ["*", "br", "gzip"],
    ["identity", "identity", "identity"],
  ])("of %j is %s for a feed, and %s for a page that is stored in one coding", (accepted, feed, archive) => {
    const codingOf = (shelf: typeof FEED) => decide(new Headers(), accepted, VALIDATORS, shelf).coding;
    expect([codingOf(FEED), codingOf(ARCHIVE)]).toEqual([feed, archive]);
  });

  it("is told with a 304 too: it is the one that is spared", () => {
    const headers = new Headers({ "if-none-match": CURRENT });
    expect(decide(headers, "br", VALIDATORS, FEED)).toEqual({ status: 304, coding: "br" });
  });

  it("is the client's own, whatever a proxy wrote into the request", () => {
    const headers = new Headers({ "accept-encoding": "br, gzip" });
    expect(decide(headers, "gzip", VALIDATORS, FEED).coding).toBe("gzip");
    expect(decide(headers, null, VALIDATORS, FEED).coding).toBe("identity");
  });
});

describe("a decision", () => {
  const header = (values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
  const asked = fc.record({
    "if-none-match": header([CURRENT, OLD, "*", `${OLD}, ${CURRENT}`]),
    "if-modified-since": header([SAME, EARLIER, "soon"]),
    "a-im": header(["feed", "feed;q=0", "vcdiff, feed"]),
    accepted: header(["br", "gzip", "*", "br;q=0, *"]),
  });

  it("does not let the coding change the status, nor the condition the coding", () =>
    fc.assert(
      fc.property(asked, fc.constantFrom(FEED, ARCHIVE), ({ accepted, ...conditions }, shelf) => {
        const given = Object.entries(conditions).filter((entry): entry is [string, string] => entry[1] !== undefined);
        const { status, coding } = decide(new Headers(given), accepted ?? null, VALIDATORS, shelf);
        expect(decide(new Headers(given), null, VALIDATORS, shelf).status).toBe(status);
        expect(decide(new Headers(), accepted ?? null, VALIDATORS, shelf).coding).toBe(coding);
      }),
    ));
});
