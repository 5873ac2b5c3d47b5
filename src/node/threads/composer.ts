import { parentPort, workerData } from "node:worker_threads";
import { contain } from "../../article/contain.ts";
import { Copies } from "../../service/jobs/copies.ts";
import { takeStep } from "../../service/jobs/publish.ts";
import { HeldArticles } from "../../service/store/held-articles.ts";
import { StoreFault, type Trouble } from "../../service/store-fault.ts";
import { nodeHome } from "../home.ts";
import { logAs } from "../logs.ts";
import { databaseOn } from "../store/database.ts";
import { Connection } from "../store/sqlite.ts";
import { talk } from "./calls.ts";
import type { ComposerData, ComposerMethods, ForComposers } from "./contracts.ts";
import { COMPOSING, yieldToPolls } from "./priority.ts";

/** A thread that takes steps of feeds for the publisher's, while many are due. What it writes and tells goes through that one. */
const { catalog, logFormat, file } = workerData as ComposerData;
yieldToPolls(COMPOSING);

if (parentPort) {
  const publisher = talk<ForComposers, ComposerMethods>(parentPort, {
    take: (slug) => contain(() => takeStep(composing, slug).then(() => null), troubleOr),
  });
  const home = nodeHome({
    db: databaseOn(new Connection(file, { readOnly: true }), (queries) => publisher("write", [queries])),
    secrets: {},
    wake: (delaySeconds) => publisher("wake", [delaySeconds]),
    wakeSender: (delaySeconds) => publisher("wakeSender", [delaySeconds]),
  });
  const memory = { confirm: (...edition: Parameters<ForComposers["confirm"]>) => void publisher("confirm", edition) };
  const composing = { home, catalog, copies: new Copies(memory, home), held: new HeldArticles() };
  logAs(logFormat, (entry) => void publisher("logged", [entry]));
}

/** A fault of the store's is no error any more when it has gone from thread to thread. */
function troubleOr(fault: unknown): Trouble {
  if (fault instanceof StoreFault) return fault.trouble;
  throw fault;
}
