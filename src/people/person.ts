import * as z from "zod";
import { type PersonRole, ROLES } from "./roles.ts";
import { SCOPES, type Scope } from "./scopes.ts";

/** Somebody who may come to the desk. */
export interface DeskPerson {
  id: string;
  /** The name one signs in by. */
  login: string;
  name: string;
  role: PersonRole;
}

/** What each role does, as what goes on after "who". */
export const ROLE_WORDS: Record<PersonRole, string> = {
  owner: "does everything, people, keys and partners included",
  editor: "does everything about stories",
  writer: "writes drafts of their own",
  reader: "looks, and changes nothing",
};

/** The roles, the one that may do most first. */
export const ROLE_NAMES = Object.keys(ROLES) as [PersonRole, ...PersonRole[]];

/** Whether who has `scopes` may give all of `wanted` to somebody: nobody gives more than one has. */
export const mayGive = (scopes: ReadonlySet<Scope>, wanted: Iterable<Scope>): boolean =>
  [...wanted].every((scope) => scopes.has(scope));

const MAX_NAME = 100;
/** Characters of a name one signs in by. */
export const MAX_LOGIN = 60;

/** A name of somebody, or of a key, as people write it. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, "is empty")
  .max(MAX_NAME, `is longer than ${MAX_NAME} characters`)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, "has characters that nobody sees");

/** Capitals are no difference: `Ada` signs in as `ada`. */
export const loginSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "is empty")
  .max(MAX_LOGIN, `is longer than ${MAX_LOGIN} characters`)
  .regex(/^[a-z0-9][a-z0-9._@+-]*$/, "must be letters from a to z, digits, and . _ @ + or -");

export const roleSchema = z.enum(ROLE_NAMES);

const scopeSchema = z.enum(Object.keys(SCOPES) as [Scope, ...Scope[]]);

/** Scopes, each once. */
export const scopesSchema = z
  .array(scopeSchema)
  .min(1, "are none")
  .transform((scopes) => [...new Set(scopes)]);

/** A name to sign in by that fits somebody's name: `Ada Quayle` → `ada.quayle`; empty where nothing of it fits. */
export const suggestLogin = (name: string): string =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9\s-]/g, "")
    .trim()
    .split(/\s+/)
    .join(".")
    .slice(0, MAX_LOGIN);
