import { beforeEach, describe, expect, it } from "vitest";
import { here } from "../../homes/here.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";
import { insertPush, insertSubscription } from "../store/rows.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
  await room.put(article("a"));
  await room.publish();
  await insertSubscription(here.db, 7, {
    ...{ callback: "https://reader.example/push/t0k3n-of-7", secret: "hush", acknowledged: 1, acknowledged_at: 1_000 },
    ...{ wanted: 1, attempts: 2, due_at: 9_000, wanted_since: 500, last_status: 503, last_fault: "it answered 503" },
  });
  await insertPush(here.db, 7, 1);
});

const ask = async (method: string, path: string): Promise<[number, unknown]> => {
  const answer = await room.request(method, `/api/subscriptions${path}`);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  return [answer.status, await answer.json()];
};
const stored = () =>
  here.db
    .prepare("SELECT ended_at, end_reason, due_at, acknowledged FROM subscription")
    .first<Record<string, unknown>>();

const SEVEN = {
  ...{ id: 7, topic: { feed: "all", format: "rss" }, host: "reader.example", state: "failing", signed: true },
  ...{ delta: false, edition: 1, received_at: "1970-01-01T00:00:01.000Z", behind_since: "1970-01-01T00:00:00.500Z" },
  ...{ next_at: "1970-01-01T00:00:09.000Z", failures: 2, last_status: 503, fault: "it answered 503" },
};

describe("subscriptions by requests", () => {
  it("are listed without secrets, and with callbacks that nobody can send to", async () => {
    const [status, body] = await ask("GET", "");
    expect([status, body]).toEqual([
      200,
      { subscriptions: [expect.objectContaining({ ...SEVEN, callback: "https://reader.example/push/t0k3n-…" })] },
    ]);
    expect(JSON.stringify(body)).not.toContain("hush");
  });

  it("are listed by pages", async () => {
    await insertSubscription(here.db, 8);
    expect(await ask("GET", "?limit=1&feed=all")).toMatchObject([
      200,
      { subscriptions: [{ id: 8 }], next: "/api/subscriptions?limit=1&feed=all&before=8" },
    ]);
    expect(await ask("GET", "?limit=1&feed=all&before=8")).toMatchObject([200, { subscriptions: [{ id: 7 }] }]);
    expect((await ask("GET", "?sort=odd"))[0]).toBe(422);
  });

  it("are looked at one by one, with what they have taken", async () => {
    expect(await ask("GET", "/7")).toMatchObject([
      200,
      {
        ...SEVEN,
        callback: "https://reader.example/push/t0k3n-of-7",
        receipts: [{ edition: 1, at: "1970-01-01T00:00:01.000Z", status: 204, attempts: 1, delta: false }],
      },
    ]);
    for (const id of ["8", "0", "x", "99999999999999999999"]) expect((await ask("GET", `/${id}`))[0], id).toBe(404);
  });

  it("are sent again, and ended with a reason", async () => {
    expect(await ask("POST", "/7/send")).toEqual([202, { status: "due", id: 7 }]);
    expect(await stored()).toMatchObject({ acknowledged: 0 });
    expect((await ask("DELETE", "/7"))[0]).toBe(422);
    expect(await ask("DELETE", "/7?reason=Too+much.")).toEqual([200, { status: "ended", id: 7 }]);
    expect(await stored()).toMatchObject({ end_reason: "denied", due_at: null });
    expect([(await ask("DELETE", "/7?reason=Too+much."))[0], (await ask("POST", "/7/send"))[0]]).toEqual([409, 409]);
    expect([(await ask("DELETE", "/8?reason=x"))[0], (await ask("POST", "/8/send"))[0]]).toEqual([404, 404]);
  });
});
