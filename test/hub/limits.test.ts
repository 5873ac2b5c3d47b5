import { expect, it } from "vitest";
import { quietFor } from "../../src/hub/limits.ts";

it("a host whose callbacks confirm nothing is asked less and less, and never for good not at all", () => {
  const minutes = [0, 5, 6, 7, 8, 11, 12, 13, 1_000, 1e9].map((unconfirmed) => quietFor(unconfirmed) / 60_000);
  expect(minutes).toEqual([0, 0, 1, 2, 4, 32, 60, 60, 60, 60]);
});
