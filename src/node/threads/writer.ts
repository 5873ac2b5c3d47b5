import { parentPort, workerData } from "node:worker_threads";
import { contain, describeFault } from "../../article/contain.ts";
import { logFault } from "../../service/log.ts";
import { logAs } from "../logs.ts";
import { Connection } from "../store/sqlite.ts";
import { talk } from "./calls.ts";
import type { WriterData, WriterMethods } from "./contracts.ts";

/**
 * The thread that writes. All the others ask it: they do not wait for the disk, and no two of them ever wait for the same lock.
 */
const { file, logFormat, ports } = workerData as WriterData;
logAs(logFormat);
const connection = new Connection(file);

const methods: WriterMethods = {
  write: (queries) => connection.batch(queries),
  stop() {
    // What is not settled stays in the log, and the next start takes it up.
    contain(
      () => connection.settle(),
      (fault) => logFault("store not settled", { error: describeFault(fault) }),
    );
    connection.close();
  },
};

for (const port of ports) talk(port, { write: methods.write });
if (parentPort) talk(parentPort, methods);
