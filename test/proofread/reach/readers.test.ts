import { describe, expect, it } from "vitest";
import { productOf } from "../../../src/audience/products.ts";
import { FEED_READERS } from "../../../src/proofread/reach/readers.ts";

describe("the readers", () => {
  it("are twelve", () => expect(new Set(FEED_READERS.map(({ name }) => name)).size).toBe(12));

  it.each(FEED_READERS)("$name is the one that the counts of an audience know", ({ name, headers }) =>
    expect(productOf(headers["user-agent"] ?? "").name).toBe(name),
  );

  it.each(FEED_READERS)(
    "$name sends headers as they may be sent, and no validator of ours",
    ({ headers, conditional }) => {
      expect(() => new Headers({ ...headers, ...conditional })).not.toThrow();
      expect(Object.keys({ ...headers, ...conditional })).not.toContain("if-none-match");
    },
  );
});
