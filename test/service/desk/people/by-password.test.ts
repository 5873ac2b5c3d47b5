import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hashPassword } from "../../../../src/people/password-hash.ts";
import { MAX_HASHED_AT_ONCE, MAX_NOTED_REFUSALS } from "../../../../src/service/desk/people/attempts.ts";
import {
  BY_ACCOUNT,
  BY_ACCOUNT_AND_NETWORK,
  BY_NETWORK,
  MAX_WAIT,
} from "../../../../src/service/store/sign-in-attempts.ts";
import { here } from "../../../homes/here.ts";
import { isHere } from "../../../homes/one-home.ts";
import { quickest } from "../../../quickest.ts";
import { SITE } from "../../../site.ts";
import { FEEDS, type Newsroom, newsroom } from "../../newsroom.ts";
import { PATIENT } from "../../patient.ts";
import { select } from "../../store/rows.ts";
import { encode, FORM, ORIGIN, text } from "../browser.ts";
import { person } from "./team.ts";

const PASSWORD = "harbour seven lanterns";
// One hash for all: making one takes longer than all else here.
const hashed = hashPassword(PASSWORD);

let room: Newsroom;
let address: string | null;
beforeEach(async () => {
  address = null;
  room = await newsroom(FEEDS, SITE, { addressOf: () => address });
  await person("editor", { login: "ada", password: await hashed });
});
afterEach(() => void vi.useRealTimers());

const enter = (login: string, password: string): Promise<Response> =>
  room.request("POST", "/desk/sign-in", encode({ login, password, to: "/articles" }), { ...FORM, ...ORIGIN });
const statusOf = async (login: string, password: string) => (await enter(login, password)).status;

describe("a name and a password", () => {
  it("sign somebody in, and lead to where one wanted to go", async () => {
    const answer = await enter("ada", PASSWORD);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/desk/articles"]);
    const log = await select(here.db, "SELECT action, actor_kind, actor_name FROM audit");
    expect(log).toEqual([{ action: "session.started", actor_kind: "person", actor_name: "The editor" }]);
  });

  it("that are wrong are told in the same words, whether somebody is called so or not", async () => {
    const [known, unknown] = [await enter("ada", "wrong"), await enter("nobody", "wrong")];
    expect([known.status, unknown.status]).toEqual([401, 401]);
    const page = await known.text();
    expect(page).toBe(await unknown.text());
    expect(text(page)).toContain("The name or the password is not right.");
  });

  it("take the same time, whether somebody is called so or not", async () => {
    let tries = 0;
    const time = (login: string) =>
      quickest(async () => {
        // From elsewhere each time: none of them is told to wait.
        address = `2001:db8:${++tries}::`;
        expect(await statusOf(login, "wrong")).toBe(401);
      }, 3);
    // The hash takes nearly all of it: without one, a name that nobody has would take a tenth.
    const [known, unknown] = [await time("ada"), await time("nobody")];
    expect(unknown).toBeGreaterThan(known / 4);
    expect(known).toBeGreaterThan(unknown / 4);
  });

  it("of somebody who was removed, or has no password, let nobody in", async () => {
    await person("editor", { login: "gone", password: await hashed, removed_at: 1 });
    await person("editor", { login: "passkey" });
    expect([await statusOf("gone", PASSWORD), await statusOf("passkey", ""), await statusOf("", "")]).toEqual([
      ...[401, 401, 401],
    ]);
  });

  it("are hashed anew where they were hashed at a lower cost", async () => {
    const old = "$scrypt$ln=10,r=8,p=16$TmFDbFRlc3RTYWx0MTIzNA$+Ji56Sr63Yat+qw/ky3MivKJfsPWWOZ34IaXjPv2kT0";
    await person("editor", { login: "old", password: old });
    expect(await statusOf("old", "password")).toBe(303);
    const kept = "SELECT password FROM person WHERE login = 'old'";
    await vi.waitFor(async () => expect(JSON.stringify(await select(here.db, kept))).toContain("ln=14"), PATIENT);
    expect(await statusOf("old", "password")).toBe(303);
  });
});

