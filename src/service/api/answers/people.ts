import * as z from "zod";
import { ROLE_NAMES } from "../../../people/person.ts";
import { SCOPES, type Scope } from "../../../people/scopes.ts";
import { count, timeText, urlText } from "../../describe/schemas.ts";

const scopes = () => z.array(z.enum(Object.keys(SCOPES) as [Scope, ...Scope[]]));

/** All keys of systems, without their secrets. */
export const apiKeyList = () =>
  z.strictObject({
    keys: z.array(
      z
        .strictObject({
          id: z.string(),
          name: z.string(),
          scopes: scopes(),
          made_by: z.string().optional(),
          created_at: timeText().optional(),
          expires_at: timeText().optional(),
          revoked_at: timeText().optional(),
          last_used_at: timeText().optional(),
        })
        .meta({ ref: "ApiKey" }),
    ),
  });

/** A new key of a system's. */
export const shownApiKey = () =>
  z
    .strictObject({
      id: z.string(),
      key: z.string().meta({ description: "It is shown once." }),
      name: z.string(),
      scopes: scopes(),
      expires_at: timeText().optional(),
    })
    .meta({ ref: "ShownApiKey" });

/** Somebody who may come to the desk. */
export const listedPerson = () =>
  z
    .strictObject({
      id: z.string(),
      login: z.string(),
      name: z.string(),
      role: z.enum(ROLE_NAMES),
      passkeys: count(),
      password: z.boolean().meta({ description: "Whether one may sign in by a password." }),
      joined_at: timeText(),
    })
    .meta({ ref: "Person" });

export const personList = () => z.strictObject({ people: z.array(listedPerson()) });

export const removedPerson = () => z.strictObject({ status: z.literal("removed"), id: z.string() });

/** The only answer that ever holds the link. */
export const shownInvitation = () =>
  z
    .strictObject({
      id: z.string(),
      url: urlText().meta({ description: "The link, good once. It is shown once." }),
      expires_at: timeText(),
    })
    .meta({ ref: "ShownInvitation" });
