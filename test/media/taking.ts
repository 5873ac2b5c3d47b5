import { type TakenFile, takeFile } from "../../src/media/take.ts";

export const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
export const of = (characters: string): Uint8Array => new Uint8Array(Buffer.from(characters, "latin1"));
export const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

export async function taken(bytes: Uint8Array): Promise<Extract<TakenFile, { status: "taken" }>> {
  const result = await takeFile(bytes);
  if (result.status === "refused") throw new Error(result.detail);
  return result;
}

export async function refusal(bytes: Uint8Array): Promise<string> {
  const result = await takeFile(bytes);
  if (result.status === "taken") throw new Error(`it was taken as ${result.type}`);
  return `${result.why}: ${result.detail}`;
}
