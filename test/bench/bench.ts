import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { benchBill } from "./bill.ts";
import { benchCalls } from "./calls.ts";
import { benchCost } from "./cost.ts";
import { benchDefinitions } from "./definitions.ts";
import { benchEdition } from "./edition.ts";
import { benchFamilies } from "./families.ts";
import { type Figure, table } from "./figures.ts";
import { benchHostile } from "./hostile.ts";
import { benchHub } from "./hub.ts";
import { benchImport } from "./import.ts";
import { benchLists } from "./lists.ts";
import { benchMachineBusy } from "./machine-busy.ts";
import { benchMachinePoll } from "./machine-poll.ts";
import { benchMany } from "./many.ts";
import { benchMemory } from "./memory.ts";
import { benchPoll } from "./poll.ts";
import { benchProofread } from "./proofread.ts";
import { benchScale } from "./scale.ts";

const USAGE = `npm run bench -- [compose] [poll] [machine] [busy] [calls] [bill] [scale] [cost] [hostile] [memory] [many]
                    [many-edge] [edition] [definitions] [families] [import] [lists] [proofread] [hub] [--long] [--before DIR]

Without names, all parts. --long: 100,000 stories in busy, calls for 60 s, memory for 10 minutes, 15 stories in
many, 100,000 posts in import, and hub for 10 minutes with 50 kills.
--before: another checkout, with its packages, that many, many-edge and edition run beside this one.`;

const PARTS: Record<string, (long: boolean, before?: string) => Promise<Figure[]>> = {
  compose: async () => {
    await import("./compose.ts");
    return [];
  },
  poll: benchPoll,
  machine: benchMachinePoll,
  busy: benchMachineBusy,
  calls: benchCalls,
  bill: benchBill,
  scale: benchScale,
  cost: benchCost,
  hostile: benchHostile,
  memory: benchMemory,
  many: (long, before) => benchMany("Node", long, before),
  "many-edge": (long, before) => benchMany("workerd", long, before),
  edition: benchEdition,
  definitions: benchDefinitions,
  families: benchFamilies,
  import: benchImport,
  lists: benchLists,
  proofread: benchProofread,
  hub: benchHub,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    long: { type: "boolean", default: false },
    before: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
const wanted = positionals.length === 0 ? Object.keys(PARTS) : positionals;
if (values.help || wanted.some((name) => !(name in PARTS))) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}
console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.version}, ${new Date().toISOString()}`,
);
const start = performance.now();
const figures: Figure[] = [];
for (const name of wanted) {
  console.log(`\n== ${name}\n`);
  figures.push(...((await PARTS[name]?.(values.long, values.before)) ?? []));
}
if (figures.length > 0) {
  console.log("\n== all\n");
  table(["figure", "seen", "aim", "met"], figures);
}
console.log(`\n${Math.round((performance.now() - start) / 1000)} s`);
