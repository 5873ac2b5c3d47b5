import { parentPort } from "node:worker_threads";
import { parseLine } from "../../article/parse-line.ts";
import { talk } from "./calls.ts";
import type { ParserMethods } from "./contracts.ts";

/** A thread that parses articles, while a bulk comes in. It has the priority of the thread that starts it. */
const methods: ParserMethods = { parse: (lines) => lines.map(parseLine) };

if (parentPort) talk(parentPort, methods);
