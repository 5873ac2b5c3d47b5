import { describe, expect, it } from "vitest";
import { Done, doneWords, Failed } from "../../../src/service/desk/outcome.tsx";
import { render } from "../render.ts";

describe("what a form has done", () => {
  it("is told as a status", () =>
    expect(render(Done, { what: "Saved <b>." })).toBe('<p class="done" role="status">Saved &lt;b&gt;.</p>'));

  it("is an alert where it has done nothing", () =>
    expect(render(Failed, { why: "No." })).toBe('<p class="failed" role="alert">No.</p>'));

  it.each([undefined, false, ""])("is nothing to speak of: %j", (nothing) =>
    expect([render(Done, { what: nothing }), render(Failed, { why: nothing })]).toEqual(["", ""]),
  );

  it.each([
    ["saved", "Saved."],
    [undefined, undefined],
    ["", undefined],
    ["toString", undefined],
  ])("comes with the address as %j", (key, words) => expect(doneWords({ saved: "Saved." }, key)).toBe(words));
});
