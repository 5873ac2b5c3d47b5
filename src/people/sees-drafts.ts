import type { Scope } from "./scopes.ts";

/** Whether somebody sees everybody's drafts: those who may publish them do. To all others a stored draft is not there. */
export const seesDrafts = (scopes: ReadonlySet<Scope>): boolean => scopes.has("articles:write");
