import { beforeEach, describe, expect, it } from "vitest";
import { PUBLISH_TOKEN } from "../../../src/people/actor.ts";
import type { Database } from "../../../src/service/home.ts";
import { insertPasskey } from "../../../src/service/store/passkeys.ts";
import { changePassword } from "../../../src/service/store/people.ts";
import {
  deleteSession,
  findStoredSession,
  insertSession,
  listSessions,
  pruneSessions,
  type StoredSession,
} from "../../../src/service/store/sessions.ts";
import { emptyStore, insert, select } from "./rows.ts";

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
  await insert(db, "person", { id: "ada", login: "ada", name: "Ada", role: "editor", created_at: 0 });
});

const begin = (id: string, fields: Partial<StoredSession> = {}, before?: string) => {
  const session = { id, hash: "h", person: null, started_at: 1, ends_at: 100, device: "Firefox", address: null };
  return insertSession(db, PUBLISH_TOKEN, { ...session, ...fields }, before);
};
const changeTo = (password: string, session: string) =>
  changePassword(db, PUBLISH_TOKEN, { id: "ada", password, session }, 2);
const passwords = () => select(db, "SELECT password FROM person");
const deeds = async () =>
  (await select(db, "SELECT action, subject FROM audit ORDER BY id")).map((row) => Object.values(row as object));

describe("a session in the store", () => {
  it("is begun by the password that is good now, and by no former one", async () => {
    await db.prepare("UPDATE person SET password = 'new'").run();
    const start = { started_at: 1, ends_at: 100, device: "Firefox", address: null, hash: "h", person: "ada" };
    const by = (id: string, password: string) =>
      insertSession(db, PUBLISH_TOKEN, { ...start, id }, undefined, password);
    expect([await by("a", "old"), await by("b", "new")]).toEqual([false, true]);
    expect(await deeds()).toEqual([["session.started", "b"]]);
    expect(await findStoredSession(db, "a")).toBeNull();
  });

  it("that was ended meanwhile changes no password, and adds no passkey", async () => {
    const passkey = {
      ...{ id: "k", person: "ada", public_key: "", counter: 0, transports: "[]", label: "" },
      used_at: null,
    };
    const add = (session: string) => insertPasskey(db, PUBLISH_TOKEN, { ...passkey, created_at: 2 }, session, 2);
    await begin("a", { person: "ada" });
    await begin("of another");
    expect(await add("ended")).toBe(false);
    await changeTo("theirs", "ended");
    await changeTo("theirs", "of another");
    expect(await passwords()).toEqual([{ password: null }]);
    expect(await findStoredSession(db, "a")).not.toBeNull();
    expect(await add("a")).toBe(true);
    await changeTo("mine", "a");
    expect(await passwords()).toEqual([{ password: "mine" }]);
    expect(await findStoredSession(db, "a")).toBeNull();
  });

  it("is found with whose it is, as they are now", async () => {
    await begin("a", { person: "ada" });
    await begin("b");
    expect(await findStoredSession(db, "a")).toMatchObject({ name: "Ada", login: "ada", role: "editor" });
    await db.prepare("UPDATE person SET role = 'reader'").run();
    expect(await findStoredSession(db, "a")).toMatchObject({ role: "reader" });
    expect(await findStoredSession(db, "b")).toMatchObject({ person: null, role: null });
    expect(await findStoredSession(db, "c")).toBeNull();
  });

  it("is nobody's whose owner was removed", async () => {
    await begin("a", { person: "ada" });
    await db.prepare("UPDATE person SET removed_at = 1").run();
    expect(await findStoredSession(db, "a")).toBeNull();
  });

  it("takes the place of the one that the browser had before", async () => {
    await begin("a");
    await begin("b", {}, "a");
    expect([await findStoredSession(db, "a"), (await findStoredSession(db, "b"))?.id]).toEqual([null, "b"]);
  });

  it("is ended by its owner alone, once, and the log says so once", async () => {
    await begin("a", { person: "ada" });
    expect(await deleteSession(db, PUBLISH_TOKEN, { id: "a", person: null }, 2)).toBe(false);
    expect(await deleteSession(db, PUBLISH_TOKEN, { id: "a", person: "ada" }, 2)).toBe(true);
    expect(await deleteSession(db, PUBLISH_TOKEN, { id: "a", person: "ada" }, 2)).toBe(false);
    expect(await deeds()).toEqual([
      ["session.started", "a"],
      ["session.ended", "a"],
    ]);
  });

  it("is listed to its owner while it lasts, the latest first", async () => {
    await begin("a", { person: "ada", started_at: 1 });
    await begin("b", { person: "ada", started_at: 2 });
    await begin("over", { person: "ada", ends_at: 50 });
    await begin("token");
    const ids = async (person: string | null) => (await listSessions(db, person, 50)).map(({ id }) => id);
    expect([await ids("ada"), await ids(null)]).toEqual([["b", "a"], ["token"]]);
  });

  it("goes with all others of its owner where the password is changed, or when it is over", async () => {
    await begin("a", { person: "ada" });
    await begin("other", { person: "ada" });
    await begin("b", { ends_at: 50 });
    await begin("c");
    await changeTo("new", "a");
    await pruneSessions(db, 50);
    expect(await select(db, "SELECT id FROM session")).toEqual([{ id: "c" }]);
  });
});
