import * as z from "zod";
import { count, ordinal, timeText, urlText } from "../../describe/schemas.ts";

const endpointFields = () => ({
  id: z.string(),
  url: urlText(),
  description: z.string(),
  types: z.array(z.string()).meta({ description: "Of which types of events it is told; `article.*` is all of them." }),
  status: z.enum(["enabled", "disabled"]),
  disabled_at: timeText().optional(),
  disabled_by: z
    .enum(["newsroom", "receiver"])
    .optional()
    .meta({ description: "`receiver`: it has answered that it is gone (410)." }),
  failing_since: timeText().optional().meta({ description: "Absent: it takes what it is sent." }),
  former_secret_until: timeText()
    .optional()
    .meta({ description: "Until then what is sent is signed with the former secret, too." }),
  made_by: z.string(),
  created_at: timeText(),
});

export const endpointDetail = () => z.strictObject(endpointFields()).meta({ ref: "Webhook" });

export const endpointList = () =>
  z.strictObject({ webhooks: z.array(endpointDetail()), types: z.record(z.string(), z.string()) });

export const shownEndpoint = () =>
  z
    .strictObject({
      ...endpointFields(),
      secret: z.string().meta({ description: "What is sent is signed with it. It is shown once." }),
    })
    .meta({ ref: "ShownWebhook" });

export const removedEndpoint = () => z.strictObject({ status: z.literal("removed"), id: z.string() });

const attemptFields = () => ({
  at: timeText(),
  milliseconds: count(),
  status: z.int().optional().meta({ description: "What it answered; absent: nothing." }),
  fault: z.string().optional().meta({ description: "Why it did not take it; absent: it did." }),
});

export const testedEndpoint = () =>
  z.strictObject({ taken: z.boolean(), ...attemptFields() }).meta({ ref: "WebhookTest" });

export const toldEventList = () =>
  z.strictObject({
    events: z.array(
      z
        .strictObject({
          id: z.string().meta({ description: "The `webhook-id`: the same however often it is sent." }),
          type: z.string(),
          timestamp: timeText(),
          sequence: ordinal(),
          data: z.record(z.string(), z.unknown()),
          outcome: z.enum(["pending", "delivered", "failed", "superseded", "ended"]).meta({
            description:
              "`superseded`: a later event of the same article or feed took its place. `ended`: the webhook was disabled.",
          }),
          next_at: timeText().optional(),
          attempts: z.array(z.strictObject(attemptFields())),
        })
        .meta({ ref: "WebhookEvent" }),
    ),
    kept_days: count(),
    next: z.string().optional().meta({ description: "Where the next page is." }),
  });

export const replayedEvents = () => z.strictObject({ events: count() });
