import { COLD_PATIENCE, within } from "../../service/patience.ts";
import type { StoreReader } from "../store/database.ts";
import { type Port, talk } from "./calls.ts";
import type { ReaderMethods } from "./contracts.ts";

/** Lets the thread at the other end of a port read, and does not wait for it for ever. */
export function askReader(port: Port): StoreReader {
  const ask = talk<ReaderMethods>(port);
  return { batch: (queries) => within(COLD_PATIENCE, ask("read", [queries])) };
}
