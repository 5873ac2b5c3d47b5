import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";

/** Where both homes read secrets on this machine; git ignores it. */
const FILE = ".dev.vars";

export const NO_TOKEN =
  "there is no publish token: give --token, set PUBLISH_TOKEN, or let `npm start` write .dev.vars";

/** The publish token of the environment or of `.dev.vars`, if there is one. */
export const findToken = (): string | undefined => findVariable("PUBLISH_TOKEN");

/** What the environment says, or `.dev.vars` where that says nothing. */
export function findVariable(name: string): string | undefined {
  const inFile = new RegExp(`^${name}[ \\t]*=[ \\t]*["']?([^"'\\s]+)`, "m");
  return process.env[name] || inFile.exec(readVariables())?.[1];
}

/** The publish token; where there is none, a random one is made and written to `.dev.vars`. */
export async function publishToken(): Promise<string> {
  const found = findToken();
  if (found) return found;
  const token = randomBytes(24).toString("base64url");
  await addVariable("PUBLISH_TOKEN", token);
  return token;
}

/** Statements are signed with a key of this machine's own: where there is none, a new one is written to `.dev.vars`. */
export async function ensureSigningKey(): Promise<void> {
  if (process.env.SIGNING_KEY || /^SIGNING_KEY\s*=/m.test(readVariables())) return;
  const key = generateKeyPairSync("ed25519").privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
  await addVariable("SIGNING_KEY", key);
}

const readVariables = (): string => (existsSync(FILE) ? readFileSync(FILE, "utf8") : "");

/** On a line of its own, also where the last line was left open. The file holds secrets: nobody else may read it. */
async function addVariable(name: string, value: string): Promise<void> {
  const before = readVariables();
  const line = `${name}=${value}\n`;
  await writeFile(FILE, before === "" || before.endsWith("\n") ? line : `\n${line}`, { flag: "a", mode: 0o600 });
}
