import { readFile } from "node:fs/promises";
import { isObject } from "../../import/values/json.ts";
import { isOfItsTime, signerOf } from "../../partner/signed-by.ts";
import type { PublicKey, SignedStatement } from "../../partner/statement.ts";
import { parseJsonStrictly } from "../../verify/parse/json.ts";
import { type ServiceClient, unexpected } from "../service.ts";

const KEYS = "/.well-known/wireproof-keys.json";

/** `refused`: the statement is not to be relied on, and why, as the rest of a sentence. */
export type StatementCheck = { status: "genuine" } | { status: "refused"; why: string };

/**
 * Whether a file holds a statement as the service signed it, and nothing else: what no signature covers, a reader might take for
 * part of it. The public keys alone prove that: anybody can do this, without a token.
 *
 * @throws one line where the file is no statement, or the service does not give its keys
 */
export async function checkFile(file: string, service: Pick<ServiceClient, "ask">): Promise<StatementCheck> {
  const text = decoded(await readFile(file));
  const signed = text === null ? null : parseStatement(text);
  if (text === null || !signed) throw new Error(`${file} holds no signed statement`);
  const uncovered = findUncovered(text, signed);
  if (uncovered !== null) return refused(uncovered);
  const answer = await service.ask("GET", KEYS);
  if (answer.status !== 200 || !isKeyList(answer.body)) throw new Error(`GET ${KEYS} ${unexpected(answer)}`);
  const key = await signerOf(signed, answer.body.keys);
  if (!key) return refused("no key of its has signed this");
  const issuedAt = String(signed.statement.issued_at);
  return isOfItsTime(issuedAt, key) ? { status: "genuine" } : refused(`of ${issuedAt}, its key signed ${timeOf(key)}`);
}

const refused = (why: string): StatementCheck => ({ status: "refused", why });

/** A file's text; null where it is no UTF-8. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parseStatement(text: string): SignedStatement | null {
  const parsed = parseJsonStrictly(text);
  return parsed.status === "parsed" && isSignedStatement(parsed.value) ? parsed.value : null;
}

/** Enough to be checked: what the statement says is only believed once its signature is good. */
const isSignedStatement = (value: unknown): value is SignedStatement =>
  isObject(value) && isObject(value.statement) && typeof value.jws === "string";

/** What stands in the file that a signature over its canonical form (RFC 8785) does not cover; null: nothing. */
function findUncovered(text: string, signed: SignedStatement): string | null {
  const header = Buffer.from(signed.jws.split(".", 1)[0] ?? "", "base64url").toString();
  const more = Object.keys(signed).filter((name) => name !== "statement" && name !== "jws");
  if (more.length > 0)
    return `no signature covers ${more.map((name) => JSON.stringify(name)).join(", ")} beside the statement`;
  const [fault] = [text, header].flatMap((json) => parseJsonStrictly(json).faults);
  return fault ?? findInexactNumber(text);
}

/** A number with digits that do not count: what was signed is the number nearest to it (RFC 8785 §3.2.2.3). */
function findInexactNumber(text: string): string | null {
  let found: string | null = null;
  const note = (_: string, value: unknown, { source }: { source?: string } = {}): unknown => {
    if (typeof value === "number" && source !== String(value)) found ??= `${source} was signed as ${value}`;
    return value;
  };
  JSON.parse(text, note);
  return found;
}

const timeOf = ({ nbf, exp }: PublicKey): string =>
  [
    ...(nbf === undefined ? [] : [`from ${new Date(nbf * 1000).toISOString()}`]),
    ...(exp === undefined ? [] : [`to ${new Date(exp * 1000).toISOString()}`]),
  ].join(" ");

const isKeyList = (body: unknown): body is { keys: PublicKey[] } => isObject(body) && Array.isArray(body.keys);
