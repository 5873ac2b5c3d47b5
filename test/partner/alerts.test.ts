import { createHmac } from "node:crypto";
import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Alert, backoff, describeAlert, MAX_ATTEMPTS, webhook, webhookFault } from "../../src/partner/alerts.ts";

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

const SECRET = `whsec_${Buffer.from("0123456789abcdef01234567").toString("base64")}`;

afterEach(() => {
  vi.useRealTimers();
});

describe("a webhook", () => {
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

  it("is given up after eight and a half hours, and waits longer each time", () => {
    const waits = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, attempts) => backoff(attempts));
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(511 * 60_000);
    expect(new Set(waits).size).toBe(waits.length);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  });

  it("is taken by a receiver's own library, and by no receiver with another secret or another body", () => {
    const now = Date.UTC(2026, 0, 1, 2, 0, 0, 999);
    vi.useFakeTimers({ now });
    const { headers, body } = webhook(ALERT, SECRET, now);
    expect(new Webhook(SECRET).verify(body, headers)).toEqual(JSON.parse(body));
    const other = new Webhook(`whsec_${Buffer.from("another secret, as long.").toString("base64")}`);
    expect(() => other.verify(body, headers)).toThrow("No matching signature");
    expect(() => new Webhook(SECRET).verify(body.replace("radio", "paper"), headers)).toThrow("No matching signature");
    expect(() => new Webhook(SECRET).verify(body, { ...headers, "webhook-id": "alert_abd" })).toThrow("No matching");
  });

  it("is too old for a receiver's own library after five minutes", () => {
    const now = Date.UTC(2026, 0, 1);
    const { headers, body } = webhook(ALERT, SECRET, now);
    vi.useFakeTimers({ now: now + 301_000 });
    expect(() => new Webhook(SECRET).verify(body, headers)).toThrow("too old");
  });

  it.each([
    ["with its prefix", SECRET],
    ["without its prefix", SECRET.slice("whsec_".length)],
  ])("is signed the same with a secret %s", (_, secret) =>
    expect(webhook(ALERT, secret, 0).headers["webhook-signature"]).toBe(
      webhook(ALERT, SECRET, 0).headers["webhook-signature"],
    ),
  );

  it("is signed in UTF-8, whatever an article's id holds, as a receiver's own library signs it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.nat(2 ** 40), (article_id, now) => {
        const { headers, body } = webhook({ ...ALERT, article_id }, SECRET, now);
        expect(headers["webhook-signature"]).toBe(new Webhook(SECRET).sign("alert_abc", new Date(now), body));
        expect(JSON.parse(body).data.article).toBe(article_id);
      }),
    );
  });

  it("has one id however often it is sent, so that a receiver can tell it again", () => {
    const [first, second] = [0, 60_000].map((now) => webhook({ ...ALERT, attempts: now / 60_000 }, SECRET, now));
    expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
    expect(second?.headers["webhook-timestamp"]).not.toBe(first?.headers["webhook-timestamp"]);
    expect(second?.body).toBe(first?.body);
  });
});

describe("an alert, as the desk reads it", () => {
  it("of a retraction names the article and the edition, and how far its webhook came", () =>
    expect(
      describeAlert({ ...ALERT, cleared_at: Date.UTC(2026, 0, 2), delivered_at: Date.UTC(2026, 0, 1, 3), attempts: 2 }),
    ).toEqual({
      id: "abc",
      kind: "retraction",
      partner: "radio",
      feed: "radio",
      article: "story",
      edition: 7,
      since: "2026-01-01T00:00:00Z",
      raised_at: "2026-01-01T01:00:00Z",
      cleared_at: "2026-01-02T00:00:00Z",
      webhook: { delivered_at: "2026-01-01T03:00:00Z", attempts: 2 },
    }));

  it("of a silence names neither, and what has not come yet is absent from its JSON", () => {
    const silent = describeAlert({ ...ALERT, kind: "silent", article_id: "", edition: 0 });
    expect(JSON.parse(JSON.stringify(silent))).toEqual({
      id: "abc",
      kind: "silent",
      partner: "radio",
      feed: "radio",
      since: "2026-01-01T00:00:00Z",
      raised_at: "2026-01-01T01:00:00Z",
      webhook: { attempts: 0 },
    });
  });
});

describe("a webhook's secret", () => {
  it.each([24, 64])("of %i bytes will do, with its prefix or without", (bytes) => {
    const base64 = Buffer.alloc(bytes, 7).toString("base64");
    expect([webhookFault(`whsec_${base64}`), webhookFault(base64)]).toEqual([null, null]);
  });

  it.each([
    [
      "of too few bytes",
      `whsec_${Buffer.alloc(23, 7).toString("base64")}`,
      "is 23 bytes in base64, and 24 are the least",
    ],
    ["that is no base64", `whsec_${"-".repeat(40)}`, "is no whsec_ and base64"],
    ["that is empty", "", "is no whsec_ and base64"],
  ])("%s will not (Standard Webhooks)", (_, secret, fault) => expect(webhookFault(secret)).toContain(`${fault}: take`));
});
