import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { presented } from "../../src/partner/credentials.ts";

describe("the credentials of a request", () => {
  const secret = fc.string({ unit: fc.constantFrom(..."abcXYZ019-_".split("")), minLength: 1 });
  const user = fc.string({ unit: fc.constantFrom(..."abc ü@.".split("")) });

  it("give back the password whatever the user's name (RFC 7617 §2)", () => {
    fc.assert(
      fc.property(secret, user, (key, name) => {
        const authorization = `Basic ${Buffer.from(`${name}:${key}`).toString("base64")}`;
        expect(presented(authorization, "https://feeds.example/")).toEqual({ secret: key, inUrl: false });
      }),
    );
  });

  it("give back a bearer's token, and a key in the URL as it was meant before it was encoded", () => {
    fc.assert(
      fc.property(secret, (key) => {
        expect(presented(`bEARER ${key}`, "/")).toEqual({ secret: key, inUrl: false });
        const url = `https://feeds.example/a.rss?x=1&key=${encodeURIComponent(key)}#key=other`;
        expect(presented(null, url.replace(/#.*/, ""))).toEqual({ secret: key, inUrl: true });
      }),
    );
  });

  it("are the first key's where the URL has two, and empty where it is", () => {
    expect(presented(null, "/a?key=one&key=two")).toEqual({ secret: "one", inUrl: true });
    expect(presented(null, "/a?key=")).toEqual({ secret: "", inUrl: true });
  });

  it("are no key, but never an error, whatever a header holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const header of [text, `Basic ${text}`, `Bearer ${text}`]) {
          const read = presented(header, "/?key=ignored");
          expect(read).toEqual({ secret: expect.any(String), inUrl: false });
        }
      }),
    );
  });
});
