import { expect, it } from "vitest";
import { addressFault, addressOf, addressSet } from "../../../src/cli/deploy/deployment.ts";

const config = (vars: Record<string, unknown>) => ({ vars, d1_databases: [], queues: {} });

it("the address that is set is the environment's, or else that of wrangler.toml", () => {
  const vars = { BASE_URL: "https://a.example" };
  expect(addressSet({ BASE_URL: "https://b.example" }, config(vars))).toBe("https://b.example");
  expect(addressSet({ BASE_URL: "" }, config(vars))).toBe("https://a.example");
  expect(addressSet({}, config({ BASE_URL: "" }))).toBeUndefined();
  expect(addressSet({}, config({}))).toBeUndefined();
});

it.each([
  "http://localhost:8787",
  "http://127.0.0.1",
  "https://10.1.2.3/",
  "https://newsroom.internal",
  "https://[::1]",
])("readers could not come to %s", (set) =>
  expect(addressFault(set)).toBe(
    `BASE_URL ${set} is no address that readers could come to: take it away, or set the public one`,
  ),
);

it.each(["feeds.gazette.example", "ftp://feeds.gazette.example", "://"])("%s is no address", (set) =>
  expect(addressFault(set)).toBe(`BASE_URL ${set} is no http(s) URL`),
);

it.each(["https://feeds.gazette.example", "https://gazette.example/feeds"])("readers come to %s", (set) =>
  expect(addressFault(set)).toBeNull(),
);

it.each<[string[], string | undefined]>([
  [["https://wireproof.gazette.workers.dev", "schedule: * * * * *"], "wireproof.gazette.workers.dev"],
  [["feeds.gazette.example (custom domain)", "schedule: * * * * *"], "feeds.gazette.example"],
  [["feeds.gazette.example (custom domain - zone name: gazette.example)"], "feeds.gazette.example"],
  [["gazette.example/feeds/* (zone name: gazette.example)"], undefined],
  [["schedule: * * * * *", "Producer for wireproof-publish", "Consumer for wireproof-publish"], undefined],
  [[], undefined],
])("of %j the worker is reached at %s", (targets, reached) => expect(addressOf(targets)).toBe(reached));
