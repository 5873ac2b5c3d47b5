import { PUBLISH_TOKEN } from "../../../src/people/actor.ts";
import type { PartnerHand } from "../../../src/service/store/partners.ts";

/** Whoever has the publish token, at a time. */
export const handAt = (now = 0): PartnerHand => ({ by: PUBLISH_TOKEN, now });
