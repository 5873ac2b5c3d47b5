import { isTimeZone, type Site } from "../../../../feed/definition.ts";
import type { DraftFields } from "../../../store/drafts.ts";
import { setField } from "./fields.ts";
import { hourOf, localTime, readLocal } from "./times.ts";

/** The form's times, by their names. */
const TIME = /^((published|updated)_at|embargo_until|expires_at|syndication\.until|partners\.\d+\.embargo)$/;

/** The zone in whose clocks a draft's times are written: the one in which it was begun, or where that is not known, the newsroom's. */
export function draftZone({ zone = "UTC" }: Pick<Site, "zone">, { zone: own }: DraftFields = {}): string {
  // A form that is sent may say anything.
  return own !== undefined && isTimeZone(own) ? own : zone;
}

/**
 * Fields as the clocks of a zone show their times, which are the same moments as before. What is no time, or may be two, stays as it was
 * written: a form says what is wrong with it.
 *
 * @param fields `zone`: in whose clocks they are written; absent: in this one's
 */
export function fieldsInZone(fields: DraftFields, zone: string): DraftFields {
  const before = draftZone({ zone }, fields);
  const moved: DraftFields = { ...fields, zone };
  if (before === zone) return moved;
  for (const [name, local] of Object.entries(fields)) {
    const read = TIME.test(name) ? readLocal(local, before, fields[`${name}.hour`]) : undefined;
    if (read?.status !== "time") continue;
    moved[name] = localTime(read.at, zone);
    delete moved[`${name}.hour`];
    setField(moved, `${name}.hour`, hourOf(read.at, zone));
  }
  return moved;
}
