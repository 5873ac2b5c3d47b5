import * as z from "zod";
import { count, ordinal, timeText } from "../../describe/schemas.ts";
import { SUBSCRIBER_STATES } from "../../store/subscriber-list.ts";

const subscriptionFields = () => ({
  id: ordinal(),
  topic: z.object({ feed: z.string(), format: z.string() }).meta({ description: "The document that it is sent." }),
  host: z.string(),
  callback: z.string().meta({ description: "In a list its beginning: whoever knows all of it can send to it." }),
  partner: z.string().optional().meta({ description: "Whose key asked; absent: it is a public feed's." }),
  key: z.string().optional().meta({ description: "The id of the partner's key that asked." }),
  state: z.enum(SUBSCRIBER_STATES),
  signed: z.boolean().meta({ description: "Whether it has a secret that what is sent is signed with." }),
  delta: z.boolean().meta({ description: "Whether it is sent what has changed, not the whole document." }),
  verified_at: timeText(),
  lease_until: timeText(),
  ended: z.strictObject({ at: timeText(), reason: z.string() }).optional(),
  edition: ordinal().optional().meta({ description: "The newest that it has answered with 2xx." }),
  received_at: timeText().optional(),
  behind_since: timeText().optional().meta({ description: "When the oldest edition was published that it has not." }),
  next_at: timeText().optional().meta({ description: "When it is sent what is current." }),
  failures: count().meta({ description: "Since the last success." }),
  last_status: z.int().optional(),
  fault: z.string().optional().meta({ description: "Why the last attempt failed." }),
});

/** A page of subscriptions. */
export const subscriptionList = () =>
  z.strictObject({
    subscriptions: z.array(z.strictObject(subscriptionFields()).meta({ ref: "Subscription" })),
    next: z.string().optional().meta({ description: "The path of the next page; absent: there is none." }),
  });

/** One subscription, and its latest receipts. */
export const subscriptionDetail = () =>
  z
    .strictObject({
      ...subscriptionFields(),
      receipts: z.array(
        z.strictObject({
          edition: ordinal(),
          at: timeText(),
          status: z.int(),
          attempts: ordinal(),
          delta: z.boolean(),
        }),
      ),
    })
    .meta({ ref: "SubscriptionDetail" });

/** What was done to a subscription. */
export const subscriptionDeed = () =>
  z.strictObject({ status: z.enum(["due", "ended"]), id: ordinal() }).meta({ ref: "SubscriptionDeed" });
