import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FRESH_SESSION } from "../../../../src/service/desk/session.ts";
import { here } from "../../../homes/here.ts";
import { type Newsroom, newsroom } from "../../newsroom.ts";
import { insert, select } from "../../store/rows.ts";
import { browserOf, encode, FORM, ORIGIN, signIn, text } from "../browser.ts";
import { person, sessionOf } from "./team.ts";

const PASSWORD = "harbour seven lanterns";

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => void vi.useRealTimers());

/** The path of a link that a form of the desk has made. */
const linkIn = async (answer: Response): Promise<string> =>
  /id="link">https:\/\/feeds\.example(\/desk\/join\?link=[\w-]{43})</.exec(await answer.text())?.[1] ?? "";

const invite = async (role = "editor", name = "Ada Quayle"): Promise<string> =>
  linkIn(await (await signIn(room)).post("/desk/people/invite", { name, role }));

const join = (path: string, fields: Record<string, string> = {}): Promise<Response> =>
  room.request(
    "POST",
    "/desk/join",
    encode({ link: path.slice(-43), name: "Ada Quayle", login: "Ada", password: PASSWORD, ...fields }),
    { ...FORM, ...ORIGIN },
  );

const cookieOf = (answer: Response): string => answer.headers.get("set-cookie")?.split(";")[0] ?? "";

const enter = (login: string, password: string): Promise<Response> =>
  room.request("POST", "/desk/sign-in", encode({ login, password, to: "" }), { ...FORM, ...ORIGIN });

describe("an invitation", () => {
  it("is shown once, as a link of which only a hash is kept, and lets somebody join with a name, a password and a role", async () => {
    const path = await invite();
    const page = text(await (await room.request("GET", path)).text());
    expect(page).toContain("You come as editor, who does everything about stories.");
    const answer = await join(path);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/desk"]);
    const desk = await browserOf(room, cookieOf(answer));
    expect(await desk.page("/desk")).toContain(">Ada Quayle</a>");
    expect((await enter("ADA ", PASSWORD)).status).toBe(303);
    const kept = JSON.stringify(await select(here.db, "SELECT * FROM person"));
    expect(kept).toContain("$scrypt$ln=14");
    expect(kept).not.toContain(PASSWORD);
    expect(JSON.stringify(await select(here.db, "SELECT * FROM audit"))).not.toContain(path.slice(-43));
  });

  it("is good once, whoever comes again with it, and of two at once lets in one", async () => {
    const path = await invite();
    const answers = await Promise.all([join(path), join(path, { login: "other" })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
    expect((await join(path, { login: "third" })).status).toBe(410);
    const again = await room.request("GET", path);
    expect([again.status, text(await again.text())]).toEqual([410, expect.stringContaining("good no more")]);
  });

  it("is good no more when it was withdrawn, or is three days old", async () => {
    const owner = await signIn(room);
    const path = await invite();
    const id = /invitations\/(\w+)\/withdraw/.exec(await owner.page("/desk/people"))?.[1] ?? "";
    expect((await owner.post(`/desk/people/invitations/${id}/withdraw`, {})).status).toBe(303);
    expect((await join(path)).status).toBe(410);
    expect((await owner.post(`/desk/people/invitations/${id}/withdraw`, {})).status).toBe(404);
    const late = await invite();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3 * 86_400_000 });
    expect((await join(late)).status).toBe(410);
  });

  it.each([
    ["a password that is short", { password: "short" }, "not 15 or more"],
    ["a password that is the name", { password: "ada quayle ada quayle" }, "Others would guess it"],
    ["a name to sign in by that cannot be typed", { login: "a b" }, "The name to sign in by must be"],
    ["no name", { name: " " }, "The name is empty."],
  ])("is good still after %s", async (_, fields, why) => {
    const path = await invite();
    const answer = await join(path, fields);
    expect([answer.status, text(await answer.text())]).toEqual([422, expect.stringContaining(why)]);
    expect((await join(path)).status).toBe(303);
  });

  it("does not take a name that somebody signs in by", async () => {
    await join(await invite());
    const path = await invite("reader", "Ada Other");
    const answer = await join(path, { login: "ada" });
    expect([answer.status, text(await answer.text())]).toEqual([422, expect.stringContaining("choose another one")]);
    expect((await join(path, { login: "ada.other" })).status).toBe(303);
  });

  it("may be taken up with a passkey to come, in place of a password", async () => {
    const answer = await join(await invite(), { password: "", with: "passkey" });
    expect(answer.headers.get("location")).toBe("/desk/people/me?new");
    const desk = await browserOf(room, cookieOf(answer));
    expect(text(await desk.page("/desk/people/me?new"))).toContain("add a passkey now");
    expect((await enter("ada", "")).status).toBe(401);
  });

  it("lets somebody in again who has lost the password: all sessions end, and what was there is good no more", async () => {
    const first = cookieOf(await join(await invite()));
    const owner = await signIn(room);
    const [{ id }] = (await select(here.db, "SELECT id FROM person")) as [{ id: string }];
    const path = await linkIn(await owner.post(`/desk/people/${id}/link`, {}));
    expect(text(await (await room.request("GET", path)).text())).toContain("Welcome back, Ada Quayle");
    const answer = await join(path, { login: "somebody.else", name: "Other", password: "other words for it" });
    expect(answer.status).toBe(303);
    expect((await room.request("GET", "/desk", undefined, { cookie: first })).status).toBe(303);
    expect([(await enter("ada", PASSWORD)).status, (await enter("ada", "other words for it")).status]).toEqual([
      401, 303,
    ]);
    expect(await select(here.db, "SELECT login, name FROM person")).toEqual([{ login: "ada", name: "Ada Quayle" }]);
  });

  it("shuts out who has found a lost device: passkeys go, and without a new password there is none", async () => {
    await join(await invite());
    const owner = await signIn(room);
    const [{ id }] = (await select(here.db, "SELECT id FROM person")) as [{ id: string }];
    const passkey = { id: "lost", person: id, public_key: "", counter: 0, transports: "[]", label: "", created_at: 0 };
    await insert(here.db, "passkey", passkey);
    const path = await linkIn(await owner.post(`/desk/people/${id}/link`, {}));
    const cookie = cookieOf(await join(path, { password: "", with: "passkey" }));
    expect(await select(here.db, "SELECT id FROM passkey")).toEqual([]);
    expect((await enter("ada", PASSWORD)).status).toBe(401);
    await insert(here.db, "passkey", { ...passkey, id: "new" });
    // The link, found later, undoes nothing of it.
    expect((await join(path)).status).toBe(410);
    expect((await room.request("GET", "/desk", undefined, { cookie })).status).toBe(200);
    expect(await select(here.db, "SELECT id FROM passkey")).toEqual([{ id: "new" }]);
  });
});

