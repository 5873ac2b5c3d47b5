import { describe, expect, it } from "vitest";
import { provesPossession } from "../../src/partner/receipts.ts";

describe("a 304", () => {
  const answer = new Headers({ etag: 'W/"abc"', "last-modified": "Thu, 01 Jan 2026 00:00:00 GMT" });

  it.each([
    [{ "if-none-match": '"abc"' }, true],
    [{ "if-none-match": 'W/"x", W/"abc"' }, true],
    [{ "if-none-match": "*" }, false],
    [{ "if-none-match": "*", "if-modified-since": "Thu, 01 Jan 2026 00:00:00 GMT" }, false],
    [{ "if-modified-since": "Thu, 01 Jan 2026 00:00:00 GMT" }, true],
    [{ "if-modified-since": "Fri, 02 Jan 2026 00:00:00 GMT" }, false],
    [{ "if-modified-since": " Thu, 01 Jan 2026 00:00:00 GMT " }, true],
    [{ "if-modified-since": "Thursday, 01-Jan-26 00:00:00 GMT" }, false],
    [{ "if-none-match": 'W/"abc" , "x"' }, true],
    [{ "if-none-match": '"abcd"' }, false],
    [{ "if-none-match": "abc" }, false],
    [{ "if-none-match": "" }, false],
    // RFC 9110 §13.1.3: beside a tag, the date says nothing.
    [{ "if-none-match": '"x"', "if-modified-since": "Thu, 01 Jan 2026 00:00:00 GMT" }, false],
    [{}, false],
  ] as [Record<string, string>, boolean][])("to %j proves possession: %s", (headers, proves) =>
    expect(provesPossession(new Headers(headers), answer)).toBe(proves),
  );

  it("without a tag or a date proves nothing, whatever was asked", () => {
    const bare = new Headers();
    expect(provesPossession(new Headers({ "if-none-match": '"abc"' }), bare)).toBe(false);
    expect(provesPossession(new Headers({ "if-modified-since": "Thu, 01 Jan 2026 00:00:00 GMT" }), bare)).toBe(false);
  });
});
