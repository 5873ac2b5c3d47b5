import { parentPort, workerData } from "node:worker_threads";
import { Connection } from "../store/sqlite.ts";
import { talk } from "./calls.ts";
import type { WriterData, WriterMethods } from "./contracts.ts";

/**
 * The thread that writes. All the others ask it: they do not wait for the disk, and no two of them ever wait for the same lock.
 */
const { file, ports } = workerData as WriterData;
const connection = new Connection(file);

const methods: WriterMethods = {
  write: (queries) => connection.batch(queries),
  stop() {
    connection.settle();
    connection.close();
  },
};

for (const port of ports) talk(port, { write: methods.write });
if (parentPort) talk(parentPort, methods);
