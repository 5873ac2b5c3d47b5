import { beforeEach, expect, it } from "vitest";
import { probeWrites } from "../../../src/service/store/probe.ts";
import { here } from "../../homes/here.ts";
import { has, watchStore } from "../watched-store.ts";
import { emptyStore } from "./rows.ts";

beforeEach(() => emptyStore());

it("a probe writes, and leaves nothing behind", async () => {
  await probeWrites(here.db);
  await probeWrites(here.db);
  expect(await here.db.prepare("SELECT count(*) AS count FROM audience_batch").first()).toEqual({ count: 0 });
});

it("a probe fails as a write does", async () => {
  const store = watchStore();
  store.before = has("full");
  await expect(probeWrites(store.db)).rejects.toMatchObject({ trouble: "full" });
});
