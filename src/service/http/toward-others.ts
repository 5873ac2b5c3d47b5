import { isPrivateHost } from "../../partner/address.ts";
import type { Reach } from "../home.ts";

/** By what the service makes itself known to others' servers (RFC 9110 §10.1.5). @param base its own address */
export const userAgentOf = (base: string): string => `Wireproof (+${base})`;

/** Whose servers the newsroom has it ask: one that is local itself may ask its neighbours, any other the public net alone. */
export const reachOf = (base: string): Reach => (isPrivateHost(new URL(base).hostname) ? "any" : "public");
