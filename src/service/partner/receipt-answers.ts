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

/** A subscriber of a public feed. */
const subscriber = () => ({ id: ordinal(), host: z.string(), feed: z.string(), format: z.string() });

const sentRevision = () =>
  z
    .strictObject({
      received: count(),
      waiting: count(),
      superseded: count().meta({ description: "They were sent editions before and after those with it." }),
      listed: z
        .array(
          z.strictObject({
            ...subscriber(),
            state: z.enum(["received", "waiting", "superseded"]),
            edition: ordinal().optional(),
            at: timeText().optional(),
          }),
        )
        .meta({ description: "Some of them: of each state the first by host." }),
    })
    .meta({ description: "How it fared with subscribers of public feeds; absent: there was none." });

const stillHave = () =>
  z
    .strictObject({
      count: count(),
      listed: z.array(
        z.strictObject({
          ...subscriber(),
          edition: ordinal(),
          at: timeText(),
          state: z.enum(["waiting", "missed", "ended"]).meta({
            description:
              "`missed`: it was sent editions alone in which the notice no longer stood. `ended`: it is no subscriber any more, and cannot be told.",
          }),
          ended: z.strictObject({ at: timeText(), reason: z.string() }).optional(),
        }),
      ),
    })
    .meta({ description: "Subscribers of public feeds that were sent the story and not that it was taken back." });

const reportFields = () => ({
  article: z.string(),
  revisions: z.array(
    z.strictObject({
      revision: ordinal(),
      stored_at: timeText(),
      deliveries: z.array(delivery()),
      subscribers: sentRevision().optional(),
    }),
  ),
  complete: z.boolean().meta({
    description:
      "Every partner has what its feed says now, and no subscriber that can be told has a story still that was taken back.",
  }),
  waiting: z.array(z.string()).meta({ description: "The partners that do not have it yet." }),
  still_have: stillHave().optional(),
  more_subscribers: z
    .literal(true)
    .optional()
    .meta({ description: "There are more subscribers than are looked at for one article: counts are of the others." }),
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
