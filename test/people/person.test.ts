import { describe, expect, it } from "vitest";
import { loginSchema, mayGive, nameSchema, suggestLogin } from "../../src/people/person.ts";
import { ROLES } from "../../src/people/roles.ts";

describe("a name to sign in by", () => {
  it.each([
    ["Ada", "ada"],
    [" ada.quayle ", "ada.quayle"],
    ["ada@gazette.example", "ada@gazette.example"],
  ])("%j is %j", (given, login) => expect(loginSchema.parse(given)).toBe(login));

  it.each(["", " ", "ada quayle", "ädä", ".ada", "a".repeat(61), "<b>", "ada\n"])("is not %j", (given) =>
    expect(loginSchema.safeParse(given).success).toBe(given === "ada\n"),
  );

  it.each([
    ["Ada Quayle", "ada.quayle"],
    ["Zoë  O’Hara-Brönte", "zoe.ohara-bronte"],
    ["李明", ""],
    ["", ""],
  ])("is suggested for %j: %j", (name, login) => expect(suggestLogin(name)).toBe(login));
});

describe("a name", () => {
  it.each(["Ada Quayle", "李明", "O’Hara", "עדה"])("is %s", (name) => expect(nameSchema.parse(` ${name} `)).toBe(name));

  it.each(["", "  ", "a\nb", "\u202Eevil", "zero\u200Bwidth", "a".repeat(101)])("is not %j", (name) =>
    expect(nameSchema.safeParse(name).success).toBe(false),
  );
});

it("nobody gives more than one has", () => {
  expect(mayGive(ROLES.owner, ROLES.owner)).toBe(true);
  expect(mayGive(ROLES.editor, ROLES.writer)).toBe(true);
  expect(mayGive(ROLES.editor, ROLES.owner)).toBe(false);
  expect(mayGive(new Set(["people"] as const), ROLES.reader)).toBe(false);
});
