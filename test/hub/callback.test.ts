import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callbackFault, hostOfCallback, withParameters } from "../../src/hub/callback.ts";

describe("a callback", () => {
  it.each([
    "https://reader.example/cb",
    "http://reader.example",
    "https://reader.example:8443/cb?token=a%20b&token=c",
    "https://пример.example/обратно?x=ж",
    "https://8.8.8.8/cb",
    "https://[2606:4700::1111]/cb",
  ])("may be %s", (callback) => {
    expect(callbackFault(callback, false)).toBeNull();
  });

  it.each([
    ["", "is not an absolute http or https URL"],
    ["/cb", "is not an absolute http or https URL"],
    ["//reader.example/cb", "is not an absolute http or https URL"],
    ["https:reader.example/cb", "is not an absolute http or https URL"],
    ["ftp://reader.example/cb", "is not an absolute http or https URL"],
    ["javascript:alert(1)", "is not an absolute http or https URL"],
    ["file:///etc/passwd", "is not an absolute http or https URL"],
    ["https://", "is no URL"],
    ["https://reader.example:99999/", "is no URL"],
    ["https://rea der.example/", "has a space, a control character or a backslash in it"],
    ["https://reader.example/\r\nHost: other", "has a space, a control character or a backslash in it"],
    ["https://reader.example/a\tb", "has a space, a control character or a backslash in it"],
    ["https://reader.example/\u0085", "has a space, a control character or a backslash in it"],
    ["https://good.example\\@reader.example/", "has a space, a control character or a backslash in it"],
    ["https://ada@reader.example/", "has a name or a password in it"],
    ["https://ada:secret@reader.example/", "has a name or a password in it"],
    ["https://:secret@reader.example/", "has a name or a password in it"],
    ["https://reader.example/cb#part", "has a fragment, which is never sent"],
    ["https://reader.example/cb#", "has a fragment, which is never sent"],
    [`https://reader.example/${"a".repeat(2_000)}`, "has more than 2000 characters"],
  ])("is not %j, for it %s", (callback, fault) => {
    expect(callbackFault(callback, true)).toBe(fault);
  });

  it.each([
    "http://localhost/",
    "http://localhost./",
    "http://reader.localhost/",
    "http://intranet/",
    "http://printer.local/",
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://017700000001/",
    "http://0177.0.0.1/",
    "http://0/",
    "http://10.1.2.3/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::7f00:1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b:1::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:7f00:1::]/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
    "http://１２７.０.０.１/",
    "http://ⓛⓞcalhost/",
  ])("is not %s, which is of the own network, unless the service is", (callback) => {
    expect(callbackFault(callback, false)).toBe("is no public address");
    expect(callbackFault(callback, true)).toBeNull();
  });

  it("has no zone of the own machine in it", () => {
    expect(callbackFault("http://[fe80::1%25eth0]/", true)).toBe("is no URL");
  });

  it.each([
    ["https://Reader.Example:8443/cb", "reader.example"],
    ["https://reader.example./cb", "reader.example"],
    ["http://0x08080808/", "8.8.8.8"],
  ])("is counted by its host, however that is written: %s", (callback, host) => {
    expect(hostOfCallback(callback)).toBe(host);
  });
});

describe("parameters that a callback is asked with", () => {
  it.each([
    ["https://r.example/cb", "https://r.example/cb?a=1&b=x+y"],
    ["https://r.example/cb?", "https://r.example/cb?a=1&b=x+y"],
    ["https://r.example/cb?foo=bar&red=fish", "https://r.example/cb?foo=bar&red=fish&a=1&b=x+y"],
    ["https://r.example/cb?foo=bar&", "https://r.example/cb?foo=bar&a=1&b=x+y"],
    ["https://r.example/cb?foo=bar?", "https://r.example/cb?foo=bar?&a=1&b=x+y"],
    ["https://r.example/cb?a?", "https://r.example/cb?a?&a=1&b=x+y"],
    ["https://r.example/cb&", "https://r.example/cb&?a=1&b=x+y"],
    ["https://r.example", "https://r.example?a=1&b=x+y"],
  ])("stand behind its own: %s", (callback, asked) => {
    expect(withParameters(callback, { a: "1", none: undefined, b: "x y" })).toBe(asked);
  });

  it("change nothing of the callback, and arrive as they are, whatever is in them", () => {
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), text, text, (callback, first, second) => {
        const asked = withParameters(callback, { "hub.first": first, "hub.second": second });
        const parsed = new URL(asked).searchParams;
        expect(asked.startsWith(callback)).toBe(true);
        expect(asked).not.toMatch(/[\s\p{Cc}]/u);
        expect([parsed.getAll("hub.first").at(-1), parsed.getAll("hub.second").at(-1)]).toEqual([
          first.toWellFormed(),
          second.toWellFormed(),
        ]);
      }),
    );
  });
});
