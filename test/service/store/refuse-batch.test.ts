import { beforeEach, expect, it } from "vitest";
import { Conflict } from "../../../src/service/conflict.ts";
import { isRefused, refuseBatch } from "../../../src/service/store/refuse-batch.ts";
import { here } from "../../homes/here.ts";
import { emptyStore, select } from "./rows.ts";

beforeEach(emptyStore);

const note = () => here.db.prepare("INSERT INTO audience_batch (day, id) VALUES ('2026-03-13', 'a')");

it("keeps a batch out where there is such a row, whole", async () => {
  const kept = await here.db.batch([note(), refuseBatch(here.db, "json_each('[1]')")]).catch((error: unknown) => error);
  expect(kept).toBeInstanceOf(Conflict);
  expect([isRefused(kept), isRefused(new Conflict("article")), isRefused(new Error("revision"))]).toEqual([
    true,
    false,
    false,
  ]);
  expect(await select(here.db, "SELECT id FROM audience_batch")).toEqual([]);
});

it("lets it in where there is none", async () => {
  await here.db.batch([note(), refuseBatch(here.db, "json_each('[]')")]);
  expect(await select(here.db, "SELECT id FROM audience_batch")).toEqual([{ id: "a" }]);
});
