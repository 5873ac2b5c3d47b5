import { createHash, randomBytes } from "node:crypto";

/** A new secret of 256 random bits: a session's, or a link's. */
export const mintSecret = (): string => randomBytes(32).toString("base64url");

/** A new name for something: no secret, and no other has it. */
export const mintId = (): string => randomBytes(8).toString("hex");

/** What is kept of a secret of so much chance: one SHA-256 cannot be guessed back, so it needs no slow hash. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");
