// Plain JavaScript, for whichever Node a runner has: tells GitHub what a SARIF file says, as annotations of the files, as the step's
// summary, and as its outputs.
import { appendFileSync, readFileSync } from "node:fs";

/** What GitHub calls the levels of SARIF. */
const COMMANDS = { error: "error", warning: "warning", note: "notice" };

function tell({ tool, artifacts, results, invocations }) {
  for (const { level, ruleId, message, locations } of results)
    annotate(COMMANDS[level], ruleId, locations[0], (place) => `${place}${message.text}`);
  const unread = invocations.flatMap(({ toolExecutionNotifications }) => toolExecutionNotifications);
  for (const { message, locations } of unread)
    annotate("error", "Wireproof", locations[0], (place) => `${place || "It "}cannot be read: ${message.text}`);

  const rules = new Map(tool.driver.rules.map((rule) => [rule.id, rule]));
  const counted = artifacts.map(({ location, properties }) => ({ uri: location.uri, counts: properties.counts }));
  const totals = countsOf(counted, rules);
  write("GITHUB_OUTPUT", `errors=${totals.error}\nwarnings=${totals.warning}\n`);
  write("GITHUB_STEP_SUMMARY", summaryOf(counted, rules, unread.length));
}

/** @param {(place: string) => string} say what it says, behind the place where that is no file of the repository */
function annotate(command, title, { physicalLocation }, say) {
  const { artifactLocation, region } = physicalLocation;
  const isFile = isRelative(artifactLocation.uri);
  const place = isFile ? { file: nameOf(artifactLocation.uri), line: region?.startLine, col: region?.startColumn } : {};
  const properties = Object.entries({ ...place, title }).filter(([, value]) => value !== undefined);
  const line = region ? `:${region.startLine}:${region.startColumn ?? 1}` : "";
  const words = say(isFile ? "" : `${artifactLocation.uri}${line}: `);
  console.log(
    `::${command} ${properties.map(([key, value]) => `${key}=${inProperty(value)}`).join(",")}::${inData(words)}`,
  );
}

/** The repository's files are named from its root. */
const isRelative = (uri) => !/^[a-z][a-z0-9+.-]*:/i.test(uri);
const nameOf = (uri) => (isRelative(uri) ? decodeURIComponent(uri) : uri);

/** As the runner reads its commands (actions/toolkit, `command.ts`). What documents say acts on no terminal. */
const inData = (value) =>
  String(value)
    .replace(/(?![\r\n])\p{Cc}/gu, "\uFFFD")
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
const inProperty = (value) => inData(value).replaceAll(":", "%3A").replaceAll(",", "%2C");

function countsOf(documents, rules) {
  const totals = { error: 0, warning: 0, note: 0 };
  for (const { counts } of documents)
    for (const [id, count] of Object.entries(counts)) totals[rules.get(id)?.defaultConfiguration.level] += count;
  return totals;
}

/** Markdown: each document with its counts, and each rule that was broken with what it says. */
function summaryOf(documents, rules, unread) {
  const rows = documents.map((one) => {
    const { error, warning, note } = countsOf([one], rules);
    return `| ${cell(nameOf(one.uri))} | ${error} | ${warning} | ${note} |`;
  });
  const lines = [...rules.values()].map(
    ({ id, helpUri, shortDescription, defaultConfiguration: { level } }) =>
      `- ${level === "note" ? "advice" : level}: ${helpUri ? `[${id}](${helpUri})` : cell(id)}: ${cell(shortDescription.text)}`,
  );
  return [
    "### Feeds, proofread",
    ["| document | errors | warnings | advice |", "| --- | --- | --- | --- |", ...rows].join("\n"),
    ...(unread > 0 ? [`${unread} could not be read.`] : []),
    ...(lines.length > 0 ? [lines.join("\n")] : []),
  ]
    .join("\n\n")
    .concat("\n");
}

/** Names come from outside, and are no markup. */
const cell = (value) => value.replace(/[&<>|`[\]*_\\\r\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** GitHub names the files; away from it there are none. */
function write(variable, content) {
  const file = process.env[variable];
  if (file) appendFileSync(file, content);
}

const text = readFileSync(process.argv[2] ?? "", "utf8");
// Where the usage was wrong, nothing was written, and that has been told.
if (text !== "") tell(JSON.parse(text).runs[0]);
