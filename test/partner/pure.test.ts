import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isPrivateHost } from "../../src/partner/address.ts";
import { type Alert, backoff, webhook } from "../../src/partner/alerts.ts";
import { isKey, isSameKey, keyId, mintKey, presented } from "../../src/partner/keys.ts";

describe("a key", () => {
  it("has 256 bits of chance, tells its id, and is told by its hash alone", () => {
    const [one, other] = [mintKey(), mintKey()];
    expect(one.key).toMatch(/^wp_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/);
    expect(keyId(one.key)).toBe(one.id);
    expect([isKey(one.key, one.hash), isKey(other.key, one.hash), isKey("", one.hash)]).toEqual([true, false, false]);
    expect(one.hash).not.toContain(one.key.slice(16));
    const others = [other.key, "", one.key.slice(1), `${one.key}A`, `A${one.key.slice(1)}`, `${one.key.slice(0, -1)}!`];
    expect(isSameKey(one.key, `${one.key}`)).toBe(true);
    for (const wrong of others) expect(isSameKey(one.key, wrong)).toBe(false);
  });

  it.each([
    ["Basic dXNlcjpwYXNz", "/", { secret: "pass", inUrl: false }],
    ["basic   dXNlcjpwYTpzcw==", "/", { secret: "pa:ss", inUrl: false }],
    ["Basic OnBhc3M=", "/", { secret: "pass", inUrl: false }],
    ["Bearer abc", "/?key=x", { secret: "abc", inUrl: false }],
    ["Bearer", "/?key=x", { secret: "", inUrl: false }],
    ["Digest abc", "/?key=x", { secret: "", inUrl: false }],
    ["Basic a", "/", { secret: "", inUrl: false }],
    [null, "/a?_=1&key=x%2Dy", { secret: "x-y", inUrl: true }],
    [null, "/a?keys=x", null],
    [null, "/a", null],
  ])("is read from %j and %s", (authorization, url, read) =>
    expect(presented(authorization, `https://feeds.example${url}`)).toEqual(read),
  );
});

describe("an address for a webhook", () => {
  it.each([
    "localhost",
    "a.localhost",
    "printer",
    "db.internal",
    "nas.local",
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "[::1]",
    "[::]",
    "[fd00::1]",
    "[fe80::1]",
    "[::ffff:7f00:1]",
    "[2001:db8::1]",
    "[2002:7f00:1::]",
    "LOCALHOST.",
  ])("is private: %s", (host) => expect(isPrivateHost(host)).toBe(true));

  it.each(["example.org", "8.8.8.8", "172.32.0.1", "100.128.0.1", "[2606:4700::1111]", "hooks.example.com."])(
    "is public: %s",
    (host) => expect(isPrivateHost(host)).toBe(false),
  );

  it.each(["http://2130706433/", "http://0x7f.1/", "http://127.1/", "http://[::ffff:10.0.0.1]/", "http://①②⑦.0.0.1/"])(
    "is private however it is written: %s",
    (url) => expect(isPrivateHost(new URL(url).hostname)).toBe(true),
  );
});

describe("a webhook", () => {
  const ALERT: Alert = {
    id: "abc",
    kind: "retraction",
    partner: "radio",
    feed: "radio",
    article_id: "story",
    edition: 7,
    since: Date.UTC(2026, 0, 1),
    raised_at: Date.UTC(2026, 0, 1, 1),
    cleared_at: null,
    delivered_at: null,
    attempts: 0,
  };

  it("is signed over id, time and body, as Standard Webhooks asks", () => {
    const secret = `whsec_${Buffer.from("0123456789abcdef01234567").toString("base64")}`;
    const { headers, body } = webhook(ALERT, secret, Date.UTC(2026, 0, 1, 2) + 999);
    expect(headers).toMatchObject({ "webhook-id": "alert_abc", "webhook-timestamp": "1767232800" });
    const expected = createHmac("sha256", "0123456789abcdef01234567")
      .update(`alert_abc.1767232800.${body}`)
      .digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${expected}`);
    expect(JSON.parse(body)).toEqual({
      type: "partner.retraction",
      timestamp: "2026-01-01T01:00:00Z",
      data: {
        id: "abc",
        kind: "retraction",
        partner: "radio",
        feed: "radio",
        article: "story",
        edition: 7,
        since: "2026-01-01T00:00:00Z",
        raised_at: "2026-01-01T01:00:00Z",
      },
    });
  });

  it("comes again later and later, within six hours", () => {
    expect([0, 1, 2, 8, 9, 20].map((attempts) => backoff(attempts) / 60_000)).toEqual([1, 2, 4, 256, 360, 360]);
  });
});
