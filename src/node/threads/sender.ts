import { parentPort, workerData } from "node:worker_threads";
import { Sender } from "../../service/sending/sender.ts";
import { allErrands } from "../../service/sending.ts";
import { nodeHome } from "../home.ts";
import { logAs } from "../logs.ts";
import { SendingRounds } from "../sending-rounds.ts";
import { databaseOn } from "../store/database.ts";
import { Connection } from "../store/sqlite.ts";
import { talk } from "./calls.ts";
import type { PublisherMethods, SenderData, SenderMethods, WriterMethods } from "./contracts.ts";
import { COMPOSING, yieldToPolls } from "./priority.ts";

/** The thread that sends to subscribers and webhooks: no poll waits for it, and no edition. */
const { catalog, secrets, logFormat, file, ports } = workerData as SenderData;
logAs(logFormat);
yieldToPolls(COMPOSING);
const write = talk<WriterMethods>(ports.writer);

const methods: SenderMethods = {
  start: () => rounds.start(),
  wake: (delaySeconds) => rounds.wake(delaySeconds * 1_000),
  stop: () => rounds.stop(),
};
const publisher = talk<PublisherMethods, Pick<SenderMethods, "wake">>(ports.publisher, { wake: methods.wake });
const home = nodeHome({
  db: databaseOn(new Connection(file, { readOnly: true }), (queries) => write("write", [queries])),
  secrets,
  wake: (delaySeconds) => publisher("wake", [delaySeconds]),
  wakeSender: async (delaySeconds) => methods.wake(delaySeconds),
});
const errands = allErrands({ home, catalog, awaken: (slug) => publisher("awaken", [slug]) });
/** What one machine has in hand at once: a second's worth of requests that take a tenth of one, ten times over. */
const PLACES = { quick: 64, all: 512, perHost: 4, soon: 1_000 };
const rounds = new SendingRounds(new Sender(home, errands, PLACES));
talk<object, Pick<SenderMethods, "wake">>(ports.back, { wake: methods.wake });
if (parentPort) talk(parentPort, methods);
