import { describe, expect, it } from "vitest";
import { whyNotPublic } from "../../../src/import/wordpress/status.ts";

describe("what WordPress shows to everybody", () => {
  it.each(["publish", "future", " Publish "])("is what has the status %j", (status) => {
    expect(whyNotPublic(status, false)).toBeUndefined();
  });

  it.each(["publish", "future", "draft"])("is nothing with a password, whatever its status (%s)", (status) => {
    expect(whyNotPublic(status, true)).toBe("it has a password");
  });

  it.each([
    ["draft", "it is a draft"],
    ["auto-draft", "it is a draft that nobody saved"],
    ["pending", "it waits for review"],
    ["private", "it is private"],
    ["trash", "it is in the trash"],
  ])("is not what is %s", (status, why) => {
    expect(whyNotPublic(status, false)).toBe(why);
  });

  it.each([
    ["archive", "it says status: archive, which nobody here understands"],
    ["inherit", "it says status: inherit, which nobody here understands"],
    ["published", "it says status: published, which nobody here understands"],
    ["", "it says status: nothing, which nobody here understands"],
    [undefined, "it says status: nothing, which nobody here understands"],
  ])("is not what has a status that only a plugin knows (%s)", (status, why) => {
    expect(whyNotPublic(status, false)).toBe(why);
  });
});
