import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPrivateHost } from "../../src/partner/address.ts";

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

  it.each([
    ["169.253.255.255", "169.254.0.0", "169.254.255.255", "169.255.0.0"],
    ["172.15.255.255", "172.16.0.0", "172.31.255.255", "172.32.0.0"],
    ["100.63.255.255", "100.64.0.0", "100.127.255.255", "100.128.0.0"],
    ["192.167.255.255", "192.168.0.0", "192.168.255.255", "192.169.0.0"],
    ["192.0.1.255", "192.0.2.0", "192.0.2.255", "192.0.3.0"],
    ["198.17.255.255", "198.18.0.0", "198.19.255.255", "198.20.0.0"],
    ["198.51.99.255", "198.51.100.0", "198.51.100.255", "198.51.101.0"],
    ["203.0.112.255", "203.0.113.0", "203.0.113.255", "203.0.114.0"],
    ["9.255.255.255", "10.0.0.0", "10.255.255.255", "11.0.0.0"],
    ["126.255.255.255", "127.0.0.0", "127.255.255.255", "128.0.0.0"],
  ])("is public up to %s, private from %s to %s, and public from %s (RFC 6890 §2.2.2)", (...hosts) =>
    expect(hosts.map(isPrivateHost)).toEqual([false, true, true, false]),
  );

  it.each([
    ["the first octet 0 (this network)", "0.255.255.255", "1.0.0.0"],
    ["multicast and all above it", "224.0.0.0", "223.255.255.255"],
    ["192.0.0.0/24 (protocols' own)", "192.0.0.255", "192.1.0.0"],
  ])("is private for %s: %s, and not %s", (_, inside, outside) =>
    expect([isPrivateHost(inside), isPrivateHost(outside)]).toEqual([true, false]),
  );

  it.each(["[4000::1]", "[1fff::1]", "[fc00::1]", "[ff02::1]", "[64:ff9b::7f00:1]", "[2001::1]", "[2001:0:1::1]"])(
    "is private outside of global unicast, and where it wraps IPv4 (RFC 4291 §2.4, RFC 4380, RFC 6052): %s",
    (host) => expect(isPrivateHost(host)).toBe(true),
  );

  it.each(["[2001:4860:4860::8888]", "[2a00:1450::1]", "[3fff:1::1]"])("is public in global unicast: %s", (host) =>
    expect(isPrivateHost(host)).toBe(false),
  );

  it.each(["hooks.local.example", "localhost.example", "internal.example.com", "xlocalhost.dev", "mylan.org"])(
    "is public where a private name is only a part of it: %s",
    (host) => expect(isPrivateHost(host)).toBe(false),
  );

  it("is judged the same however its letters and its last dot are written", () => {
    const hosts = fc.constantFrom("localhost", "db.internal", "127.0.0.1", "example.org", "8.8.8.8", "nas.local");
    fc.assert(
      fc.property(hosts, fc.infiniteStream(fc.boolean()), (host, upper) => {
        const shouted = [...host].map((letter) => (upper.next().value ? letter.toUpperCase() : letter)).join("");
        expect(isPrivateHost(`${shouted}.`)).toBe(isPrivateHost(host));
      }),
    );
  });

  it("is private for all of an IPv4 network that wraps into IPv6 (RFC 4291 §2.5.5.2)", () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPrivateHost(new URL(`http://[::ffff:${address}]/`).hostname)).toBe(true);
      }),
    );
  });
});
