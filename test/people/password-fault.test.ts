import { describe, expect, it } from "vitest";
import { passwordFault } from "../../src/people/password-fault.ts";

const NAMES = ["Ada Quayle", "ada.quayle", "The Harbour Gazette"];

describe("a password that will do", () => {
  it.each([
    "harbour seven lanterns",
    "correct horse battery staple",
    "Xq7!fu2-Rz9#mvLt",
    "das Boot kam spät zurück",
    "七つの灯が港に揺れている夜は静かだった",
  ])("is %s", (password) => expect(passwordFault(password, NAMES)).toBeNull());
});

describe("a password that will not", () => {
  it.each([
    ["is short", "harbour seven"],
    ["is a row of the keyboard", "qwertyuiopasdfghjkl"],
    ["is digits in a row", "123456789123456789"],
    ["is the same again", "abcabcabcabcabcabc"],
    ["is one character", "aaaaaaaaaaaaaaaa"],
    ["is the commonest word twice", "PASSWORDpassword"],
    ["is one of those that are used most", "1qaz2wsx3edc4rfv"],
    ["is that in capitals", "ManchesterUnited"],
    ["is the names of its owner", "ada.quayle.ada.quayle"],
    ["is the paper's", "harbourgazette1"],
  ])("%s", (_, password) => expect(passwordFault(password, NAMES)).not.toBeNull());

  it("is longer than anything that is hashed", () =>
    expect(passwordFault("lamp ".repeat(60), [])).toMatch(/more than/));

  it("has its characters counted as people count them", () =>
    expect(passwordFault("👩‍🚀".repeat(2), [])).toMatch(/^It has 6 characters/));
});
