import { beforeEach, expect, it, vi } from "vitest";
import { SleepingItems } from "../../../../src/service/pages/feed/sleeping-items.ts";
import { here } from "../../../homes/here.ts";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";
import { watchStore } from "../../watched-store.ts";
import { definitionOf, site } from "../fixtures.ts";

const definition = definitionOf({ entries: 2 });

let desk: Newsroom;
beforeEach(async () => {
  desk = await newsroom([definition]);
});

const titles = (items: { title: string }[]) => items.map(({ title }) => title);

it("items that nobody has composed are the newest stories as they are stored, made once", async () => {
  const store = watchStore();
  const sleeping = new SleepingItems(store.db, site);
  for (const id of ["a", "b", "c"]) await desk.put(article(id));
  const first = await sleeping.ofFeed(definition, Date.now());
  expect(titles(first)).toEqual(["Title of c", "Title of b"]);
  const before = store.calls;
  const second = await sleeping.ofFeed(definition, Date.now());
  expect(second[0]).toBe(first[0]);
  expect(store.calls - before).toBe(1);
});

it("items are gone as soon as they are withheld, expired or not yet to be seen", async () => {
  const sleeping = new SleepingItems(here.db, site);
  const now = Date.now();
  await desk.put(article("a", { embargo_until: new Date(now + 60_000).toISOString() }));
  await desk.put(article("b", { expires_at: new Date(now + 60_000).toISOString() }));
  await desk.put(article("c"));
  await desk.put(article("c", { status: "withheld" }));
  expect(titles(await sleeping.ofFeed(definition, now))).toEqual(["Title of b"]);
  expect(titles(await sleeping.ofFeed(definition, now + 61_000))).toEqual(["Title of a"]);
});

it("a story that breaks what shows it is left out alone", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  for (const id of ["a", "b"]) await desk.put(article(id));
  await here.db.prepare("UPDATE revision SET body = json_set(body, '$.images', 1) WHERE article_id = 'a'").run();
  expect(titles(await new SleepingItems(here.db, site).ofFeed(definition, Date.now()))).toEqual(["Title of b"]);
  expect(logged.mock.calls.flat().join()).toContain("story not shown");
  logged.mockRestore();
});
