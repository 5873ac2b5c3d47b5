import { here } from "./here.ts";
import type { TestedHome } from "./home.ts";

interface OneHome {
  home: TestedHome["name"];
  reason: string;
}

/** What tests of `test/service` are about that one home only has. They name it by `isHere`; all others run in every home. */
export const ONE_HOME = {
  "an Accept-Encoding that is not the client's": {
    home: "edge",
    reason:
      "Cloudflare's edge writes its own, and keeps the client's in `request.cf`; Node's server hands on what was sent",
  },
  "the count of rows that a statement has read": {
    home: "edge",
    reason: "D1 tells it with each answer, for it is what is paid for; `node:sqlite` does not, and has the same plans",
  },
  "a rehearsal of the edge": {
    home: "node",
    reason:
      "it simulates isolates and the caches before them, whichever home they are in, and takes minutes in workerd",
  },
  "passwords that are looked at side by side": {
    home: "node",
    reason: "workerd computes scrypt where it is asked for, so that there is never more than one in hand",
  },
} satisfies Record<string, OneHome>;

/** Whether a test of what one home only has is to run in this one. */
export const isHere = (what: keyof typeof ONE_HOME): boolean => ONE_HOME[what].home === here.name;
