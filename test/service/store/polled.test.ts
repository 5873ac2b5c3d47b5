import { millisecondsInDay } from "date-fns/constants";
import { expect, it } from "vitest";
import { listPolled, notePolled } from "../../../src/service/store/polled.ts";
import { emptyStore } from "./rows.ts";

it("what is polled of a feed is known for a week after the last time", async () => {
  const db = await emptyStore();
  const now = 30 * millisecondsInDay;
  await notePolled(db, "all", { format: "rss", coding: "gzip" }, now - 8 * millisecondsInDay);
  await notePolled(db, "all", { format: "rss", coding: "br" }, now - 8 * millisecondsInDay);
  await notePolled(db, "all", { format: "rss", coding: "br" }, now - 6 * millisecondsInDay);
  await notePolled(db, "other", { format: "json", coding: "identity" }, now);
  expect(await listPolled(db, "all", now)).toEqual([{ format: "rss", coding: "br" }]);
  expect(await listPolled(db, "other", now)).toEqual([{ format: "json", coding: "identity" }]);
  expect(await listPolled(db, "none", now)).toEqual([]);
});
