import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker, workerData } from "node:worker_threads";
import { takingUp } from "../../service/jobs/take-up.ts";
import { rooms } from "../../service/rooms.ts";
import { browserFilesIn } from "../browser-files.ts";
import { examineBeside } from "../examine-beside.ts";
import { nodeHome } from "../home.ts";
import { logAs } from "../logs.ts";
import type { Metrics } from "../metrics.ts";
import { metricsRoute } from "../metrics-route.ts";
import { Parsers } from "../parsers.ts";
import { SAMPLE_FILES_PATH, sampleFilesRoute } from "../sample-files.ts";
import { databaseOn } from "../store/database.ts";
import { folderFiles, folderOfFiles } from "../store/files.ts";
import { askReader } from "./ask-reader.ts";
import { talk } from "./calls.ts";
import type {
  BackData,
  BackMethods,
  FrontMethods,
  ParserMethods,
  PublisherMethods,
  SenderMethods,
  WriterMethods,
} from "./contracts.ts";
import { answerHanded } from "./hand-on.ts";
import { yieldToPolls } from "./priority.ts";

/** A bulk takes all that it is given, too; what it brings is published after it has come. */
const NICENESS = 5;

/** More would be used, and not be faster: what parsing leaves is garbage at once. */
const PARSER_LIMITS = { maxYoungGenerationSizeMb: 8 };

/** Four times what the worst document that is taken has been seen to need. */
const PROOFREADER_LIMITS = { maxOldGenerationSizeMb: 1_024 };

/** The thread that answers all that is no poll: the API, the desk, and the pages. */
const { catalog, secrets, metricsToken, logFormat, file, sampleFiles, hstsSubdomains, ports } = workerData as BackData;
logAs(logFormat);
yieldToPolls(NICENESS);
const write = talk<WriterMethods>(ports.writer);
const publisher = talk<PublisherMethods, Pick<BackMethods, "published">>(ports.publisher, {
  published: (...edition) => methods.published(...edition),
});
const sender = talk<SenderMethods>(ports.sender);

const parsers = new Parsers(() => {
  const worker = new Worker(new URL("./parser.js", import.meta.url), { name: "parser", resourceLimits: PARSER_LIMITS });
  const parser = talk<ParserMethods>(worker);
  return { parse: (lines) => parser("parse", [lines]), end: () => void worker.terminate() };
}, availableParallelism());

const home = nodeHome({
  db: databaseOn(askReader(ports.reader), (queries) => write("write", [queries])),
  secrets,
  hstsSubdomains,
  browserFiles: browserFilesIn(fileURLToPath(new URL("./browser", import.meta.url))),
  files: folderFiles(folderOfFiles(file)),
  wake: (delaySeconds) => publisher("wake", [delaySeconds]),
  wakeSender: (delaySeconds) => sender("wake", [delaySeconds]),
  parseLines: (lines) => parsers.parse(lines),
  examine: examineBeside(
    (task) =>
      new Worker(new URL("./proofreader.js", import.meta.url), {
        name: "proofreader",
        workerData: task,
        resourceLimits: PROOFREADER_LIMITS,
      }),
  ),
});
let loaded: Promise<Metrics> | undefined;
/** Loaded when somebody asks for them: where nobody does, they take no memory. */
const metrics = (): Promise<Metrics> => {
  loaded ??= import("../metrics.ts").then(
    ({ Metrics: Made }) =>
      new Made({ db: home.db, file, slugs: [...catalog.all.keys()], traffic: () => front("traffic", []) }),
  );
  return loaded;
};
const app = rooms(
  home,
  catalog,
  { flush: () => front("flush", []) },
  takingUp(home, catalog),
  metricsRoute(home, metricsToken, metrics).route(SAMPLE_FILES_PATH, sampleFilesRoute(sampleFiles)),
);
const methods: BackMethods = {
  fetch: answerHanded(app.fetch),
  metrics: answerHanded(async () => (await metrics()).answer()),
  published: (outcome, milliseconds) => void loaded?.then((made) => made.published(outcome, milliseconds)),
};
const front = talk<FrontMethods, BackMethods>(ports.front, methods);
