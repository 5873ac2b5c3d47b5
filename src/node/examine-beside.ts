import type { Examination, Given } from "../service/examination.ts";
import type { Home, Reach } from "../service/home.ts";

/** What a thread that proofreads begins with. */
export interface ProofreadTask {
  given: Given;
  base: string;
  at: number;
  reach: Reach;
}

/** As much of a `Worker` as is asked of it. */
interface ProofreadThread {
  once(event: "message", listener: (examined: Examination) => void): unknown;
  once(event: "error", listener: (fault: NodeJS.ErrnoException) => void): unknown;
  once(event: "exit", listener: () => void): unknown;
  terminate(): Promise<unknown>;
}

/** How long a proofreading may take, with all that is fetched for it. Milliseconds. */
export const EXAMINED_WITHIN = 90_000;

/**
 * Proofreads in a thread a task: whatever a document does to it, the others go on, and it has an end.
 *
 * @param start starts the thread, which posts what it came to, and ends
 */
export const examineBeside =
  (start: (task: ProofreadTask) => ProofreadThread): NonNullable<Home["examine"]> =>
  (given, base, at, reach) =>
    new Promise<Examination>((resolve, reject) => {
      const worker = start({ given, base, at, reach });
      const unread = (why: string) => resolve({ status: "unread", why });
      const end = setTimeout(() => {
        unread(`it takes more than ${EXAMINED_WITHIN / 1000} seconds`);
        void worker.terminate();
      }, EXAMINED_WITHIN);
      worker.once("message", resolve);
      worker.once("error", (fault: NodeJS.ErrnoException) =>
        fault.code === "ERR_WORKER_OUT_OF_MEMORY" ? unread("it takes more memory than there is for it") : reject(fault),
      );
      // What was posted has come before.
      worker.once("exit", () => {
        clearTimeout(end);
        reject(new Error("the proofreader ended, and said nothing"));
      });
    });
