import { parentPort, workerData } from "node:worker_threads";
import type { Published } from "../../service/jobs/publish.ts";
import { takingUp } from "../../service/jobs/take-up.ts";
import { publishing } from "../../service/publishing.ts";
import { nodeHome } from "../home.ts";
import { logAs } from "../logs.ts";
import { Rounds } from "../rounds.ts";
import { databaseOn } from "../store/database.ts";
import { Connection } from "../store/sqlite.ts";
import { talk } from "./calls.ts";
import type { BackMethods, FrontMethods, PublisherData, PublisherMethods, WriterMethods } from "./contracts.ts";
import { yieldToPolls } from "./priority.ts";

/** Composing takes all that it is given; readers and editors come first. */
const NICENESS = 10;

/** The thread that composes, verifies and publishes: no poll waits for it, and no editor. */
const { catalog, secrets, logFormat, file, ports } = workerData as PublisherData;
yieldToPolls(NICENESS);
const write = talk<WriterMethods>(ports.writer);
const front = talk<FrontMethods>(ports.front);

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
});
const memory: Pick<FrontMethods, "confirm"> = { confirm: (...edition) => void front("confirm", edition) };
const publisher = publishing(home, catalog, memory, takingUp(home, catalog));
const rounds = new Rounds(publisher);

const back = talk<BackMethods, Pick<PublisherMethods, "wake">>(ports.back, { wake: methods.wake });
logAs(logFormat, ({ event, outcome, milliseconds }) => {
  if (event === "publish") void back("published", [outcome as Published["outcome"], Number(milliseconds)]);
});
if (parentPort) talk(parentPort, methods);
