import { ALL_SCOPES, type Scope } from "./scopes.ts";

const READER: Scope[] = [
  "articles:read",
  "feeds:read",
  "partners:read",
  "push:read",
  "sources:read",
  "audience:read",
  "log:read",
];
const WRITER: Scope[] = [...READER, "drafts:write", "files:write"];
const EDITOR: Scope[] = [...WRITER, "articles:write", "sources", "export"];

/** What each role may do. */
export const ROLES = {
  owner: ALL_SCOPES,
  editor: new Set(EDITOR),
  writer: new Set(WRITER),
  reader: new Set(READER),
} satisfies Record<string, ReadonlySet<Scope>>;

export type PersonRole = keyof typeof ROLES;
