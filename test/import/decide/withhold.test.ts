import { describe, expect, it } from "vitest";
import { withhold } from "../../../src/import/decide/withhold.ts";
import type { ReadItem } from "../../../src/import/source-reading.ts";

const item = (given: Partial<ReadItem>): ReadItem => ({ where: "item 1", article: { id: "a" }, notes: [], ...given });

describe("withhold", () => {
  it("withholds what something speaks against showing, and leaves all else as it is", () => {
    expect(withhold(item({ withheld: "it is a draft" }), {}).article).toEqual({ id: "a", status: "withheld" });
    expect(withhold(item({}), {})).toEqual(item({}));
  });

  it("shows everything to everybody at once where that was asked for, and says of what", () => {
    const article = { id: "a", embargo_until: "2031-01-01T00:00:00Z", expires_at: "2032-01-01T00:00:00Z" };
    expect(withhold(item({ withheld: "it is a draft", article }), { publishAll: true })).toEqual(
      item({ notes: ["public, as was asked for, though it is a draft"] }),
    );
    expect(withhold(item({ article: { id: "a", status: "withheld" } }), { publishAll: true })).toEqual(
      item({ notes: ["public, as was asked for"] }),
    );
    expect(withhold(item({}), { publishAll: true })).toEqual(item({}));
  });

  it("leaves what was taken back as it is", () => {
    const article = { id: "a", status: "canceled" };
    expect(withhold(item({ article }), { publishAll: true })).toEqual(item({ article }));
  });
});
