import { describe, expect, it } from "vitest";
import { asCalled } from "../../src/cli/called.ts";

describe("a text that names our commands", () => {
  it.each([
    ["npm run verify -- [URL…] [--json]", "wireproof verify [URL…] [--json]"],
    ["start it with `npm start`, or", "start it with `wireproof start`, or"],
    ["`npm start -- --empty` begins without", "`wireproof start --empty` begins without"],
    ["`npm run restore -- FILE`", "`wireproof restore FILE`"],
    ["what `npm ci` brings", "what `npm ci` brings"],
    ["`npm run -s export` keeps npm's lines out", "`npm run -s export` keeps npm's lines out"],
  ])("%j names them as they were called", (text, called) => {
    expect(asCalled(text, { WIREPROOF_COMMAND: "verify" })).toBe(called);
    expect(asCalled(text, {})).toBe(text);
  });
});
