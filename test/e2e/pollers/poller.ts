import { existsSync } from "node:fs";

/** An entry as a reader keeps it. */
export interface Seen {
  id: string;
  title: string;
  link: string;
  /** Seconds. */
  published: number;
}

/** A real reader, with a memory of its own for what it has read and the validators it was given. */
export interface Poller {
  name: string;
  /** Why it cannot run here, for people; null where it can. */
  missing: string | null;
  /** Whether it asks for deltas (RFC 3229). */
  takesDeltas: boolean;
  /** How often it polls before it first sends the validators it was given. */
  unconditional: number;
  /** Polls once, and says all that it keeps by then. */
  poll(url: string): Promise<Seen[]>;
}

export const PYTHON = "/usr/bin/python3";

export const missing = (file: string, debianPackage: string): string | null =>
  existsSync(file) ? null : `${file} is not here: apt-get install -y ${debianPackage}`;
