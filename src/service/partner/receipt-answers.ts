import * as z from "zod";
import { count, ordinal, timeText, urlText } from "../describe/schemas.ts";

const delivery = () =>
  z.strictObject({
    partner: z.string(),
    feed: z.string(),
    what: z.enum(["carried", "retracted", "withdrawn"]),
    edition: ordinal(),
    published_at: timeText(),
    state: z.enum(["received", "waiting", "superseded", "missed"]),
    received: z
      .strictObject({
        at: timeText(),
        edition: ordinal(),
        key: z.string(),
        status: z.int(),
        format: z.string(),
        via: z.enum(["poll", "push"]).meta({ description: "Whether the partner asked for it, or was sent it." }),
      })
      .optional(),
    last_polled_at: timeText().optional(),
    outdated: z
      .array(z.strictObject({ at: timeText(), edition: ordinal(), key: z.string() }))
      .meta({ description: "Polls that were answered with an older edition after this one was published." }),
  });

const reportFields = () => ({
  article: z.string(),
  revisions: z.array(z.strictObject({ revision: ordinal(), stored_at: timeText(), deliveries: z.array(delivery()) })),
  complete: z.boolean().meta({ description: "Every partner has what its feed says now." }),
  waiting: z.array(z.string()).meta({ description: "The partners that do not have it yet." }),
});

/** Who has which revision of an article. */
export const receiptReport = () => z.strictObject(reportFields()).meta({ ref: "Receipts" });

/** The same, signed. */
export const signedStatement = () =>
  z
    .strictObject({
      statement: z.strictObject({ ...reportFields(), issuer: z.string(), issued_at: timeText(), url: urlText() }),
      jws: z.string().meta({
        description:
          "A detached signature (RFC 7515 Appendix F, Ed25519) over the statement's canonical form (RFC 8785).",
      }),
    })
    .meta({ ref: "SignedStatement" });

/** A JSON Web Key Set (RFC 7517 §5). */
export const publicKeySet = () =>
  z
    .strictObject({
      keys: z.array(
        z.strictObject({
          kty: z.literal("OKP"),
          crv: z.literal("Ed25519"),
          x: z.string(),
          kid: z.string(),
          use: z.literal("sig"),
          alg: z.literal("EdDSA"),
          nbf: count().optional().meta({ description: "Since when it signs, in seconds since 1970." }),
          exp: count().optional().meta({ description: "Until when it did; absent: it still does." }),
        }),
      ),
    })
    .meta({ ref: "PublicKeys" });
