import { describe, expect, it } from "vitest";
import { TrustedProxies } from "../../../src/node/server/proxies.ts";

const FORGED = {
  host: "feeds.example",
  "x-forwarded-for": "192.0.2.1, 10.0.0.9",
  "x-forwarded-host": "other.example",
  "x-forwarded-proto": "https",
};

describe("where a request comes from", () => {
  it.each([
    ["nobody is trusted", [], "10.0.0.9"],
    ["the peer is none of the trusted", ["10.0.0.0/24"], "192.0.2.66"],
    ["the peer is trusted by no family of its own", ["2001:db8::/32"], "192.0.2.66"],
  ])("is the peer, whatever it says, where %s", (_, trusted, peer) =>
    expect(new TrustedProxies(trusted).originOf(peer, FORGED)).toEqual({
      address: peer,
      host: "feeds.example",
      protocol: "http",
    }),
  );

  it.each([
    ["10.0.0.9", ["10.0.0.0/8"]],
    ["::ffff:10.0.0.9", ["10.0.0.9"]],
    ["::1", ["10.0.0.0/8", "::1"]],
  ])("is what %s says, which is trusted by %j", (peer, trusted) =>
    expect(new TrustedProxies(trusted).originOf(peer, FORGED)).toEqual({
      address: "192.0.2.1",
      host: "other.example",
      protocol: "https",
    }),
  );

  it("is the last address that is no proxy: what stands before it may be invented", () => {
    const proxies = new TrustedProxies(["10.0.0.0/8"]);
    const headers = { host: "feeds.example", "x-forwarded-for": "1.1.1.1, 198.51.100.4, 10.1.1.1" };
    expect(proxies.originOf("10.0.0.9", headers).address).toBe("198.51.100.4");
  });

  it("is the first proxy where all are trusted, and the peer where none says anything", () => {
    const proxies = new TrustedProxies(["10.0.0.0/8"]);
    expect(proxies.originOf("10.0.0.9", { host: "a", "x-forwarded-for": "10.2.2.2, 10.1.1.1" }).address).toBe(
      "10.2.2.2",
    );
    expect(proxies.originOf("10.0.0.9", { host: "a" })).toEqual({ address: "10.0.0.9", host: "a", protocol: "http" });
  });
});
