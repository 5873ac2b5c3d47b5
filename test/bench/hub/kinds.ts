/** How a subscriber's host behaves once it has subscribed. */
export type Kind = "healthy" | "slow" | "failing" | "gone";

/** Of the hosts: what answers late or never, what answers 500, and what answers 410. */
const SHARES = { slow: 0.05, failing: 0.05, gone: 0.02 };

/** At least one host of each kind, spread over all of them. */
export function kindsOf(hosts: number): Kind[] {
  const kinds = Array.from({ length: hosts }, (): Kind => "healthy");
  let next = 0;
  for (const kind of ["slow", "failing", "gone"] as const) {
    for (let left = Math.max(1, Math.round(hosts * SHARES[kind])); left > 0; left -= 1) {
      kinds[next] = kind;
      next += 7;
      if (next >= hosts) next = (next % 7) + 1;
    }
  }
  return kinds;
}

/** A host of this machine's own, on which nothing has to be set up: Linux answers for all of 127.0.0.0/8. */
export const hostOf = (index: number): string => `127.0.${1 + Math.floor(index / 250)}.${1 + (index % 250)}`;

export const secretOf = (subscriber: number): string => `secret of subscriber ${subscriber}`;
