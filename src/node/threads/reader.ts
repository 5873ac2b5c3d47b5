import { workerData } from "node:worker_threads";
import { Connection } from "../store/sqlite.ts";
import { talk } from "./calls.ts";
import type { ReaderData, ReaderMethods } from "./contracts.ts";

/** A thread that reads for another one: where the disk hangs, this one waits for it, and the other goes on. */
const { file, port } = workerData as ReaderData;
const connection = new Connection(file, { readOnly: true });

const methods: ReaderMethods = { read: (queries) => connection.batch(queries) };

talk(port, methods);
