import { describe, expect, it } from "vitest";
import { explain } from "../../../src/cli/verify/explain.ts";
import { RULES } from "../../../src/proofread/table.ts";

describe("npm run verify -- --explain", () => {
  it("lists every rule where none is named", () => {
    const explained = explain([]);
    expect(explained.status).toBe("explained");
    for (const { name } of RULES) expect(JSON.stringify(explained)).toContain(name);
  });

  it("explains each rule that is named, and lists a group", () => {
    expect(explain(["slash/comments-once", "slash/section-once"])).toEqual({
      status: "explained",
      text: expect.stringMatching(
        /^slash\/comments-once \(error\)\n[\s\S]*<rss[\s\S]*\n\nslash\/section-once \(error\)\n/,
      ),
    });
    expect(explain(["slash"])).toEqual({
      status: "explained",
      text: expect.stringMatching(/^slash\n {2}slash\/\S+ +error +\S/),
    });
  });

  it.each([
    ["slash/coments-once", /^there is no rule slash\/coments-once: did you mean slash\/comments-once/],
    ["\u001b[31m", /^there is no rule \uFFFD\[31m: `--explain` alone lists all$/],
  ])("tells of what is no rule, and which is near: %j", (name, problem) =>
    expect(explain(["slash", name])).toEqual({ status: "unknown", problem: expect.stringMatching(problem) }),
  );
});
