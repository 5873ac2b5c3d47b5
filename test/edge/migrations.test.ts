import { expect, inject, it } from "vitest";
import { MIGRATIONS } from "../../src/edge/migrations.ts";

it("the worker carries every step of the store's schema, to the letter", () => {
  expect(MIGRATIONS).toEqual(inject("migrations"));
});
