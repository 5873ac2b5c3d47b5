import { setTimeout as wait } from "node:timers/promises";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import type { Catalog } from "../../feed/catalog.ts";
import type { NodeConfig } from "../config.ts";
import { nodeHome } from "../home.ts";
import { GRACE } from "../server/listen.ts";
import { databaseOn } from "../store/database.ts";
import { askReader } from "./ask-reader.ts";
import { talk } from "./calls.ts";
import type {
  BackData,
  BackMethods,
  FrontMethods,
  PublisherData,
  PublisherMethods,
  ReaderData,
  SenderData,
  SenderMethods,
  WriterData,
  WriterMethods,
} from "./contracts.ts";
import { Front } from "./front.ts";
import { type HandOn, handOnTo } from "./hand-on.ts";

/** The service at work: the main thread accepts requests and answers polls, the others do what takes longer. */
export interface Threads {
  front: Front;
  /** Lets the thread that answers all but polls answer a request. */
  handOn: HandOn;
  /** Answers any request with the metrics. */
  metrics: HandOn;
  /** Begins to publish, and to send. */
  publish(): Promise<void>;
  /** Ends all but this thread: counts are stored, and what is being published is. */
  stop(): Promise<void>;
}

/** What a thread's young objects may take. V8's own limit costs some hundred megabytes more under load, and is no faster here. */
const LIMITS = { maxYoungGenerationSizeMb: 3 };

/** @param onFault called once where a thread ends by itself: then the process had better end, too */
export function startThreads(
  config: NodeConfig,
  catalog: Catalog,
  file: string,
  onFault: (error: Error) => void,
): Threads {
  const shared = {
    catalog,
    file,
    secrets: config.secrets,
    metricsToken: config.metricsToken,
    logFormat: config.logFormat,
  };
  const writers = [new MessageChannel(), new MessageChannel(), new MessageChannel(), new MessageChannel()] as const;
  // Polls wait for nobody: what pages and the API read is read beside.
  const readers = [new MessageChannel(), new MessageChannel()] as const;
  const [handed, published, woken] = [new MessageChannel(), new MessageChannel(), new MessageChannel()];
  const [asked, told] = [new MessageChannel(), new MessageChannel()];

  const start = (
    name: string,
    workerData: WriterData | ReaderData | BackData | PublisherData | SenderData,
    ports: MessagePort[],
  ): Worker => {
    const worker = new Worker(new URL(`./${name}.js`, import.meta.url), {
      name,
      workerData,
      transferList: ports,
      resourceLimits: LIMITS,
    });
    worker.on("error", onFault);
    return worker;
  };
  const writerPorts = {
    ...{ front: writers[0].port2, back: writers[1].port2 },
    ...{ publisher: writers[2].port2, sender: writers[3].port2 },
  };
  const writer = start("writer", { file, logFormat: config.logFormat, ports: writerPorts }, Object.values(writerPorts));
  for (const { port2 } of readers) start("reader", { file, port: port2 }, [port2]);
  const backPorts = {
    ...{ reader: readers[1].port1, writer: writers[1].port1 },
    ...{ publisher: woken.port1, sender: asked.port1, front: handed.port2 },
  };
  const { sampleFiles, hstsSubdomains } = config;
  start("back", { ...shared, sampleFiles, hstsSubdomains, ports: backPorts }, Object.values(backPorts));
  const publisherPorts = { writer: writers[2].port1, back: woken.port2, sender: told.port1, front: published.port2 };
  const publisher = start("publisher", { ...shared, ports: publisherPorts }, Object.values(publisherPorts));
  const senderPorts = { writer: writers[3].port1, back: asked.port2, publisher: told.port2 };
  const sender = start("sender", { ...shared, ports: senderPorts }, Object.values(senderPorts));

  const write = talk<WriterMethods>(writers[0].port1);
  const home = nodeHome({
    db: databaseOn(askReader(readers[0].port1), (queries) => write("write", [queries])),
    secrets: config.secrets,
    wake: (delaySeconds) => tellPublisher("wake", [delaySeconds]),
    wakeSender: (delaySeconds) => tellSender("wake", [delaySeconds]),
  });
  const back = talk<BackMethods, Pick<FrontMethods, "flush" | "traffic">>(handed.port1, {
    flush: () => front.flush(),
    traffic: () => front.traffic(),
  });
  const handOn = handOnTo((request, transfer) => back("fetch", [request], transfer));
  const front = new Front(home, catalog, config, {
    back: handOn,
    awaken: (...poll) => tellPublisher("awaken", poll),
  });
  talk<object, Pick<FrontMethods, "confirm">>(published.port1, { confirm: (...edition) => front.confirm(...edition) });
  const tellPublisher = talk<PublisherMethods>(publisher);
  const tellSender = talk<SenderMethods>(sender);
  const tellWriter = talk<WriterMethods>(writer);

  return {
    front,
    handOn,
    metrics: handOnTo((request, transfer) => back("metrics", [request], transfer)),
    async publish() {
      await Promise.all([tellPublisher("start", []), tellSender("start", [])]);
    },
    async stop() {
      const finished = Promise.all([front.flush(), tellPublisher("stop", []), tellSender("stop", [])]);
      // What is not published by then is stale in the store, and the first thing that the next start does.
      await Promise.race([finished, wait(GRACE, undefined, { ref: false })]);
      await tellWriter("stop", []);
    },
  };
}
