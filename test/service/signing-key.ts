import { generateKeyPairSync } from "node:crypto";

/** A new key to sign statements with, as a home has it. */
export const newSigningKey = (): string =>
  generateKeyPairSync("ed25519").privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
