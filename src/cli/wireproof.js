#!/usr/bin/env node
// Plain JavaScript, for any Node that there is: the commands want a newer one, and get the one that came with the packages.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { isatty } from "node:tty";
import { fileURLToPath, pathToFileURL } from "node:url";

const MIN_NODE = 24;

/** Each is what `npm run` calls so. */
const COMMANDS = {
  start: "runs the service on this machine",
  import: "stores what you have in a running service",
  verify: "proofreads anybody's feeds, or those of a running service",
  partners: "partners of a running service, their keys and receipts",
  backup: "copies this machine's store",
  restore: "puts a copy of the store back",
  export: "all that is stored in a running service",
  edge: "runs the service in workerd, from a clone of the sources",
  deploy: "deploys the service to Cloudflare, from a clone of the sources",
};

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const [command = "help", ...args] = process.argv.slice(2);

if (["help", "--help", "-h"].includes(command) && !isCommand(args[0])) console.log(usage());
else if (command === "--version") console.log(manifest.version);
else if (command === "help") run(args[0], ["--help"]);
else if (isCommand(command)) run(command, args);
else fail(`there is no command ${JSON.stringify(command)}\n\n${usage()}`);

/** @param {string | undefined} name */
function isCommand(name) {
  return name !== undefined && Object.hasOwn(COMMANDS, name);
}

function usage() {
  const lines = Object.entries(COMMANDS).map(([name, what]) => `  ${name.padEnd(10)} ${what}`);
  return `wireproof COMMAND [OPTIONS]\n\n${lines.join("\n")}\n\nwireproof help COMMAND tells a command's options, wireproof --version the version.`;
}

/**
 * @param {string} name
 * @param {string[]} words
 */
function run(name, words) {
  const script = manifest.scripts[name];
  if (script === undefined)
    fail(`${name} wants a clone of the sources, and Cloudflare's tools with them: run it there`);
  const [, ...fixed] = script.split(" ");
  const child = spawn(newNode(), [...fixed.map(fromRoot), ...words], {
    stdio: "inherit",
    // As npm puts them there: `deploy` looks for wrangler.
    env: {
      ...process.env,
      WIREPROOF_COMMAND: name,
      PATH: [join(ROOT, "node_modules/.bin"), process.env.PATH].join(delimiter),
    },
  });
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // A terminal's Ctrl+C is told to both: a second one would not wait for what is in hand.
  const ofTerminal = [0, 1, 2].some((descriptor) => isatty(descriptor));
  process.on("SIGINT", () => ofTerminal || child.kill("SIGINT"));
  child.on("error", ({ message }) => fail(message));
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** Scripts name files from the root; this may be called from anywhere. @param {string} word */
function fromRoot(word) {
  if (word.startsWith("./")) return pathToFileURL(join(ROOT, word)).href;
  return /^(?:src|dist)\//.test(word) ? join(ROOT, word) : word;
}

/** This Node, or that of the packages, which comes for most machines. */
function newNode() {
  if (Number.parseInt(process.versions.node, 10) >= MIN_NODE) return process.execPath;
  const { resolve } = createRequire(import.meta.url);
  for (const name of Object.keys(manifest.optionalDependencies)) {
    try {
      const file = resolve(`${name}/package.json`);
      const node = join(dirname(file), JSON.parse(readFileSync(file, "utf8")).bin.node);
      if (existsSync(node)) return node;
    } catch {
      // Another machine's.
    }
  }
  return fail(`Node ${process.versions.node} is too old, and none came with the packages: take ${MIN_NODE} or newer`);
}

/** @param {string} reason */
function fail(reason) {
  console.error(`wireproof: ${reason}`);
  process.exit(2);
}
