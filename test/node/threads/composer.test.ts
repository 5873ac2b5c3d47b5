import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, it, onTestFinished, vi } from "vitest";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import { databaseOn } from "../../../src/node/store/database.ts";
import { Connection } from "../../../src/node/store/sqlite.ts";
import { talk } from "../../../src/node/threads/calls.ts";
import type { ComposerData, ComposerMethods, ForComposers } from "../../../src/node/threads/contracts.ts";
import { migrate } from "../../../src/service/store/apply-migrations.ts";
import { findFeedState } from "../../../src/service/store/feeds.ts";
import { reconcile } from "../../../src/service/store/reconcile.ts";
import { readMigrations } from "../../migrations.ts";
import { PATIENT } from "../../service/patient.ts";
import { SITE } from "../../site.ts";
import { folder } from "../folder.ts";

const CATALOG = parseCatalog(SITE, [{ slug: "all", title: "Everything", description: "All the news" }]);

/** A composer's thread on a store with one feed, which is stale. `refuse`: what becomes of its writes. */
async function composer(refuse?: () => never) {
  const file = join(folder(), "store.sqlite");
  const writer = new Connection(file);
  const db = databaseOn(writer);
  await migrate(db, readMigrations());
  await reconcile(db, CATALOG, Date.now());
  const workerData: ComposerData = { catalog: CATALOG, file, logFormat: "json" };
  const worker = new Worker(new URL("../../../src/node/threads/composer.ts", import.meta.url), { workerData });
  onTestFinished(() => void worker.terminate());
  const publisher = {
    write: vi.fn<ForComposers["write"]>((queries) => refuse?.() ?? writer.batch(queries)),
    wake: vi.fn<ForComposers["wake"]>(),
    wakeSender: vi.fn<ForComposers["wakeSender"]>(),
    confirm: vi.fn<ForComposers["confirm"]>(),
    logged: vi.fn<ForComposers["logged"]>(),
  };
  return { db, publisher, ask: talk<ComposerMethods, ForComposers>(worker, publisher) };
}

it("publishes a feed step by step, and lets the publisher write, tell and count", async () => {
  const { db, publisher, ask } = await composer();
  for (let step = 0; step < 3; step += 1) expect(await ask("take", ["all"])).toBeNull();
  expect(await findFeedState(db, "all")).toMatchObject({ edition: 1, stale_since: null });
  await vi.waitFor(() => expect(publisher.confirm).toHaveBeenCalledOnce(), PATIENT);
  expect(publisher.confirm).toHaveBeenCalledWith("all", expect.objectContaining({ number: 1 }));
  expect(publisher.logged).toHaveBeenCalledWith(expect.objectContaining({ event: "publish", outcome: "published" }));
});

it("says how the store has failed it", async () => {
  const { ask } = await composer(() => {
    throw Object.assign(new Error("database or disk is full"), { errcode: 13 });
  });
  expect(await ask("take", ["all"])).toBe("full");
});
