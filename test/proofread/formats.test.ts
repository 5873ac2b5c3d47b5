import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  clip,
  hasEmail,
  httpUrlFault,
  isAbsolute,
  isEmail,
  languageFault,
  mimeTypeFault,
  rfc822Fault,
  rfc3339Fault,
  tagUriFault,
  urlFault,
} from "../../src/proofread/formats.ts";

describe("a URL (RFC 3986 §4.3)", () => {
  it.each([
    "https://x.example/",
    "https://x.example/a%20b?c=d&e=f#g",
    "http://[::1]:8080/",
    "mailto:a@b.example",
    "tag:x.example,2026:a",
    "urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6",
    "HTTPS://X.EXAMPLE/",
    "data:text/plain,x",
  ])("%s is one", (text) => {
    expect([urlFault(text), isAbsolute(text)]).toEqual([undefined, true]);
  });

  it.each([
    ["", '"" is not absolute'],
    ["/x", '"/x" is not absolute'],
    ["//x.example/", '"//x.example/" is not absolute'],
    ["x.example", '"x.example" is not absolute'],
    ["#fn", '"#fn" is not absolute'],
    ["1a:b", '"1a:b" is not absolute'],
    ["https://", '"https://" is not a URL'],
    ["https://x.example:port/", '"https://x.example:port/" is not a URL'],
    [" https://x.example/", "has white space around it"],
    ["https://x.example/\n", "has white space around it"],
    ["https://x.example/a b", '"https://x.example/a b" is not percent-encoded ASCII'],
    ["https://x.example/ü", '"https://x.example/ü" is not percent-encoded ASCII'],
    ["https://büro.example/", '"https://büro.example/" is not percent-encoded ASCII'],
  ])("%j is none: %s", (text, fault) => {
    expect(urlFault(text)).toBe(fault);
  });

  it.each([
    ["https://x.example/", undefined],
    ["HTTP://x.example/", undefined],
    ["ftp://x.example/", '"ftp://x.example/" is not an http(s) URL'],
    ["mailto:a@b.example", '"mailto:a@b.example" is not an http(s) URL'],
    ["/x", '"/x" is not absolute'],
  ])("of the web: %s (%s)", (text, fault) => {
    expect(httpUrlFault(text)).toBe(fault);
  });

  test("that a URL parser writes is one", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(httpUrlFault(new URL(url).href)).toBeUndefined();
      }),
    );
  });
});

describe("a date of RSS (RFC 822 §5)", () => {
  it.each([
    "Sat, 07 Sep 2024 00:00:01 GMT",
    "Sat, 7 Sep 2024 00:00:01 GMT",
    "07 Sep 2024 00:00:01 GMT",
    "Sat, 07 Sep 2024 00:00 GMT",
    "Sat, 07 Sep 2024 00:00:01 +0530",
    "Sat, 07 Sep 2024 00:00:01 EDT",
    "Thu, 29 Feb 2024 00:00:00 GMT",
  ])("%s is one", (text) => {
    expect(rfc822Fault(text)).toBeUndefined();
  });

  it.each([
    ["", '"" is not an RFC 822 date, as Sat, 07 Sep 2024 00:00:01 GMT'],
    ["2024-09-07T00:00:01Z", '"2024-09-07T00:00:01Z" is not an RFC 822 date, as Sat, 07 Sep 2024 00:00:01 GMT'],
    [
      "Sat, 07 Sep 2024 00:00:01 UTC",
      '"Sat, 07 Sep 2024 00:00:01 UTC" is not an RFC 822 date, as Sat, 07 Sep 2024 00:00:01 GMT',
    ],
    [
      "Sat, 07 Sep 2024 00:00:01",
      '"Sat, 07 Sep 2024 00:00:01" is not an RFC 822 date, as Sat, 07 Sep 2024 00:00:01 GMT',
    ],
    [
      "Sat, 07 September 2024 00:00:01 GMT",
      '"Sat, 07 September 2024 00:00:01 GMT" is not an RFC 822 date, as Sat, 07 Sep 2024 00:00:01 GMT',
    ],
    ["Sat, 07 Sep 24 00:00:01 GMT", '"Sat, 07 Sep 24 00:00:01 GMT" has a year of two digits'],
    ["Thu, 30 Feb 2024 00:00:01 GMT", '"Thu, 30 Feb 2024 00:00:01 GMT" names a day that its month does not have'],
    ["Wed, 29 Feb 2023 00:00:01 GMT", '"Wed, 29 Feb 2023 00:00:01 GMT" names a day that its month does not have'],
    ["Sun, 07 Sep 2024 00:00:01 GMT", '"Sun, 07 Sep 2024 00:00:01 GMT" is a Sat, not a Sun'],
  ])("%j is none: %s", (text, fault) => {
    expect(rfc822Fault(text)).toBe(fault);
  });

  // A zone moves the day of the week; the one that is written is that of the place.
  it("has the weekday of its own zone", () => {
    expect(rfc822Fault("Sat, 07 Sep 2024 23:00:00 -0500")).toBeUndefined();
  });

  test("that a Date writes is one", () => {
    const date = fc.date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    fc.assert(fc.property(date, (date) => rfc822Fault(date.toUTCString()) === undefined));
  });
});

