import { readFile } from "node:fs/promises";
import { isObject } from "../../import/values/json.ts";
import { isSignedBy } from "../../partner/signed-by.ts";
import type { PublicKey, SignedStatement } from "../../partner/statement.ts";
import { type ServiceClient, unexpected } from "../service.ts";

const KEYS = "/.well-known/wireproof-keys.json";

/**
 * Whether a file holds a statement as the service signed it. The public key alone proves that: anybody can do this,
 * without a token.
 * @throws one line where the file is no statement, or the service does not give its keys
 */
export async function isGenuine(file: string, service: Pick<ServiceClient, "ask">): Promise<boolean> {
  const statement = parseStatement(await readFile(file, "utf8"));
  if (!statement) throw new Error(`${file} holds no signed statement`);
  const answer = await service.ask("GET", KEYS);
  if (answer.status !== 200 || !isKeyList(answer.body)) throw new Error(`GET ${KEYS} ${unexpected(answer)}`);
  return isSignedBy(statement, answer.body.keys);
}

function parseStatement(text: string): SignedStatement | null {
  try {
    const value: unknown = JSON.parse(text);
    return isSignedStatement(value) ? value : null;
  } catch {
    return null;
  }
}

/** Enough to be checked: what the statement says is only believed once its signature is good. */
const isSignedStatement = (value: unknown): value is SignedStatement =>
  isObject(value) && isObject(value.statement) && typeof value.jws === "string";

const isKeyList = (body: unknown): body is { keys: PublicKey[] } => isObject(body) && Array.isArray(body.keys);
