import { afterEach, describe, expect, it, vi } from "vitest";
import { definitions } from "../../feeds/index.ts";
import { checkedCatalog } from "../../src/cli/definitions.ts";

const defined = [...definitions];
afterEach(() => {
  vi.restoreAllMocks();
  definitions.splice(0, definitions.length, ...defined);
});

describe("checkedCatalog", () => {
  it("has every feed and family that is defined", () => {
    const { all, families } = checkedCatalog();
    const slugs = [...all.keys(), ...[...families.keys()].map((path) => `${path}/{value}`)];
    expect(defined.length).toBeGreaterThan(0);
    expect(slugs.sort()).toEqual(defined.map(({ slug }) => slug).sort());
  });

  it("ends with one line and 1 where a definition is wrong, before anything is deployed", () => {
    definitions.push(...defined.slice(0, 1));
    const printed = vi.spyOn(console, "error").mockImplementation(() => {});
    vi.spyOn(process, "exit").mockImplementation((code) => {
      throw new Error(`ended with ${code}`);
    });
    expect(checkedCatalog).toThrow("ended with 1");
    expect(printed.mock.calls).toEqual([[`feeds: two feeds have the slug "${defined[0]?.slug}"`]]);
  });
});