describe("guesses", () => {
  it("at an account are slower and slower, whether there is one or not", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1e12 });
    for (const login of ["ada", "nobody"]) {
      for (let time = 0; time < BY_ACCOUNT_AND_NETWORK.free; time += 1) {
        address = `2001:db8::${time}`;
        expect(await statusOf(login, "wrong")).toBe(401);
      }
      const slowed = await enter(login, "wrong");
      expect([slowed.status, slowed.headers.get("retry-after")]).toEqual([429, "1"]);
    }
    expect(await statusOf("ada", PASSWORD)).toBe(429);
    vi.setSystemTime(1e12 + 1_000);
    expect(await statusOf("ada", "wrong")).toBe(401);
    vi.setSystemTime(1e12 + 2_000);
    expect(await statusOf("ada", PASSWORD)).toBe(429);
    vi.setSystemTime(1e12 + 3_000);
    expect(await statusOf("ada", PASSWORD)).toBe(303);
    expect(await statusOf("ada", "wrong")).toBe(401);
  });

  it("many at once are no more than many in a row, and no more are looked at than memory is for", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => enter("ada", "wrong")));
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect(count(401)).toBeLessThanOrEqual(BY_ACCOUNT_AND_NETWORK.free);
    expect(count(401) + count(429) + count(503)).toBe(20);
  });

  const sideBySide = it.runIf(isHere("passwords that are looked at side by side"));
  sideBySide("are told to come again where others' are in hand, which counts as no guess", async () => {
    const names = Array.from({ length: 3 * MAX_HASHED_AT_ONCE }, (_, index) => `n${index}`);
    const answers = await Promise.all(names.map((login) => enter(login, "wrong")));
    const busy = answers.filter(({ status }) => status === 503);
    expect(busy.length).toBeGreaterThan(0);
    expect(busy.every(({ headers }) => headers.get("retry-after") === "2")).toBe(true);
    expect(await statusOf("ada", PASSWORD)).toBe(303);
  });

  it("of others, however many, shut nobody out who comes from elsewhere", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1e12 });
    address = "192.0.2.1";
    for (let time = 0; time < BY_ACCOUNT_AND_NETWORK.free; time += 1) await enter("ada", "wrong");
    expect(await statusOf("ada", PASSWORD)).toBe(429);
    address = "192.0.2.2";
    expect(await statusOf("ada", PASSWORD)).toBe(303);
    // A crowd of networks slows the account as a whole, and for seconds only.
    await here.db
      .prepare("UPDATE sign_in_attempt SET failures = ?1 WHERE who LIKE 'account %' AND who NOT LIKE '%network%'")
      .bind(BY_ACCOUNT.free + 100)
      .run();
    expect(await statusOf("ada", "wrong")).toBe(401);
    expect((await enter("ada", PASSWORD)).headers.get("retry-after")).toBe("10");
    vi.setSystemTime(1e12 + BY_ACCOUNT.longest);
    expect(await statusOf("ada", PASSWORD)).toBe(303);
  });

  it("of a crowd make no guess of a try that was not looked at", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1e12 });
    const crowd = BY_ACCOUNT.free + 100;
    address = "192.0.2.1";
    await enter("ada", "wrong");
    await here.db
      .prepare("UPDATE sign_in_attempt SET failures = ?1 WHERE who LIKE 'account %' AND who NOT LIKE '%network%'")
      .bind(crowd)
      .run();
    await enter("ada", "wrong");
    address = "192.0.2.2";
    for (let time = 0; time < BY_NETWORK.free + 5; time += 1) {
      const slowed = await enter("ada", PASSWORD);
      expect([slowed.status, slowed.headers.get("retry-after")]).toEqual([429, "10"]);
    }
    vi.setSystemTime(1e12 + BY_ACCOUNT.longest);
    expect(await statusOf("ada", PASSWORD)).toBe(303);
  });

  it("from an address are slowed whatever names are tried, and no other address is", async () => {
    address = "192.0.2.1";
    vi.useFakeTimers({ toFake: ["Date"], now: 1e12 });
    for (let time = 0; time < BY_NETWORK.free; time += 1) expect(await statusOf(`n${time}`, "wrong")).toBe(401);
    expect(await statusOf("ada", PASSWORD)).toBe(429);
    address = "192.0.2.2";
    expect(await statusOf("ada", PASSWORD)).toBe(303);
  });

  it("are never slowed for longer than is said, and forgotten after a day", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1e12 });
    await here.db.prepare("INSERT INTO sign_in_attempt SELECT 'network 192.0.2.1', 1000, ?1, ?1").bind(1e12).run();
    address = "192.0.2.1";
    expect(await statusOf("ada", "wrong")).toBe(401);
    expect((await enter("ada", "wrong")).headers.get("retry-after")).toBe(String(MAX_WAIT / 1_000));
    vi.setSystemTime(1e12 + 86_400_001);
    await room.sweep();
    expect(await select(here.db, "SELECT * FROM sign_in_attempt")).toEqual([]);
  });

  it("do not fill the log, which names nobody but those who are known", async () => {
    for (let time = 0; time < 25; time += 1) await enter(`secret${time}`, "wrong");
    const log = await select(here.db, "SELECT detail, subject FROM audit WHERE action = 'session.refused'");
    // As many a minute, of which two may have been begun.
    expect(log.length).toBeGreaterThanOrEqual(MAX_NOTED_REFUSALS);
    expect(log.length).toBeLessThanOrEqual(2 * MAX_NOTED_REFUSALS);
    expect(JSON.stringify(log)).not.toContain("secret");
  });
});
