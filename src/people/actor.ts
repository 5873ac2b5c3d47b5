/** Who does something, as it is written into the log. A name is what one was called then. */
export type Actor =
  /** Somebody who signed in at the desk. */
  | { kind: "person"; id: string; name: string }
  /** A system with an API key; the publish token is one of them. */
  | { kind: "key"; id: string; name: string }
  /** A site that stories are taken in from (`feeds/sources.ts`). */
  | { kind: "source"; id: string; name: string }
  /** The service by itself. */
  | { kind: "service"; id: string; name: string };

/** What nobody asked for: an embargo that ends, a feed that is swept. */
export const SERVICE: Actor = { kind: "service", id: "service", name: "the service" };

/** Whoever has the publish token. It may do everything. */
export const PUBLISH_TOKEN: Actor = { kind: "key", id: "publish-token", name: "publish token" };

/** Whether two are one: an id is its kind's own. */
export const isSameActor = (one: Actor, other: Actor): boolean => one.kind === other.kind && one.id === other.id;