describe("a date of Atom and JSON Feed (RFC 3339 §5.6)", () => {
  it.each([
    "2024-09-07T00:00:01Z",
    "2024-09-07T00:00:01.5Z",
    "2024-09-07T00:00:01.000000001+05:30",
    "2024-02-29T23:59:59-00:00",
    "2016-12-31T23:59:60Z",
  ])("%s is one", (text) => {
    expect(rfc3339Fault(text)).toBeUndefined();
  });

  it.each([
    ["", '"" is not an RFC 3339 date, as 2024-09-07T00:00:01Z'],
    ["2024-09-07", '"2024-09-07" is not an RFC 3339 date, as 2024-09-07T00:00:01Z'],
    ["2024-09-07T00:00Z", '"2024-09-07T00:00Z" is not an RFC 3339 date, as 2024-09-07T00:00:01Z'],
    ["2024-09-07T00:00:01", '"2024-09-07T00:00:01" is not an RFC 3339 date, as 2024-09-07T00:00:01Z'],
    ["2024-09-07t00:00:01z", '"2024-09-07t00:00:01z" is not an RFC 3339 date, as 2024-09-07T00:00:01Z'],
    ["2024-09-07T00:00:01+0530", '"2024-09-07T00:00:01+0530" is not an RFC 3339 date, as 2024-09-07T00:00:01Z'],
    ["2023-02-29T00:00:00Z", '"2023-02-29T00:00:00Z" is no time that exists'],
    ["2024-13-01T00:00:00Z", '"2024-13-01T00:00:00Z" is no time that exists'],
    ["2024-09-07T25:00:00Z", '"2024-09-07T25:00:00Z" is no time that exists'],
    ["2024-09-07T24:00:00Z", '"2024-09-07T24:00:00Z" is no time that exists'],
    ["2024-09-07T12:30:60Z", '"2024-09-07T12:30:60Z" is no time that exists'],
  ])("%j is none: %s", (text, fault) => {
    expect(rfc3339Fault(text)).toBe(fault);
  });

  test("that a Date writes is one", () => {
    const date = fc.date({ min: new Date("0000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    fc.assert(fc.property(date, (date) => rfc3339Fault(date.toISOString()) === undefined));
  });
});

describe("a language tag (RFC 5646 §2.1)", () => {
  it.each(["en", "en-GB", "zh-Hans-CN", "de-CH-1996", "gsw", "EN-us"])("%s is one", (tag) => {
    expect(languageFault(tag)).toBeUndefined();
  });

  it.each([
    ["", '"" is not a language tag'],
    ["en_GB", '"en_GB" is not a language tag'],
    ["e", '"e" is not a language tag'],
    ["english language", '"english language" is not a language tag'],
    ["en-", '"en-" is not a language tag'],
    ["en-toolongsubtag", '"en-toolongsubtag" is not a language tag'],
    ["qqz", '"qqz" starts with a language that is not known'],
    ["english", '"english" starts with a language that is not known'],
  ])("%j is none: %s", (tag, fault) => {
    expect(languageFault(tag)).toBe(fault);
  });
});

describe("a media type (RFC 6838 §4.2)", () => {
  it.each(["image/jpeg", "application/rss+xml", "text/html; charset=utf-8", "application/vnd.x.y-z", "Image/PNG"])(
    "%s is one",
    (text) => {
      expect(mimeTypeFault(text)).toBeUndefined();
    },
  );

  it.each(["", "jpeg", "image/", "/jpeg", "image//jpeg", "image/ jpeg", "image/jpeg,image/png", "+x/y"])(
    "%j is none",
    (text) => {
      expect(mimeTypeFault(text)).toBe(`"${text}" is not a MIME type`);
    },
  );
});

describe("a tag URI (RFC 4151 §2.1)", () => {
  it.each([
    "tag:x.example,2026:a",
    "tag:x.example,2026-03:a",
    "tag:x.example,2026-03-31:",
    "tag:ada@x.example,2026:a:b/c",
    "https://x.example/",
    "a tag: of another kind",
    "",
  ])("nothing is wrong with %j", (id) => {
    expect(tagUriFault(id)).toBeUndefined();
  });

  it.each([
    ["tag:x.example:a", '"tag:x.example:a" is not tag:authority,date:specific'],
    ["tag:x.example,26:a", '"tag:x.example,26:a" is not tag:authority,date:specific'],
    ["tag:x.example,2026-13:a", '"tag:x.example,2026-13:a" is not tag:authority,date:specific'],
    ["tag:x.example,2026-03-32:a", '"tag:x.example,2026-03-32:a" is not tag:authority,date:specific'],
    ["tag:x.example,2026", '"tag:x.example,2026" is not tag:authority,date:specific'],
    ["tag:,2026:a", '"tag:,2026:a" is not tag:authority,date:specific'],
    ["TAG:x.example,2026:a", '"TAG:x.example,2026:a" is not tag:authority,date:specific'],
    ["tag:X.example,2026:a", '"tag:X.example,2026:a" has capitals in its authority'],
  ])("%s: %s", (id, fault) => {
    expect(tagUriFault(id)).toBe(fault);
  });
});

describe("an e-mail address stands in", () => {
  it.each([
    ["a@b.example", true],
    ["a@b.example (Ada)", true],
    ["Ada <ada+news@mail.b.example>", true],
    ["Ada", false],
    ["@ada", false],
    ["a@b", false],
    ["a @ b.example", false],
    ["", false],
  ])("%j: %s", (text, expected) => {
    expect(hasEmail(text)).toBe(expected);
  });
});

describe("an e-mail address of Atom's", () => {
  it.each([
    ["a@b", true],
    ["a b@c d", true],
    ["@@@", true],
    ["a@", false],
    ["@b", false],
    ["a", false],
    ["", false],
    ["a@b\nc", false],
    ["a\n@b", false],
  ])("%j: %s", (text, expected) => {
    expect(isEmail(text)).toBe(expected);
  });
});

test.each([0, 1, 100, 101, 5000])("a text of %i letters is repeated as far as a message should", (length) => {
  const text = "x".repeat(length);
  expect(clip(text)).toBe(length > 100 ? `${"x".repeat(100)}…` : text);
});

test("no text at all makes a check throw", () => {
  const checks = [urlFault, httpUrlFault, rfc822Fault, rfc3339Fault, languageFault, mimeTypeFault, tagUriFault];
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const check of checks) expect(["string", "undefined"]).toContain(typeof check(text));
    }),
  );
});
