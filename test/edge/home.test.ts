import { env } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import { type Env, edgeHome } from "../../src/edge/home.ts";

const bindings = (more: Partial<Env> = {}): Env => ({ DB: env.DB, PUBLISH_QUEUE: env.PUBLISH_QUEUE, ...more });
const home = (more: Partial<Env> = {}, isLocal = false) => edgeHome(bindings(more), isLocal);

describe("the secrets of a deployment", () => {
  it("are those of its environment; each may be absent", () => {
    expect(home().secrets).toEqual({ ofSources: {} });
    const PUBLISH_TOKEN = "4f9c2e7b1d806a35e7c1d0b2";
    expect(home({ PUBLISH_TOKEN, SIGNING_KEY: "k" }).secrets).toMatchObject({
      publishToken: PUBLISH_TOKEN,
      signingKey: "k",
    });
  });

  it("have no publish token where the one that is set is weak: it is logged, and told to whoever sends one", () => {
    const written = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { publishToken, tokenFault } = home({ PUBLISH_TOKEN: "changeme" }).secrets;
    expect([publishToken, tokenFault]).toEqual([undefined, expect.stringMatching(/^has 8 characters/)]);
    expect(written.mock.calls.flat().join()).toContain('"event":"nobody gets in"');
    expect(written.mock.calls.flat().join()).not.toContain("changeme");
    written.mockRestore();
  });

  it.each([
    [{ ALERT_WEBHOOK_URL: "https://desk.example/", ALERT_WEBHOOK_SECRET: "whsec_x" }, true],
    [{ ALERT_WEBHOOK_URL: "https://desk.example/" }, false],
    [{ ALERT_WEBHOOK_SECRET: "whsec_x" }, false],
    [{ ALERT_WEBHOOK_URL: "", ALERT_WEBHOOK_SECRET: "whsec_x" }, false],
  ])("have a webhook where both its address and its secret are set: %j", (more, there) => {
    expect(home(more).secrets.webhook).toEqual(there ? { url: "https://desk.example/", secret: "whsec_x" } : undefined);
  });
});

describe("the subdomains of the pages' host", () => {
  it.each([
    [undefined, false],
    ["0", false],
    ["1", true],
  ])("are bound to HTTPS where HSTS_SUBDOMAINS is 1: %s", (HSTS_SUBDOMAINS, bound) => {
    expect(home({ HSTS_SUBDOMAINS }).hstsSubdomains).toBe(bound);
  });
});

describe("a wake", () => {
  it("is a message to the queue, which says nothing but when", async () => {
    const send = vi.fn(async () => undefined);
    await home({ PUBLISH_QUEUE: { send } as unknown as Queue }).wake(30);
    expect(send).toHaveBeenCalledExactlyOnceWith({}, { delaySeconds: 30 });
  });
});

describe("a wake of the sender", () => {
  it("is a message to its queue, or to the publisher's where the deployment has no other", async () => {
    const [send, publish] = [vi.fn(async () => undefined), vi.fn(async () => undefined)];
    const PUBLISH_QUEUE = { send: publish } as unknown as Queue;
    await home({ PUBLISH_QUEUE, SEND_QUEUE: { send } as unknown as Queue }).wakeSender(5);
    expect(send).toHaveBeenCalledExactlyOnceWith({ send: true }, { delaySeconds: 5 });
    expect(publish).not.toHaveBeenCalled();
    await home({ PUBLISH_QUEUE }).wakeSender(0);
    expect(publish).toHaveBeenCalledExactlyOnceWith({ send: true }, { delaySeconds: 0 });
  });
});

describe("feeds that are handed over", () => {
  it("are a message each, in their order", async () => {
    const sendBatch = vi.fn(async () => undefined);
    await home({ FEED_QUEUE: { sendBatch } as unknown as Queue }).hand?.(["a", "b"]);
    expect(sendBatch).toHaveBeenCalledExactlyOnceWith([{ body: { slug: "a" } }, { body: { slug: "b" } }]);
  });

  it("are none where the deployment has no queue for them", () => {
    expect(home().hand).toBeUndefined();
  });
});

describe("the limiter of a place", () => {
  const limiting = (success: boolean) => ({ limit: vi.fn(async () => ({ success })) });

  it.each([true, false])("is Cloudflare's, asked by key: %s", async (success) => {
    const PARTNER_LIMIT = limiting(success);
    expect(await home({ PARTNER_LIMIT }).limiter?.("key")).toBe(success);
    expect(PARTNER_LIMIT.limit).toHaveBeenCalledExactlyOnceWith({ key: "key" });
  });

  it("is none where there is none, and none on a development machine, which is one place with one isolate", () => {
    expect(home().limiter).toBeUndefined();
    expect(home({ PARTNER_LIMIT: limiting(true) }, true).limiter).toBeUndefined();
  });
});

describe("a request at the edge", () => {
  const request = (headers: HeadersInit, cf: object = {}): Request =>
    new Request("https://feeds.example/", { headers, cf: { ...cf } });

  it("comes from the address that Cloudflare says, and from none that the client says", () => {
    const { addressOf } = home();
    expect(addressOf(request({ "cf-connecting-ip": "192.0.2.1", "x-forwarded-for": "192.0.2.9" }))).toBe("192.0.2.1");
    expect(addressOf(request({ "x-forwarded-for": "192.0.2.9" }))).toBeNull();
  });

  it.each<[string, HeadersInit, object | undefined, string | null]>([
    [
      "what the client sent, where the edge wrote another",
      { "accept-encoding": "br, gzip" },
      { clientAcceptEncoding: "gzip" },
      "gzip",
    ],
    ["nothing, where the client sent nothing", { "accept-encoding": "br, gzip" }, { clientAcceptEncoding: "" }, ""],
    ["the header, where no edge says more", { "accept-encoding": "gzip" }, {}, "gzip"],
    [
      "the header, where the edge says what is no text",
      { "accept-encoding": "gzip" },
      { clientAcceptEncoding: 7 },
      "gzip",
    ],
    ["null without a header", {}, undefined, null],
  ])("accepts %s", (_, headers, cf, expected) => {
    expect(home().acceptEncodingOf(request(headers, cf))).toBe(expected);
  });
});

describe("a body that is encoded already", () => {
  it("is sent as it is", async () => {
    const bytes = new Uint8Array([31, 139, 8, 0]);
    const headers = { "content-encoding": "gzip", "content-length": "4" };
    const response = home().encoded(bytes, { status: 226, headers });
    expect([response.status, response.headers.get("content-encoding")]).toEqual([226, "gzip"]);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  });

  it("is sent whole each time that it is sent, to several at once, too", async () => {
    const { encoded } = home();
    const bytes = new Uint8Array(300_000).map((_, index) => index);
    const answers = Array.from({ length: 3 }, () => encoded(bytes, {}));
    for (const answer of answers) expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
  });

  it("may be none, as of HEAD", async () => {
    const response = home().encoded(null, { headers: { "content-encoding": "br", "content-length": "9" } });
    expect([response.headers.get("content-length"), await response.text()]).toEqual(["9", ""]);
  });
});
