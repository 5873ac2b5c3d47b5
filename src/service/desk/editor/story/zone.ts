import { isTimeZone } from "../../../../feed/definition.ts";
import type { DraftFields } from "../../../store/drafts.ts";
import { setField } from "./fields.ts";
import { hourOf, localTime, readLocal } from "./times.ts";

/** The form's times, by their names. */
const TIME = /^((published|updated)_at|embargo_until|expires_at|syndication\.until|partners\.\d+\.embargo)$/;

/**
 * Fields as the clocks of a zone show their times, which are the same moments as before. What is no time, or may be two, stays as it was
 * written: a form says what is wrong with it.
 *
 * @param fields `zone`: in whose clocks they are written; absent: in this one's
 */
export function fieldsInZone(fields: DraftFields, zone: string): DraftFields {
  const before = fields.zone !== undefined && isTimeZone(fields.zone) ? fields.zone : zone;
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
