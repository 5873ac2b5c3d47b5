import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHubRequest } from "../../src/hub/parse-request.ts";

const CALLBACK = "https://reader.example/cb?x=1";
const LEAST = { "hub.mode": "subscribe", "hub.topic": "https://t.example/", "hub.callback": CALLBACK };

const formOf = (given: Record<string, string>) => new URLSearchParams(given).toString();
const parse = (given: Record<string, string> = {}) => parseHubRequest(formOf({ ...LEAST, ...given }), false);
const requestOf = (given: Record<string, string> = {}) => {
  const parsed = parse(given);
  return parsed.status === "request" ? parsed.request : parsed;
};
const DAYS = 86_400;

describe("a request to subscribe", () => {
  it("needs a mode, a topic and a callback", () => {
    expect(requestOf()).toEqual({
      mode: "subscribe",
      topic: "https://t.example/",
      callback: CALLBACK,
      host: "reader.example",
      leaseSeconds: 10 * DAYS,
      secret: undefined,
      algorithm: "sha256",
      wantsDelta: false,
      verifyToken: undefined,
    });
  });

  it("may say more", () => {
    const more = { "hub.secret": "geheim", "hub.signature": "sha1", "hub.delta": "feed", "hub.verify_token": "t" };
    expect(requestOf({ ...more, "hub.lease_seconds": "86400" })).toMatchObject({
      leaseSeconds: DAYS,
      secret: "geheim",
      algorithm: "sha1",
      wantsDelta: true,
      verifyToken: "t",
    });
  });

  it("says nothing with what is empty", () => {
    const empty = { "hub.secret": "", "hub.signature": "", "hub.delta": "", "hub.lease_seconds": "" };
    expect(requestOf(empty)).toEqual(requestOf());
  });

  it.each([
    ["1", 300],
    ["300", 300],
    ["0086400", DAYS],
    ["2592000", 30 * DAYS],
    ["2592001", 30 * DAYS],
    ["9".repeat(400), 30 * DAYS],
  ])("is granted a lease within bounds, never one for ever: %s seconds", (wished, granted) => {
    expect(requestOf({ "hub.lease_seconds": wished })).toMatchObject({ leaseSeconds: granted });
  });

  it.each(["199", "200", "201"])("has a secret of less than 200 bytes: %s", (length) => {
    const bytes = Number(length);
    const secrets = ["s".repeat(bytes), `${"ü".repeat(Math.floor(bytes / 2))}${bytes % 2 ? "s" : ""}`];
    for (const secret of secrets)
      expect(parse({ "hub.secret": secret }).status).toBe(bytes < 200 ? "request" : "refused");
  });
});

describe("a request to unsubscribe", () => {
  it("says nothing of a lease or a secret, whatever it sends", () => {
    const ignored = { "hub.lease_seconds": "none", "hub.secret": "s".repeat(300), "hub.signature": "md5" };
    expect(requestOf({ "hub.mode": "unsubscribe", ...ignored })).toEqual({
      mode: "unsubscribe",
      topic: "https://t.example/",
      callback: CALLBACK,
      host: "reader.example",
      algorithm: "sha256",
      wantsDelta: false,
      verifyToken: undefined,
    });
  });
});

describe("a request", () => {
  it.each([
    [{ "hub.mode": "" }, "hub.mode is missing."],
    [{ "hub.topic": "" }, "hub.topic is missing."],
    [{ "hub.callback": "" }, "hub.callback is missing."],
    [{ "hub.mode": "Subscribe" }, 'hub.mode is neither "subscribe" nor "unsubscribe".'],
    [{ "hub.mode": "denied" }, 'hub.mode is neither "subscribe" nor "unsubscribe".'],
    [{ "hub.mode": "publish" }, "This hub is the publisher's own, and knows what is published: nothing is to be told."],
    [{ "hub.callback": "ftp://reader.example/" }, "hub.callback is not an absolute http or https URL."],
    [{ "hub.callback": "http://127.0.0.1/" }, "hub.callback is no public address."],
    [{ "hub.lease_seconds": "0" }, "hub.lease_seconds is no positive decimal integer."],
    [{ "hub.lease_seconds": "-5" }, "hub.lease_seconds is no positive decimal integer."],
    [{ "hub.lease_seconds": "1e5" }, "hub.lease_seconds is no positive decimal integer."],
    [{ "hub.lease_seconds": "10 days" }, "hub.lease_seconds is no positive decimal integer."],
    [{ "hub.secret": "s".repeat(200) }, "hub.secret has more than 199 bytes."],
    [{ "hub.signature": "md5" }, "hub.signature is none of sha256, sha1."],
    [{ "hub.delta": "yes" }, 'hub.delta can only be "feed".'],
    [{ "hub.verify_token": "t".repeat(201) }, "hub.verify_token has more than 200 characters."],
  ])("is refused with a reason: %j", (given, reason) => {
    expect(parse(given as unknown as Record<string, string>)).toEqual({ status: "refused", reason });
  });

  it("has each parameter once, and as many as it likes of those that mean nothing here", () => {
    const twice = (name: string) => parseHubRequest(`${formOf(LEAST)}&${name}=a&${name}=b`, false);
    expect(twice("hub.secret")).toEqual({ status: "refused", reason: "hub.secret is there more than once." });
    expect(twice("hub.mode")).toEqual({ status: "refused", reason: "hub.mode is there more than once." });
    expect(twice("hub.verify").status).toBe("request");
  });

  it("is in UTF-8", () => {
    const form = formOf(LEAST).replace("x%3D1", "x%3D%FC");
    expect(parseHubRequest(form, false)).toEqual({ status: "refused", reason: "hub.callback is not in UTF-8." });
  });

  it("is taken or refused, whatever is sent, and the reason repeats nothing of it", () => {
    const text = fc.string({ unit: "binary", maxLength: 50 });
    const odd = fc.record({ "hub.mode": text, "hub.topic": text, "hub.callback": text, "hub.secret": text, a: text });
    fc.assert(
      fc.property(odd, fc.string({ unit: "binary" }), (given, rest) => {
        const parsed = parseHubRequest(`${formOf(given)}&${rest}`, false);
        if (parsed.status === "refused") expect(parsed.reason).toMatch(/^[\x20-\x7e]+$/);
        else expect(parsed.request.callback).toBe(given["hub.callback"]);
      }),
    );
  });
});
