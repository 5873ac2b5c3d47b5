import { expect, it } from "vitest";
import { listStoredFeeds } from "../../../src/service/store/stored-feeds.ts";
import { emptyStore, insertFeed } from "./rows.ts";

it("has of each feed that there is whose it is, and what it is of", async () => {
  const db = await emptyStore();
  await insertFeed(db, "all");
  await insertFeed(db, "tag/a", { family: "tag", value: "a", labels: '["A"]' });
  await insertFeed(db, "tag/b", { family: "tag", value: "b", labels: '["B"]' });
  expect(await listStoredFeeds(db, ["tag/a", "all", "tag"])).toEqual([
    { slug: "tag/a", family: "tag", labels: ["A"] },
    { slug: "all", family: null, labels: [] },
  ]);
  expect(await listStoredFeeds(db, [])).toEqual([]);
});