describe("the first owner", () => {
  const first = async () => (await room.request("POST", "/api/people/first")) as Response;
  const pathOf = async (answer: Response) =>
    new URL(((await answer.json()) as { url: string }).url).href.replace("https://feeds.example", "");

  it("joins by the link of the last start, within a day, and nobody after", async () => {
    const [old, path] = [await pathOf(await first()), await pathOf(await first())];
    expect((await join(old)).status).toBe(410);
    expect((await join(path)).status).toBe(303);
    expect((await first()).status).toBe(409);
    const people = (await (await room.request("GET", "/api/people")).json()) as { people: unknown[] };
    expect(people.people).toMatchObject([{ login: "ada", role: "owner", password: true, passkeys: 0 }]);
  });

  it("comes by the link no more where another way led somebody in", async () => {
    const path = await pathOf(await first());
    await join(await invite("owner"));
    expect((await join(path, { login: "late" })).status).toBe(410);
  });

  it("comes too late after a day", async () => {
    const path = await pathOf(await first());
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 86_400_000 });
    expect((await join(path)).status).toBe(410);
  });

  it("can be made at the desk by whoever has the publish token", async () => {
    const page = text(await (await signIn(room)).page("/desk/people"));
    expect(page).toContain("Nobody has joined yet. Invite yourself as owner");
  });
});

describe("one's own page", () => {
  it("changes the password of who knows the present one, and ends all other sessions", async () => {
    const desk = await browserOf(room, cookieOf(await join(await invite())));
    const [{ id }] = (await select(here.db, "SELECT id FROM person")) as [{ id: string }];
    const other = await sessionOf(id);
    const change = (current: string, password: string) => desk.post("/desk/people/me/password", { current, password });
    expect((await change("wrong words altogether", "other words for it")).status).toBe(422);
    expect((await change(PASSWORD, "short")).status).toBe(422);
    expect((await room.request("GET", "/desk", undefined, { cookie: other })).status).toBe(200);
    const changed = await change(PASSWORD, "other words for it");
    expect(changed.status).toBe(303);
    for (const cookie of [other, desk.cookie])
      expect((await room.request("GET", "/desk", undefined, { cookie })).status).toBe(303);
    expect((await room.request("GET", "/desk", undefined, { cookie: cookieOf(changed) })).status).toBe(200);
    expect((await enter("ada", PASSWORD)).status).toBe(401);
  });

  it("makes a new way in for who has just signed in, and for nobody who sits down at an open desk", async () => {
    const id = await person("editor", { login: "ada" });
    const desk = await browserOf(room, await sessionOf(id));
    expect(await desk.page("/desk/people/me")).toContain('data-passkey="make"');
    const late = Date.now() + FRESH_SESSION;
    vi.useFakeTimers({ toFake: ["Date"], now: late });
    const page = await desk.page("/desk/people/me");
    expect(page).not.toContain('data-passkey="make"');
    expect(text(page)).toContain("Sign in again to add a passkey");
    for (const path of ["passkeys/options", "passkeys", "password"])
      expect((await desk.post(`/desk/people/me/${path}`, { password: PASSWORD })).status).toBe(403);
    expect(await select(here.db, "SELECT password FROM person")).toEqual([{ password: null }]);
    vi.setSystemTime(late - 60_000);
    expect((await desk.post("/desk/people/me/passkeys/options", {})).status).toBe(200);
    expect((await desk.post("/desk/people/me/password", { password: PASSWORD })).status).toBe(303);
  });

  it("lists one's own sessions with where they are, and ends each of them, and nobody else's", async () => {
    const desk = await browserOf(room, cookieOf(await join(await invite())));
    const [{ id }] = (await select(here.db, "SELECT id FROM person")) as [{ id: string }];
    const other = await sessionOf(id);
    const owner = await signIn(room);
    const page = await desk.page("/desk/people/me");
    expect(text(page)).toContain("Firefox on Linux");
    const end = (cookie: string) => desk.post("/desk/people/me/sessions/end", { id: cookie.slice(5, 21) });
    await end(owner.cookie);
    expect((await owner.get("/desk")).status).toBe(200);
    await end(other);
    expect((await room.request("GET", "/desk", undefined, { cookie: other })).status).toBe(303);
    expect((await end(desk.cookie)).headers.get("location")).toBe("/desk/sign-in");
    expect((await desk.get("/desk")).status).toBe(303);
  });
});
