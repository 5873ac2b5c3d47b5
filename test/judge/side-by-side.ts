import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { decodeDocument } from "../../src/proofread/bytes/decode.ts";
import { proofreadDecoded } from "../../src/proofread/proofread-bytes.ts";
import { tells } from "./tells.ts";
import { w3cVerdicts } from "./w3c-events.ts";

/** What the W3C validator says of feeds that the proofreader does not, and the other way round; advice is left out. */

const [checkout, ...files] = process.argv.slice(2);
if (!checkout || files.length === 0) {
  console.error("Arguments: a checkout of github.com/w3c/feedvalidator, then files.");
  process.exit(2);
}
for (const [file, { events }] of Object.entries(w3cVerdicts(checkout, files))) {
  const read = await proofreadDecoded(decodeDocument(readFileSync(file)), { most: Number.POSITIVE_INFINITY });
  const ours = read.findings.filter(({ severity }) => severity !== "advice");
  const theirs = events.filter(({ kind }) => kind !== "info");
  const onlyTheirs = theirs.filter((event) => !ours.some(({ rule }) => tells(event, rule)));
  const onlyOurs = ours.filter(({ rule }) => !theirs.some((event) => tells(event, rule)));
  console.log(`${basename(file)}: ${theirs.length} of the W3C validator's, ${ours.length} of ours`);
  for (const [name, same] of Map.groupBy(onlyTheirs, (event) => event.class))
    console.log(`  only W3C, ${same[0]?.kind}: ${name} ×${same.length}: ${JSON.stringify(same[0]?.params)}`);
  for (const [rule, same] of Map.groupBy(onlyOurs, (finding) => finding.rule))
    console.log(`  only ours, ${same[0]?.severity}: ${rule} ×${same.length}: ${same[0]?.where}: ${same[0]?.message}`);
}
