import * as z from "zod";
import { count, timeText, urlText } from "../../describe/schemas.ts";

const partnerKey = () =>
  z
    .strictObject({
      id: z.string().meta({ description: "The part of the key that may be seen." }),
      label: z.string().optional(),
      feeds: z.array(z.string()).optional().meta({ description: "Those that it opens; absent: all of its partner's." }),
      created_at: timeText(),
      expires_at: timeText().optional(),
      revoked_at: timeText().optional(),
      last_used_at: timeText().optional().meta({ description: "To the hour." }),
    })
    .meta({ ref: "PartnerKey" });

const partnerFields = () => ({
  slug: z.string(),
  name: z.string(),
  status: z.enum(["active", "suspended"]),
  key_in_url: z.boolean().meta({ description: "Whether its keys are taken from the URL, too." }),
  requests_per_minute: z.int().meta({ description: "A limit of each of its keys." }),
  bytes_per_day: z.int().meta({ description: "A limit of each of its keys: bytes of full documents." }),
  feeds: z.array(
    z.strictObject({
      slug: z.string(),
      title: z.string(),
      urls: z.strictObject({ rss: urlText(), atom: urlText(), json: urlText() }),
    }),
  ),
  families: z.array(
    z.strictObject({
      family: z.string(),
      title: z.string(),
      urls: z
        .strictObject({ rss: z.string(), atom: z.string(), json: z.string() })
        .meta({ description: "With `{value}` for what a feed of it is of." }),
    }),
  ),
});

/** All partners. */
export const partnerList = () =>
  z.strictObject({ partners: z.array(z.strictObject(partnerFields()).meta({ ref: "ListedPartner" })) });

/** A partner with its keys. */
export const partnerWithKeys = () =>
  z.strictObject({ ...partnerFields(), keys: z.array(partnerKey()) }).meta({ ref: "Partner" });

export const partnerKeyList = () => z.strictObject({ keys: z.array(partnerKey()) });

/** The only answer that ever holds a key. */
export const shownKey = () =>
  z
    .strictObject({
      id: z.string(),
      key: z.string().meta({ description: "It is shown once." }),
      replaces: z.string().optional().meta({ description: "The id of the key whose place it takes." }),
      overlap_ends: timeText().optional().meta({ description: "Until then that one is good, too." }),
    })
    .meta({ ref: "ShownKey" });

export const revokedKey = () => z.strictObject({ status: z.literal("revoked"), id: z.string() });

/** What the newsroom has to hear of. */
export const alertList = () =>
  z.strictObject({
    alerts: z.array(
      z
        .strictObject({
          id: z.string(),
          kind: z.enum(["silent", "retraction"]),
          partner: z.string(),
          feed: z.string(),
          article: z.string().optional(),
          edition: count().optional(),
          since: timeText(),
          raised_at: timeText(),
          cleared_at: timeText().optional(),
          webhook: z.strictObject({ delivered_at: timeText().optional(), attempts: count() }),
        })
        .meta({ ref: "Alert" }),
    ),
  });

export const PARTNER_EXAMPLE = {
  slug: "harbour-radio",
  name: "Harbour Radio",
  status: "active",
  key_in_url: false,
  requests_per_minute: 60,
  bytes_per_day: 300_000_000,
  feeds: [
    {
      slug: "harbour-radio",
      title: "For Harbour Radio",
      urls: {
        rss: "https://feeds.gazette.example/partner/harbour-radio.rss",
        atom: "https://feeds.gazette.example/partner/harbour-radio.atom",
        json: "https://feeds.gazette.example/partner/harbour-radio.json",
      },
    },
  ],
  families: [],
  keys: [],
};
