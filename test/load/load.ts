import { parseArgs } from "node:util";
import { onNode } from "./on-node.ts";
import { runLoad, STALE_BOUND } from "./run.ts";

const USAGE = `npm run load -- [--pollers 2000] [--seconds 120] [--changes 10] [--pause 1000]

Pollers that fetch RSS, Atom and JSON together, at once, while articles change so many times a second.`;

const { values } = parseArgs({
  options: {
    pollers: { type: "string", default: "2000" },
    seconds: { type: "string", default: "120" },
    changes: { type: "string", default: "10" },
    pause: { type: "string", default: "1000" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const load = {
  pollers: Number(values.pollers),
  seconds: Number(values.seconds),
  changesPerSecond: Number(values.changes),
  pause: Number(values.pause),
};
const { requests, statuses, editions, together, stale, change, faults } = await onNode((target) =>
  runLoad(target, load),
);
console.log(
  `${load.pollers} pollers, ${load.seconds} s, ${load.changesPerSecond} changes a second: ${editions} editions, ${requests} requests`,
);
console.log(
  `answers                   ${Object.entries(statuses)
    .map(([status, count]) => `${status}: ${count}`)
    .join(", ")}`,
);
console.log(
  `three formats together    ${together.same} of one edition, ${together.neighbours} of neighbours, ${together.meanwhile} of editions that came meanwhile, ${together.torn} torn`,
);
console.log(
  `a replaced edition served  for ${stale.p50} ms (median), ${stale.p99} ms (p99), ${stale.most} ms at most; the bound is ${STALE_BOUND} ms`,
);
console.log(
  `a change not yet seen     for ${change.p50} ms (median), ${change.p99} ms (p99), ${change.most} ms at most`,
);
console.log(
  `faults                    ${faults.length}${faults.length > 0 ? `, such as: ${faults.slice(0, 5).join("; ")}` : ""}`,
);
process.exitCode = faults.length === 0 && together.torn === 0 && stale.most <= STALE_BOUND ? 0 : 1;
