/** Why a store does not do what it is asked, in words that follow "the store". */
const TROUBLES = {
  busy: "is in use by another program",
  full: "is full",
  "read-only": "takes no writes",
  damaged: "is damaged",
  slow: "has not answered in time",
  unreachable: "cannot be reached",
} as const;

export type Trouble = keyof typeof TROUBLES;

interface StoreFaultOptions extends ErrorOptions {
  /** Whether what was to be written may have been stored all the same: the answer was lost, not the question. */
  mayBeStored?: boolean;
}

/** The store cannot be reached, or is broken: no fault of whoever asks, and none of our SQL. Each home makes it of what its driver throws. */
export class StoreFault extends Error {
  readonly trouble: Trouble;
  readonly mayBeStored: boolean;

  constructor(trouble: Trouble, { mayBeStored = false, ...options }: StoreFaultOptions = {}) {
    const remedy = trouble === "damaged" ? ": restore a backup with `npm run restore`" : "";
    const { cause } = options;
    super(`the store ${TROUBLES[trouble]}${remedy}${cause instanceof Error ? ` (${cause.message})` : ""}`, options);
    this.name = "StoreFault";
    this.trouble = trouble;
    this.mayBeStored = mayBeStored;
  }

  /** In one sentence for whoever asked, who cannot mend it. */
  get told(): string {
    return `The store ${TROUBLES[this.trouble]}.`;
  }
}
