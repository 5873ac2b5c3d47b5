import type { Home } from "../home.ts";
import { logFault } from "../log.ts";
import { cacheTag } from "../store/shelf-key.ts";
import type { CurrentEdition } from "../store/validators.ts";

/** The memory from which this instance serves polls. */
export interface EditionMemory {
  confirm(key: string, edition: CurrentEdition): void;
}

/** Where copies of documents are kept: this instance's memory, and the cache in front. */
export class Copies {
  readonly #memory: EditionMemory;
  readonly #home: Pick<Home, "purge">;

  constructor(memory: EditionMemory, home: Pick<Home, "purge">) {
    this.#memory = memory;
    this.#home = home;
  }

  /**
   * An edition, or a page of an archive, has become current: the memory has it at once, and the cache in front forgets the
   * one before. A failed purge is not fatal: what the cache holds ends with its max-age.
   */
  async supersede(key: string, edition: CurrentEdition): Promise<void> {
    this.#memory.confirm(key, edition);
    try {
      await this.#home.purge?.([cacheTag(key)]);
    } catch (error) {
      logFault("purge failed", { key, error: String(error) });
    }
  }
}
