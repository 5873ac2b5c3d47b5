import { StoreFault, type Trouble } from "../../service/store-fault.ts";

/** SQLite's result codes (https://sqlite.org/rescode.html). */
const CODES = {
  BUSY: 5,
  LOCKED: 6,
  READONLY: 8,
  IOERR: 10,
  CORRUPT: 11,
  FULL: 13,
  CANTOPEN: 14,
  PROTOCOL: 15,
  NOTADB: 26,
  IOERR_WRITE: 778,
  IOERR_FSYNC: 1034,
  IOERR_TRUNCATE: 1546,
  IOERR_SHMSIZE: 4874,
  /** The file has another name now, or none. */
  READONLY_DBMOVED: 1032,
} as const;

/** By extended code where it says more than the primary one, which is its last byte. */
const TROUBLES: Record<number, Trouble> = {
  [CODES.BUSY]: "busy",
  [CODES.LOCKED]: "busy",
  [CODES.PROTOCOL]: "busy",
  [CODES.FULL]: "full",
  // The index of the write-ahead log could not grow.
  [CODES.IOERR_SHMSIZE]: "full",
  [CODES.READONLY]: "read-only",
  // What a file system says that has become read-only under files that are open.
  [CODES.IOERR_WRITE]: "read-only",
  [CODES.IOERR_FSYNC]: "read-only",
  [CODES.IOERR_TRUNCATE]: "read-only",
  [CODES.CORRUPT]: "damaged",
  [CODES.NOTADB]: "damaged",
  [CODES.IOERR]: "unreachable",
  [CODES.CANTOPEN]: "unreachable",
  [CODES.READONLY_DBMOVED]: "unreachable",
};

/** What an error of SQLite's tells of the store; undefined where it is our own: a statement that is wrong, or a constraint. */
export const troubleOf = (errcode: number): Trouble | undefined => TROUBLES[errcode] ?? TROUBLES[errcode & 0xff];

/** The store's fault that an error tells of, or the error as it is. */
export function toStoreFault(error: unknown): unknown {
  const errcode = errcodeOf(error);
  const trouble = troubleOf(errcode);
  // After a flush that failed nobody knows what is on the disk (https://sqlite.org/atomiccommit.html §9.4).
  return trouble ? new StoreFault(trouble, { mayBeStored: errcode === CODES.IOERR_FSYNC, cause: error }) : error;
}

/** The result code of an error of SQLite's; 0: it is none. */
export const errcodeOf = (error: unknown): number => Number((error as { errcode?: unknown } | null)?.errcode ?? 0);

/** What SQLite would say of a file that is no longer under its name. */
export const moved = (): Error => Object.assign(new Error("its file is gone"), { errcode: CODES.READONLY_DBMOVED });
