import { describe, expect, it } from "vitest";
import { refusalText } from "../../../src/cli/partners/refusal.ts";

const refusal = (status: number, body: unknown) => refusalText({ status, text: JSON.stringify(body) ?? "", body });

describe("refusalText", () => {
  it("tells the service's detail (RFC 9457 §3.1.4)", () =>
    expect(refusal(404, { type: "about:blank", detail: "No partner has this slug." })).toBe(
      "wireproof: No partner has this slug.",
    ));

  it("tells each problem with its path, a line each", () =>
    expect(
      refusal(422, {
        detail: "The partner has problems.",
        problems: [
          { path: "/slug", detail: "must be lower-case" },
          { path: "/name", detail: "is empty" },
        ],
      }),
    ).toBe("wireproof: The partner has problems.\n  /slug must be lower-case\n  /name is empty"));

  it.each([
    ["problems that are no list", { detail: "Bad.", problems: "several" }],
    ["problems that are no objects", { detail: "Bad.", problems: ["one", null, 2] }],
  ])("leaves out %s", (_, body) => expect(refusal(422, body)).toBe("wireproof: Bad."));

  it.each([200, 201, 399])("has nothing to tell of a %i, whatever it says", (status) =>
    expect(refusal(status, { detail: "x" })).toBeNull(),
  );

  it.each([
    ["text that is no JSON", undefined],
    ["JSON of another server's", { error: "x" }],
    ["a detail of another kind", { detail: 7 }],
    ["a list", ["detail"]],
    ["null", null],
  ])("is no refusal of the service's with %s", (_, body) => expect(refusal(500, body)).toBeNull());
});
