import { availableParallelism } from "node:os";
import { parentPort, Worker, workerData } from "node:worker_threads";
import type { Published } from "../../service/jobs/publish.ts";
import { takingUp } from "../../service/jobs/take-up.ts";
import type { LogEntry } from "../../service/log.ts";
import { publishing } from "../../service/publishing.ts";
import { StoreFault } from "../../service/store-fault.ts";
import { Composers, composerIn } from "../composers.ts";
import { nodeHome } from "../home.ts";
import { logAs } from "../logs.ts";
import { Rounds } from "../rounds.ts";
import { databaseOn } from "../store/database.ts";
import { Connection } from "../store/sqlite.ts";
import { talk } from "./calls.ts";
import type {
  BackMethods,
  ComposerData,
  ComposerMethods,
  ForComposers,
  FrontMethods,
  PublisherData,
  PublisherMethods,
  SenderMethods,
  WriterMethods,
} from "./contracts.ts";
import { COMPOSING, yieldToPolls } from "./priority.ts";

/**
 * One for each core, for what composes yields to polls; and no more than this, for each holds memory of its own, and what they compose is
 * written by one thread.
 */
const MAX_COMPOSERS = 4;

/** What composing leaves is garbage at once. */
const COMPOSER_LIMITS = { maxYoungGenerationSizeMb: 8 };

/** The thread that composes, verifies and publishes: no poll waits for it, and no editor. */
const { catalog, secrets, logFormat, file, ports } = workerData as PublisherData;
yieldToPolls(COMPOSING);
const write = talk<WriterMethods>(ports.writer);
const front = talk<FrontMethods>(ports.front);
const sender = talk<SenderMethods, Pick<PublisherMethods, "awaken" | "wake">>(ports.sender, {
  awaken: (...poll) => methods.awaken(...poll),
  wake: (delaySeconds) => methods.wake(delaySeconds),
});

const methods: PublisherMethods = {
  start: () => rounds.start(),
  wake: (delaySeconds) => rounds.wake(delaySeconds * 1000),
  awaken: (...poll) => publisher.awaken(...poll),
  stop: () => rounds.stop(),
};
const home = nodeHome({
  db: databaseOn(new Connection(file, { readOnly: true }), (queries) => write("write", [queries])),
  secrets,
  wake: async (delaySeconds) => methods.wake(delaySeconds),
  wakeSender: (delaySeconds) => sender("wake", [delaySeconds]),
});
const memory: Pick<FrontMethods, "confirm"> = { confirm: (...edition) => void front("confirm", edition) };
const composers = new Composers(
  () => {
    const data: ComposerData = { catalog, file, logFormat };
    const worker = new Worker(new URL("./composer.js", import.meta.url), {
      name: "composer",
      workerData: data,
      resourceLimits: COMPOSER_LIMITS,
    });
    const composer = talk<ComposerMethods, ForComposers>(worker, {
      write: (queries) => write("write", [queries]),
      wake: methods.wake,
      wakeSender: (delaySeconds) => void sender("wake", [delaySeconds]),
      confirm: memory.confirm,
      logged: tellPublished,
    });
    return composerIn(worker, async (slug) => {
      const trouble = await composer("take", [slug]);
      if (trouble) throw new StoreFault(trouble);
    });
  },
  Math.min(availableParallelism(), MAX_COMPOSERS),
);
const publisher = publishing(home, catalog, memory, takingUp(home, catalog), composers);
const rounds = new Rounds(publisher);

const back = talk<BackMethods, Pick<PublisherMethods, "wake">>(ports.back, { wake: methods.wake });
function tellPublished({ event, outcome, milliseconds }: LogEntry): void {
  if (event === "publish") void back("published", [outcome as Published["outcome"], Number(milliseconds)]);
}
logAs(logFormat, tellPublished);
if (parentPort) talk(parentPort, methods);
