import { parentPort, workerData } from "node:worker_threads";
import { examineGiven } from "../../service/proofread/examine-given.ts";
import type { ProofreadTask } from "../examine-beside.ts";
import { fetchOut } from "../fetch-out.ts";
import { yieldToPolls } from "./priority.ts";

/** Whoever comes with a document waits; editors and partners come first. */
const NICENESS = 10;

/** A thread that proofreads one document, or one page's, and ends. */
const { given, base, at, reach } = workerData as ProofreadTask;
yieldToPolls(NICENESS);
parentPort?.postMessage(await examineGiven(given, { fetchOut }, base, at, reach));
