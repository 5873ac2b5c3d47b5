import { beforeEach, describe, expect, it } from "vitest";
import { here } from "../../../homes/here.ts";
import { SITE } from "../../../site.ts";
import { Subscribers } from "../../hub/subscribers.ts";
import { article, FEEDS, type Newsroom, newsroom } from "../../newsroom.ts";
import { insert, insertPush, insertSubscription } from "../../store/rows.ts";
import { signIn, text } from "../browser.ts";
import { signInAs } from "../people/team.ts";

const CALLBACK = "https://reader.example/push/a-long-token";

let room: Newsroom;
let outside: Subscribers;
beforeEach(async () => {
  outside = new Subscribers();
  room = await newsroom(FEEDS, SITE, { fetchOut: outside.fetchOut });
  await room.put(article("a"));
  await room.publish();
});

/** One that has what is current. */
const subscriber = (id: number, fields: Record<string, string | number | null> = {}) =>
  insertSubscription(here.db, id, {
    ...{ callback: id === 7 ? CALLBACK : `${CALLBACK}-${id}`, secret: "hush", acknowledged: 1, wanted: 1 },
    ...fields,
  });

const FAILS = { attempts: 3, due_at: Date.now() + 630_000, wanted_since: Date.now() - 7_200_000 };

describe("the subscribers at the desk", () => {
  it("are nobody at first", async () =>
    expect(text(await (await signIn(room)).page("/desk/subscribers"))).toContain("Nobody has subscribed yet."));

  it("are counted by host and by topic, and listed without what would let others send to them", async () => {
    await subscriber(7);
    await subscriber(8, { host: "slow.example", ...FAILS, last_status: 503, last_fault: "it answered 503" });
    await subscriber(9, { ended_at: Date.now() - 60_000, end_reason: "lapsed" });
    const html = await (await signIn(room)).page("/desk/subscribers");
    const page = text(html);
    expect(page).toMatch(/2 in all; 1 have what is current , 1 fail\./);
    expect(page).toMatch(/slow\.example 1 0 1 2 hours ago .*reader\.example 1 1 0 –/);
    expect(page).toMatch(/Everything RSS 2 1 1 2 hours ago/);
    expect(page).toMatch(/failed 3 times: it answered 503 , behind since 2 hours ago , tried again in 10 minutes/);
    expect(page).toMatch(/lease over 1 minute ago/);
    expect(html).not.toMatch(/a-long-token|hush/);
  });

  it("are found by host, by feed and by how they fare, page by page", async () => {
    for (let id = 1; id <= 130; id += 1) await subscriber(id, { host: `h${id % 2}.example` });
    const desk = await signIn(room);
    const first = await desk.page("/desk/subscribers?host=h0.example&limit=50");
    expect(first.match(/href="\/desk\/subscribers\/\d+"/g)).toHaveLength(50);
    const next = /href="([^"]+)" rel="next"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect((await desk.page(next)).match(/href="\/desk\/subscribers\/\d+"/g)).toHaveLength(15);
    expect(text(await desk.page("/desk/subscribers?state=failing"))).toContain("Nobody was found.");
    expect((await desk.get("/desk/subscribers?state=odd")).status).toBe(422);
  });

  it("are seen by whoever may look, who is offered nothing to do", async () => {
    await subscriber(7);
    const reader = await signInAs(room, "reader");
    expect((await reader.get("/desk/subscribers")).status).toBe(200);
    expect(await reader.page("/desk/subscribers/7")).not.toMatch(/Send again|End the subscription/);
  });
});

describe("a subscriber at the desk", () => {
  it("is shown with its callback, its receipts and no secret", async () => {
    await subscriber(7);
    await insertPush(here.db, 7, 1, { attempts: 2, pushed_at: Date.now() - 3_600_000 });
    const html = await (await signIn(room)).page("/desk/subscribers/7");
    expect(text(html)).toMatch(/has what is current .*Callback https:\/\/reader\.example\/push\/a-long-token/);
    expect(text(html)).toMatch(/What it has taken .* 1 1 hour ago 204 2 the whole document/);
    expect(html).not.toContain("hush");
  });

  it("is sent what is current again, whole, though it has had it", async () => {
    await subscriber(7, { wants_delta: 1 });
    const desk = await signIn(room);
    const answer = await desk.post("/desk/subscribers/7/send", {});
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/desk/subscribers/7?done=sent"]);
    expect(text(await desk.page("/desk/subscribers/7?done=sent"))).toContain("What is current is being sent.");
    await room.send();
    expect(outside.to(CALLBACK).map(({ body }) => body.includes("Title of a"))).toEqual([true]);
    expect(text(await desk.page("/desk/log"))).toContain("had an edition sent again to reader.example (all, rss)");
  });

  it("is told why, once it is ended, and is sent nothing more", async () => {
    await subscriber(7);
    const desk = await signIn(room);
    expect((await desk.post("/desk/subscribers/7/end", { reason: "" })).status).toBe(422);
    expect((await desk.post("/desk/subscribers/7/end", { reason: "Too many copies." })).status).toBe(303);
    await room.send();
    const [told] = outside.received;
    expect(new URL(told?.url ?? "").searchParams.get("hub.reason")).toBe("Too many copies.");
    await room.put(article("b"));
    await room.publish();
    await room.send();
    expect(outside.received).toHaveLength(1);
    expect(text(await desk.page("/desk/subscribers/7"))).toContain("ended by us");
    expect((await desk.post("/desk/subscribers/7/send", {})).status).toBe(422);
    expect((await desk.post("/desk/subscribers/7/end", { reason: "Again." })).status).toBe(422);
    expect(text(await desk.page("/desk/log"))).toContain(
      "ended the subscription of the subscriber at reader.example (all, rss): “Too many copies”",
    );
  });

  it.each(["8", "0", "seven", "1e3"])("is nobody under the number %s", async (id) => {
    const desk = await signIn(room);
    expect((await desk.get(`/desk/subscribers/${id}`)).status).toBe(404);
    expect((await desk.post(`/desk/subscribers/${id}/send`, {})).status).toBe(404);
  });

  it("is text, whatever its callback says", async () => {
    const evil = "https://reader.example/?<script>alert(1)</script>";
    await subscriber(7, { callback: evil, last_fault: "<img src=x onerror=alert(1)>", ...FAILS });
    for (const path of ["/desk/subscribers", "/desk/subscribers/7"])
      expect(await (await signIn(room)).page(path)).not.toMatch(/<script>|<img/);
  });
});

describe("a story's page", () => {
  it("says what subscribers were sent of it, and who has it still once it was taken back", async () => {
    await subscriber(7, { due_at: 4_000_000_000_000 });
    await insertPush(here.db, 7, 1);
    const desk = await signIn(room);
    expect(text(await desk.page("/desk/articles/a"))).toContain("Revision 1: 1 subscriber has taken it.");
    await room.request("DELETE", "/api/articles/a?reason=Wrong");
    await room.publish();
    const html = await desk.page("/desk/articles/a");
    expect(text(html)).toContain("1 subscriber has it still : they were sent the story");
    expect(html).toContain('<a href="/desk/subscribers?host=reader.example">reader.example</a>');
    await insert(here.db, "push", {
      ...{ feed: "all", edition: 2, subscription: 7, status: 204, attempts: 1, is_delta: 0, pushed_at: 2_000 },
    });
    expect(text(await desk.page("/desk/articles/a"))).not.toContain("has it still");
  });
});
