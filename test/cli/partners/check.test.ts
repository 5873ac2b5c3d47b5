import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isGenuine } from "../../../src/cli/partners/check.ts";
import type { ServiceAnswer } from "../../../src/cli/service.ts";
import { readSigningKey, type SignedStatement, signStatement } from "../../../src/partner/statement.ts";

/** PKCS #8 of RFC 8037 Appendix A.1: everybody's, so nobody's. */
const KEY = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

let folder = "";
let signed: SignedStatement;
let keys: ServiceAnswer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wireproof-check-"));
  const key = await readSigningKey(KEY);
  if (!key) throw new Error("the key cannot be read");
  const report = { article: "story", revisions: [], complete: true, waiting: [] };
  signed = await signStatement(
    { ...report, issuer: "The Gazette", issued_at: "2026-03-03T00:00:00Z", url: "https://gazette.example/" },
    key,
  );
  keys = answer(200, { keys: [key.publicKey] });
});
afterAll(() => rm(folder, { recursive: true }));

const answer = (status: number, body: unknown): ServiceAnswer => ({ status, text: JSON.stringify(body) ?? "", body });

/** Whether a file of this text is genuine to a service of these keys; or why that cannot be said. */
async function check(text: string, published = keys): Promise<unknown> {
  const file = join(folder, "statement.json");
  await writeFile(file, text);
  const asked: string[] = [];
  const ask = async (method: string, path: string) => {
    asked.push(`${method} ${path}`);
    return published;
  };
  const result = await isGenuine(file, { ask }).catch((error: Error) => error.message.replace(file, "FILE"));
  return asked.length === 0 ? { unasked: result } : result;
}

describe("isGenuine", () => {
  it("knows a statement again that the service signed, however its file is laid out", async () => {
    expect(await check(JSON.stringify(signed))).toBe(true);
    expect(await check(`\n${JSON.stringify({ jws: signed.jws, statement: signed.statement }, null, 4)}\n`)).toBe(true);
  });

  it("does not take a statement that was changed", async () => {
    const { jws, statement } = signed;
    expect(await check(JSON.stringify({ jws, statement: { ...statement, article: "other" } }))).toBe(false);
    expect(await check(JSON.stringify({ jws, statement: { ...statement, more: 1 } }))).toBe(false);
    expect(await check(JSON.stringify({ statement, jws: `${jws.slice(0, -4)}AAAA` }))).toBe(false);
  });

  it("does not take one that another key signed", async () =>
    expect(await check(JSON.stringify(signed), answer(200, { keys: [] }))).toBe(false));

  it.each([
    ["no JSON", "wp_0a_secret"],
    ["nothing", ""],
    ["a list", "[]"],
    ["a statement without a signature", '{"statement":{}}'],
    ["a signature without a statement", '{"jws":"a..b"}'],
    ["a statement that is text", '{"statement":"x","jws":"a..b"}'],
  ])("asks for no key where the file holds %s", async (_, text) =>
    expect(await check(text)).toEqual({ unasked: "FILE holds no signed statement" }),
  );

  it("says which file it cannot read", async () => {
    const ask = () => Promise.reject(new Error("asked"));
    await expect(isGenuine(join(folder, "gone.json"), { ask })).rejects.toThrow(/ENOENT.*gone\.json/);
  });

  it.each([
    ["has no keys", answer(404, { detail: "No key." }), "answered 404: No key."],
    ["is another server", answer(200, undefined), "answered 200, but not as a Wireproof service does"],
    ["gives keys of another kind", answer(200, { keys: {} }), "answered 200, but not as a Wireproof service does"],
  ])("does not say that a statement is wrong where the service %s", async (_, published, told) =>
    expect(await check(JSON.stringify(signed), published)).toBe(`GET /.well-known/wireproof-keys.json ${told}`),
  );
});
