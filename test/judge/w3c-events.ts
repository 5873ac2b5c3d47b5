import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** What the W3C validator says of a file. */
export interface W3cVerdict {
  /** What a test case announces: that an event comes, or that it does not. */
  expect: { description: string; not: boolean; event: string; params: string | null } | null;
  events: W3cEvent[];
}

export interface W3cEvent {
  class: string;
  /** Of its class, the nearest first. */
  ancestors: string[];
  kind: "error" | "warning" | "info";
  params: Record<string, string>;
}

/** @param checkout of github.com/w3c/feedvalidator */
export const w3cVerdicts = (checkout: string, files: string[]): Record<string, W3cVerdict> =>
  JSON.parse(
    execFileSync(
      process.env.PYTHON ?? "/usr/bin/python3",
      [join(import.meta.dirname, "events.py"), checkout, ...files],
      {
        maxBuffer: 2 ** 30,
        encoding: "utf8",
      },
    ),
  );

/** Whether an event is one of a class, as the validator's own tests ask. */
export const isOf = (event: W3cEvent, name: string): boolean => event.class === name || event.ancestors.includes(name);
