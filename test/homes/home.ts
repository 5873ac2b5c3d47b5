import type { Database, Home } from "../../src/service/home.ts";
import type { Migration } from "../../src/service/store/apply-migrations.ts";

/** What the suite of the service needs of a home that it is to run in. */
export interface TestedHome {
  name: "edge" | "node";
  /** The test's own store, as the service gets it. */
  db: Database;
  /** Takes everything out of the store, the tables too. */
  reset(): Promise<void>;
  /** The request, as one that the platform knows to come from that address. */
  from(address: string, request: Request): Request;
  /** The home on that store, with `TOKEN` as its only secret, and wakes that nobody gets: `publish` is called by hand. */
  make(): Home;
}

/** The newsroom's. */
export const TOKEN = "test-4f9c2e7b1d806a35e7c1";

declare module "vitest" {
  interface ProvidedContext {
    /** The store's, in their order. */
    migrations: Migration[];
    /** How many random lives of stories are tried. */
    sequences: number;
    /** Where the stores of this run are: on one machine only. */
    folder: string;
  }
}
