/** RFC 822 §5.1 and the zones that newsrooms write: hours from Greenwich. */
const HOURS: Record<string, number> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  BST: 1,
  IST: 5.5,
  CET: 1,
  MEZ: 1,
  WEST: 1,
  CEST: 2,
  MESZ: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
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
  AST: -4,
  ADT: -3,
  JST: 9,
  KST: 9,
  HKT: 8,
  SGT: 8,
  AEST: 10,
  AEDT: 11,
  ACST: 9.5,
  ACDT: 10.5,
  AWST: 8,
  NZST: 12,
  NZDT: 13,
};

/**
 * How many minutes a time zone, as it is written, is ahead of UTC: `+05:30`, `-5`, `EST` in any case. No zone is UTC.
 * Null for a name that nobody knows.
 */
export function zoneMinutes(zone: string | undefined): number | null {
  if (zone === undefined || zone === "") return 0;
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!match) return Object.hasOwn(HOURS, zone.toUpperCase()) ? (HOURS[zone.toUpperCase()] ?? 0) * 60 : null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === "-" ? -minutes : minutes;
}
