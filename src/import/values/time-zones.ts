import { tzOffset } from "@date-fns/tz/tzOffset";

/** RFC 822 §5.1 and the zones that newsrooms write: hours from Greenwich. */
const HOURS: Record<string, number> = {
  ...{
    Z: 0,
    UT: 0,
    UTC: 0,
    GMT: 0,
    WET: 0,
    BST: 1,
    WEST: 1,
    CET: 1,
    MEZ: 1,
    MET: 1,
    CEST: 2,
    MESZ: 2,
    MEST: 2,
    SAST: 2,
    CAT: 2,
    WAT: 1,
  },
  ...{
    EET: 2,
    EEST: 3,
    IDT: 3,
    TRT: 3,
    MSK: 3,
    MSD: 4,
    EAT: 3,
    GST: 4,
    PKT: 5,
    IST: 5.5,
    NPT: 5.75,
    IRST: 3.5,
    IRDT: 4.5,
  },
  ...{
    EST: -5,
    EDT: -4,
    CST: -6,
    CDT: -5,
    MST: -7,
    MDT: -6,
    PST: -8,
    PDT: -7,
    AKST: -9,
    AKDT: -8,
    HST: -10,
    NST: -3.5,
    NDT: -2.5,
  },
  ...{ AST: -4, ADT: -3, BRT: -3, BRST: -2, ART: -3, CLT: -4, CLST: -3, UYT: -3, COT: -5, PET: -5, VET: -4 },
  ...{ JST: 9, KST: 9, HKT: 8, SGT: 8, MYT: 8, PHT: 8, ICT: 7, WIB: 7, WITA: 8, WIT: 9 },
  ...{ AEST: 10, AEDT: 11, ACST: 9.5, ACDT: 10.5, AWST: 8, NZST: 12, NZDT: 13 },
};

/** American agencies leave out whether it is summer. */
const NAMES: Record<string, string> = {
  AT: "America/Halifax",
  ET: "America/New_York",
  CT: "America/Chicago",
  MT: "America/Denver",
  PT: "America/Los_Angeles",
};

/** Minutes from Greenwich, or the IANA name of a zone. */
export type Zone = number | string;

/** A zone as it is written: `+05:30`, `-5`, `EST` in any case, `Europe/Berlin`. Null for one that nobody knows. */
export function parseZone(written: string): Zone | null {
  const offset = /^([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(written);
  if (offset) return minutesOf(offset);
  const hours = Object.hasOwn(HOURS, written.toUpperCase()) ? HOURS[written.toUpperCase()] : undefined;
  if (hours !== undefined) return hours * 60;
  if (Object.hasOwn(NAMES, written)) return NAMES[written] ?? null;
  return written.includes("/") && !Number.isNaN(tzOffset(written, new Date(0))) ? written : null;
}

/** From the westernmost to the easternmost that is in use; what lies beyond is no zone. */
const [WESTERNMOST, EASTERNMOST] = [-12 * 60, 14 * 60];

function minutesOf([, sign, hours, minutes = "0"]: RegExpExecArray): number | null {
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  return Number(minutes) < 60 && ahead >= WESTERNMOST && ahead <= EASTERNMOST ? ahead : null;
}

const DAY = 24 * 60 * 60_000;

/**
 * The moment at which the clocks of a zone show a time, which is given as if they were in Greenwich. An hour that comes twice is
 * the first one; one that is skipped is as long after the change as it says to be after the last hour before it (as Temporal's
 * `compatible`).
 */
export function momentIn(zone: Zone, shown: number): number {
  if (typeof zone === "number") return shown - zone * 60_000;
  const before = aheadAt(zone, shown - DAY);
  const candidates = [before, aheadAt(zone, shown + DAY)]
    .map((ahead) => ({ ahead, moment: shown - ahead }))
    .filter(({ ahead, moment }) => aheadAt(zone, moment) === ahead);
  return candidates.length === 0 ? shown - before : Math.min(...candidates.map(({ moment }) => moment));
}

/** Milliseconds. */
const aheadAt = (zone: string, moment: number): number => Math.round(tzOffset(zone, new Date(moment)) * 60_000);
