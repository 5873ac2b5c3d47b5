import type { Problem } from "../../article/parse.ts";
import type { Partner } from "../../partner/partner.ts";
import type { Actor } from "../../people/actor.ts";
import type { Database } from "../home.ts";
import type { Deed } from "../store/audit.ts";
import { findKeyHashes, type StoredKey } from "../store/exports.ts";
import { saveBroughtPartner } from "../store/imports.ts";
import { findPartner } from "../store/partners.ts";

/** What came of a partner that another store had. */
export type TakenPartner =
  | { status: "created" | "changed" | "unchanged"; id: string }
  | { status: "refused"; id: string; problems: Problem[] };

/**
 * Takes a partner in with its keys. One that is here with other settings is refused: nobody can know which are the newer ones.
 */
export async function takeInPartner(
  db: Database,
  partner: Partner,
  keys: StoredKey[],
  by: Actor,
): Promise<TakenPartner> {
  const id = partner.slug;
  const here = await findPartner(db, id);
  const problems: Problem[] = (Object.keys(partner) as (keyof Partner)[]).flatMap((name) =>
    !here || here[name] === partner[name]
      ? []
      : [{ path: `/${name}`, detail: `is ${JSON.stringify(here[name])} here` }],
  );
  const known = await findKeyHashes(
    db,
    keys.map((key) => key.id),
  );
  for (const [index, key] of keys.entries()) {
    const other = known.get(key.id);
    if (other && (other.partner !== id || other.hash !== key.hash))
      problems.push({ path: `/keys/${index}`, detail: `another key has the id ${key.id} here` });
  }
  if (problems.length > 0) return { status: "refused", id, problems };
  const made: Deed[] = here
    ? []
    : [{ action: "partner.created", subject: { kind: "partner", id }, detail: { name: partner.name } }];
  const opened = keys
    .filter((key) => !known.has(key.id))
    .map((key): Deed => {
      const { label, feeds } = key;
      return {
        action: "partner-key.created",
        subject: { kind: "partner-key", id: key.id },
        detail: { partner: id, label, feeds },
      };
    });
  const deeds = [...made, ...opened];
  const isChanged = await saveBroughtPartner(db, partner, keys, { by, deeds, now: Date.now() });
  return { status: !isChanged ? "unchanged" : here ? "changed" : "created", id };
}
