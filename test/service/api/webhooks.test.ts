import { beforeEach, describe, expect, it, vi } from "vitest";
import { MAX_ENDPOINTS } from "../../../src/service/webhooks/limits.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { apiKey } from "../desk/people/team.ts";
import { article, FEEDS, homeOn, instance, type Newsroom, newsroom } from "../newsroom.ts";
import { insert, select } from "../store/rows.ts";
import { listEvents, type MadeEndpoint, makeEndpoint, Receivers, verifySigned } from "../webhooks/receiver.ts";

let room: Newsroom;
let receivers: Receivers;

async function start(site = SITE): Promise<void> {
  receivers = new Receivers();
  room = await newsroom(FEEDS, site, { fetchOut: receivers.fetchOut });
}
beforeEach(() => start());

const call = async <T = Record<string, unknown>>(method: string, path: string, body?: unknown) => {
  const answer = await room.request(method, `/api/webhooks${path}`, body);
  return { status: answer.status, body: (await answer.json()) as T };
};
const send = () => instance(FEEDS, SITE, homeOn({ fetchOut: receivers.fetchOut })).send();
const NEW = { url: "https://cms.example/hooks", description: "Our CMS", types: ["article.*"] };

describe("a webhook", () => {
  it("is set up, changed, disabled, enabled and removed, and each of it is in the log", async () => {
    const made = await call("POST", "", NEW);
    expect(made).toMatchObject({ status: 201, body: { ...NEW, status: "enabled", made_by: "publish token" } });
    expect(made.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const path = `/${made.body.id}`;
    const changes = [
      { types: ["edition.refused"], url: "https://cms.example/other" },
      { status: "disabled" },
      { status: "enabled" },
    ];
    for (const change of changes)
      expect(await call("PATCH", path, change)).toMatchObject({ status: 200, body: change });
    expect((await call<{ webhooks: object[] }>("GET", "")).body.webhooks).toHaveLength(1);
    expect(await call("DELETE", path)).toEqual({ status: 200, body: { status: "removed", id: made.body.id } });
    expect((await call("GET", path)).status).toBe(404);
    const deeds = await select(here.db, "SELECT action FROM audit WHERE subject_kind = 'webhook' ORDER BY id");
    expect(deeds).toEqual(
      ["created", "changed", "disabled", "enabled", "removed"].map((deed) => ({ action: `webhook.${deed}` })),
    );
  });

  it.each([
    ["http://cms.example/", "is not https"],
    ["ftp://cms.example/", "is no address of the web"],
    ["nonsense", "is no address of the web"],
    ["https://user:word@cms.example/", "has a name and a password"],
    ["https://cms.example/#a", "has a fragment"],
    ["https://localhost/", "is of a network of one's own"],
    ["https://10.0.0.1/", "is of a network of one's own"],
    ["https://0x7f.1/", "is of a network of one's own"],
    ["https://2130706433/", "is of a network of one's own"],
    ["https://[::1]/", "is of a network of one's own"],
    ["https://[::ffff:10.0.0.1]/", "is of a network of one's own"],
    ["https://[64:ff9b::a00:1]/", "is of a network of one's own"],
    ["https://169.254.169.254/latest/meta-data", "is of a network of one's own"],
    ["https://metadata.internal/", "is of a network of one's own"],
  ])("is not set up at %s, nor moved there", async (url, detail) => {
    const { id } = await makeEndpoint(room);
    const refusal = { status: 422, body: { problems: [{ path: "/url", detail: expect.stringContaining(detail) }] } };
    expect(await call("POST", "", { ...NEW, url })).toMatchObject(refusal);
    expect(await call("PATCH", `/${id}`, { url })).toMatchObject(refusal);
    expect((await call("POST", `/${id}/test`)).status).toBe(200);
    expect(receivers.asked.map((asked) => asked.url)).toEqual([NEW.url]);
  });

  it("may be on the machine of a service that is local, and is sent nothing there once it is local no more", async () => {
    await start({ ...SITE, base: "http://localhost:8787" });
    const { id } = await makeEndpoint(room, ["article.*"], "http://127.0.0.1:9/hooks");
    expect((await call("POST", `/${id}/test`)).body).toMatchObject({ taken: true });
    expect(receivers.asked.map(({ reach }) => reach)).toEqual(["any"]);
    room = await newsroom(FEEDS, SITE, { fetchOut: receivers.fetchOut }, { keep: true });
    expect((await call("POST", `/${id}/test`)).body).toMatchObject({
      taken: false,
      fault: expect.stringMatching(/^the URL is not/),
    });
    expect(receivers.asked).toHaveLength(1);
  });

  it.each([
    [{ ...NEW, types: [] }, "/types"],
    [{ ...NEW, types: ["*"] }, "/types/0"],
    [{ ...NEW, types: ["webhook.test"] }, "/types/0"],
    [{ ...NEW, secret: "whsec_mine" }, "/secret"],
  ])("is not set up with %j", async (input, path) =>
    expect(await call("POST", "", input)).toMatchObject({ status: 422, body: { problems: [{ path }] } }),
  );

  it("is one of so many", async () => {
    for (let made = 0; made < MAX_ENDPOINTS; made += 1) await makeEndpoint(room);
    expect((await call("POST", "", NEW)).status).toBe(409);
  });
});

describe("the secret of a webhook", () => {
  it("is in no other answer, in no line that is logged, and in no deed", async () => {
    const logged = ["log", "info", "warn", "error"].map((level) => vi.spyOn(console, level as "log"));
    const hook = await makeEndpoint(room);
    const rotated = (await call<MadeEndpoint>("POST", `/${hook.id}/rotate`)).body;
    receivers.answer = ({ event }) => {
      if (event.type === "webhook.test") throw new Error("no answer");
      return new Response(null, { status: 500 });
    };
    await room.put(article("a"));
    await room.publish();
    await send();
    const answers = await Promise.all(
      [
        ["GET", ""],
        ["GET", `/${hook.id}`],
        ["GET", `/${hook.id}/events`],
        ["PATCH", `/${hook.id}`],
        ["POST", `/${hook.id}/test`],
      ].map(([method = "", path = ""]) => call(method, path, method === "GET" ? undefined : {})),
    );
    const audit = await select(here.db, "SELECT * FROM audit");
    const lines = logged.flatMap(({ mock }) => mock.calls);
    vi.restoreAllMocks();
    expect(receivers.asked.length).toBeGreaterThan(1);
    const all = JSON.stringify([answers, audit, lines]);
    for (const { secret } of [hook, rotated]) expect(all).not.toContain(secret.slice("whsec_".length));
    // Whoever knows a receiver's path may be let in by it: the log has the host.
    expect(JSON.stringify([audit, lines])).not.toContain("/hooks");
  });
});

describe("what was sent", () => {
  it("is sent again with the same id: one event, or all that failed since", async () => {
    const hook = await makeEndpoint(room);
    receivers.answer = () => new Response(null, { status: 410 });
    await room.put(article("a"));
    await room.put(article("b"));
    await room.publish();
    await send();
    const began = new Date(Date.now() - 60_000).toISOString();
    expect(await call("POST", `/${hook.id}/replay`, { failed_since: began })).toMatchObject({ status: 409 });
    await call("PATCH", `/${hook.id}`, { status: "enabled" });
    receivers.answer = () => new Response(null, { status: 204 });
    receivers.asked.length = 0;
    expect(await call("POST", `/${hook.id}/replay`, { failed_since: began })).toEqual({
      status: 202,
      body: { events: 2 },
    });
    await send();
    const events = await listEvents(room, hook.id);
    expect(events.map(({ outcome }) => outcome)).toEqual(["delivered", "delivered"]);
    expect(new Set(receivers.asked.map(({ id }) => id))).toEqual(new Set(events.map(({ id }) => id)));
    expect(await call("POST", `/${hook.id}/replay`, { event: events[0]?.id })).toEqual({
      status: 202,
      body: { events: 1 },
    });
    await send();
    const again = receivers.asked.at(-1);
    if (!again) throw new Error("nothing was sent");
    expect(verifySigned(again, hook.secret)).toMatchObject({ sequence: events[0]?.sequence });
  });

  it("is not sent to another one, nor by who may only look, nor what there is not", async () => {
    const [hook, other] = [await makeEndpoint(room), await makeEndpoint(room, ["alert.*"])];
    await room.put(article("a"));
    await room.publish();
    await send();
    const [event] = await listEvents(room, hook.id);
    expect((await call("POST", `/${other.id}/replay`, { event: event?.id })).status).toBe(404);
    expect((await call("POST", `/${hook.id}/replay`, { event: "msg_none" })).status).toBe(404);
    const { key } = await apiKey(["push:read", "articles:write"]);
    const refused = await room.request(
      "POST",
      `/api/webhooks/${hook.id}/replay`,
      { event: event?.id },
      { authorization: `Bearer ${key}` },
    );
    expect(refused.status).toBe(403);
    const before = receivers.asked.length;
    await send();
    expect(receivers.asked).toHaveLength(before);
  });

  it("is listed by pages, and goes with its attempts after thirty days", async () => {
    await room.publish();
    const hook = await makeEndpoint(room, ["edition.*"]);
    const day = 86_400_000;
    for (let n = 0; n < 60; n += 1)
      await insert(here.db, "event", {
        type: "edition.refused",
        subject: `feed ${n}`,
        at: Date.now() - (n < 30 ? 31 : 29) * day,
        data: "{}",
      });
    await here.db
      .prepare("INSERT INTO event_attempt (delivery, at, milliseconds) SELECT id, 0, 1 FROM event_delivery")
      .run();
    const page = await call<{ events: object[]; next: string }>("GET", `/${hook.id}/events`);
    expect(page.body.events).toHaveLength(50);
    const rest = (await (await room.request("GET", page.body.next)).json()) as { events: object[]; next?: string };
    expect([rest.events.length, rest.next]).toEqual([10, undefined]);
    await room.sweep();
    for (const table of ["event", "event_delivery", "event_attempt"])
      expect(await select(here.db, `SELECT count(*) AS n FROM ${table}`)).toEqual([{ n: 30 }]);
  });
});
