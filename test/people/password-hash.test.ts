import { describe, expect, it } from "vitest";
import { hashPassword, isOutdated, isPassword } from "../../src/people/password-hash.ts";

const PASSWORD = "harbour seven lanterns";

describe("a password's hash", () => {
  it("is that of the password alone, and another one each time", async () => {
    const [one, other] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
    expect(one).toMatch(/^\$scrypt\$ln=14,r=8,p=5\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(other);
    expect([await isPassword(PASSWORD, one), await isPassword(`${PASSWORD} `, one)]).toEqual([true, false]);
  });

  it("is the same however a keyboard composes its characters", async () => {
    expect(await isPassword("cafe\u0301 by the quay", await hashPassword("caf\u00e9 by the quay"))).toBe(true);
  });

  it("of an account that there is not is never right", async () => {
    for (const password of ["", PASSWORD, "A".repeat(43)]) expect(await isPassword(password, null)).toBe(false);
  });

  it("that was made at another cost is right still, and to be made anew", async () => {
    const [salt, hash] = ["TmFDbFRlc3RTYWx0MTIzNA", "+Ji56Sr63Yat+qw/ky3MivKJfsPWWOZ34IaXjPv2kT0"];
    const old = `$scrypt$ln=10,r=8,p=16$${salt}$${hash}`;
    expect([isOutdated(old), isOutdated(await hashPassword(PASSWORD))]).toEqual([true, false]);
    expect(await isPassword("password", old)).toBe(true);
  });
});
