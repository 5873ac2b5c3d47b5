import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";

/** Where `wrangler dev` reads secrets; git ignores it. */
const FILE = ".dev.vars";

/** The publish token of the environment or of `.dev.vars`, if there is one. */
export function findToken(): string | undefined {
  if (process.env.PUBLISH_TOKEN) return process.env.PUBLISH_TOKEN;
  const text = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
  return /^PUBLISH_TOKEN\s*=\s*["']?([^"'\s]+)/m.exec(text)?.[1];
}

/** The same; where there is none, a random one is written to `.dev.vars`. */
export async function publishToken(): Promise<string> {
  const found = findToken();
  if (found) return found;
  const token = randomBytes(24).toString("base64url");
  await writeFile(FILE, `PUBLISH_TOKEN=${token}\n`, { flag: "a", mode: 0o600 });
  return token;
}

/** Statements are signed with a key of this machine's own: where there is none, a new one is written to `.dev.vars`. */
export async function ensureSigningKey(): Promise<void> {
  const text = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
  if (/^SIGNING_KEY\s*=/m.test(text)) return;
  const key = generateKeyPairSync("ed25519").privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
  const line = `SIGNING_KEY=${key}\n`;
  await writeFile(FILE, text === "" || text.endsWith("\n") ? line : `\n${line}`, { flag: "a", mode: 0o600 });
}
