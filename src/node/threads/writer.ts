import { setImmediate as nextTurn } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { contain, describeFault } from "../../article/contain.ts";
import type { Rows } from "../../service/home.ts";
import { logFault } from "../../service/log.ts";
import { logAs } from "../logs.ts";
import { Connection, type Query } from "../store/sqlite.ts";
import { talk } from "./calls.ts";
import type { WriterData, WriterMethods } from "./contracts.ts";

/**
 * The thread that writes. All the others ask it: they do not wait for the disk, and no two of them ever wait for the same lock.
 */
const { file, logFormat, ports } = workerData as WriterData;
logAs(logFormat);
const connection = new Connection(file);

/** When all is written that was to be for the publisher. */
let published: Promise<unknown> = Promise.resolve();

const methods: WriterMethods = {
  write: (queries) => connection.batch(queries),
  async stop() {
    await published;
    // What is not settled stays in the log, and the next start takes it up.
    contain(
      () => connection.settle(),
      (fault) => logFault("store not settled", { error: describeFault(fault) }),
    );
    connection.close();
  },
};

for (const port of [ports.front, ports.back, ports.sender]) talk(port, { write: methods.write });
talk(ports.publisher, { write: writeEdition });
if (parentPort) talk(parentPort, methods);

/** An edition goes after all that has come in by its turn: whoever saves a story does not wait until a hundred of them are written. */
function writeEdition(queries: Query[]): Promise<Rows<unknown>[]> {
  const written = published.then(() => nextTurn()).then(() => connection.batch(queries));
  published = written.catch(() => undefined);
  return written;
}
