import type { Home } from "../home.ts";
import type { CurrentEdition } from "../store/validators.ts";
import { sendUrgentPurges } from "./purges.ts";

/** The memory from which this instance serves polls. */
export interface EditionMemory {
  confirm(key: string, edition: CurrentEdition): void;
}

/** Where copies of documents are kept: this instance's memory, and the cache in front. */
export class Copies {
  readonly #memory: EditionMemory;
  readonly #home: Pick<Home, "db" | "purge">;

  constructor(memory: EditionMemory, home: Pick<Home, "db" | "purge">) {
    this.#memory = memory;
    this.#home = home;
  }

  /**
   * An edition, or a page of an archive, has become current: the memory has it at once. The cache in front forgets the one before: now, where
   * a story was taken back with it; else when the publisher has done what is due.
   */
  async supersede(key: string, edition: CurrentEdition): Promise<void> {
    this.#memory.confirm(key, edition);
    await sendUrgentPurges(this.#home);
  }
}
