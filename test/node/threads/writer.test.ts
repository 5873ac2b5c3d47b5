import { join } from "node:path";
import { MessageChannel, Worker } from "node:worker_threads";
import { expect, it, onTestFinished } from "vitest";
import { Connection } from "../../../src/node/store/sqlite.ts";
import { talk } from "../../../src/node/threads/calls.ts";
import type { WriterData, WriterMethods } from "../../../src/node/threads/contracts.ts";
import { folder } from "../folder.ts";

/** A writer's thread, as those that it writes for have it. */
function writer() {
  const file = join(folder(), "store.sqlite");
  new Connection(file).run({ sql: "CREATE TABLE story (id TEXT)", values: [] });
  const [front, back] = [new MessageChannel(), new MessageChannel()];
  const [publisher, sender] = [new MessageChannel(), new MessageChannel()];
  const ports = { front: front.port2, back: back.port2, publisher: publisher.port2, sender: sender.port2 };
  const workerData: WriterData = { file, logFormat: "json", ports };
  const worker = new Worker(new URL("../../../src/node/threads/writer.ts", import.meta.url), {
    workerData,
    transferList: Object.values(ports),
  });
  onTestFinished(() => void worker.terminate());
  return {
    file,
    worker: talk<WriterMethods>(worker),
    back: talk<WriterMethods>(back.port1),
    publisher: talk<WriterMethods>(publisher.port1),
  };
}

const save = (id: string) => [{ sql: "INSERT INTO story VALUES (?)", values: [id] }];

/** As long as an edition takes. */
const LONG = `WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 20000)
  INSERT INTO story SELECT 'of an edition' FROM n`;

it("writes what is saved before the editions that are in line, and these in their order", async () => {
  const { back, publisher, worker, file } = writer();
  const written: string[] = [];
  const editions = Array.from({ length: 20 }, async (_, index) => {
    await publisher("write", [[{ sql: LONG, values: [] }]]);
    written.push(`edition ${index}`);
  });
  await editions[0];
  await back("write", [save("a")]);
  written.push("story");
  await Promise.all(editions);
  expect(written.filter((one) => one !== "story")).toEqual(editions.map((_, index) => `edition ${index}`));
  expect(written.indexOf("story")).toBeLessThan(10);
  await worker("stop", []);
  const [stories] = new Connection(file, { readOnly: true }).batch<{ count: number }>([
    { sql: "SELECT count(*) AS count FROM story", values: [] },
  ]);
  expect(stories?.results).toEqual([{ count: 20 * 20_000 + 1 }]);
});

it("goes on after an edition that could not be written", async () => {
  const { publisher, back } = writer();
  await expect(publisher("write", [[{ sql: "INSERT INTO nothing VALUES (1)", values: [] }]])).rejects.toThrow(
    "nothing",
  );
  await publisher("write", [save("a")]);
  await back("write", [save("b")]);
});
