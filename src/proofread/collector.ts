import type { Finding } from "./finding.ts";
import { MOST_OF_A_KIND } from "./finding.ts";

/** Gathers findings: of each rule so many, and how many there were. */
export class Collector {
  readonly findings: Finding[] = [];
  readonly counts = new Map<string, number>();
  readonly #most: number;

  /** @param most how many findings of one rule are kept */
  constructor(most = MOST_OF_A_KIND) {
    this.#most = most;
  }

  /** @param describe where it is and what: made only for those that are kept */
  add(
    { name, severity }: { name: string; severity: Finding["severity"] },
    describe: () => Omit<Finding, "rule" | "severity">,
  ): void {
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    if (count <= this.#most) this.findings.push({ rule: name, severity, ...describe() });
  }

  /** Whether anything was found that a specification forbids. */
  get hasErrors(): boolean {
    return this.findings.some(({ severity }) => severity === "error");
  }

  /** In the order of the document; what is of the document as a whole comes first. */
  sorted(): Finding[] {
    return this.findings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  }
}
