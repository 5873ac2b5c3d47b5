import { describe, expect, it } from "vitest";
import { isOwnHost } from "../../../src/node/server/hosts.ts";

const NAMES = new Set(["feeds.gazette.example"]);

describe("the service answers under", () => {
  it.each([
    "feeds.gazette.example",
    "FEEDS.gazette.example:8443",
    "localhost:8787",
    "desk.localhost",
    "127.0.0.1:8787",
    "192.0.2.7",
    "[::1]:8787",
    "wireproof:8787",
    "my_container",
  ])("%s", (host) => expect(isOwnHost(host, NAMES)).toBe(true));
});

describe("the service does not answer under", () => {
  it.each([
    "attacker.example",
    "feeds.gazette.example.attacker.example",
    "attacker.example:8787",
    "localhost.attacker.example",
    "127.0.0.1.attacker.example",
    "",
    ".",
    "a b",
    "feeds.gazette.example@attacker.example",
    "feeds.gazette.example:99999",
    "1".repeat(600),
    "999999999999",
    "0x1ffffffff",
    "[::1",
  ])("%j", (host) => expect(isOwnHost(host, NAMES)).toBe(false));
});
