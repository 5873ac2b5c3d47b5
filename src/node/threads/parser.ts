import { parentPort } from "node:worker_threads";
import { parseLine } from "../../article/parse-line.ts";
import { talk } from "./calls.ts";
import type { ParserMethods } from "./contracts.ts";
import { yieldToPolls } from "./priority.ts";

/** As the thread that asks for it has. */
const NICENESS = 5;

/** A thread that parses articles, while a bulk comes in. */
yieldToPolls(NICENESS);

const methods: ParserMethods = { parse: (lines) => lines.map(parseLine) };

if (parentPort) talk(parentPort, methods);
