import { randomBytes } from "node:crypto";
import * as z from "zod";
import { isPrivateHost } from "../../partner/address.ts";
import { reachOf } from "../http/toward-others.ts";
import { ASKED_TYPES } from "./event-types.ts";
import { MAX_ENDPOINT_DESCRIPTION, MAX_ENDPOINT_URL, SECRET_BYTES } from "./limits.ts";

/**
 * Why nothing is sent to a URL, as the rest of a sentence; null: it may be. What a name stands for is looked at anew each time that
 * something is sent.
 *
 * @param base the service's own address
 */
export function endpointUrlFault(text: string, base: string): string | null {
  const url = URL.parse(text);
  const isLocal = reachOf(base) === "any";
  if (!url || !/^https?:$/.test(url.protocol)) return "is no address of the web: https://…";
  if (url.protocol === "http:" && !isLocal)
    return "is not https: what is sent there could be read and changed on its way";
  if (url.username !== "" || url.password !== "")
    return "has a name and a password in it: the signature says who sends";
  if (url.hash !== "") return "has a fragment, which no server is sent";
  return !isLocal && isPrivateHost(url.hostname)
    ? "is of a network of one's own: only public addresses are told"
    : null;
}

/** What the newsroom says of an endpoint. @param base the service's own address */
export const endpointSchema = (base: string) =>
  z.strictObject({
    url: z
      .string()
      .trim()
      .max(MAX_ENDPOINT_URL)
      .superRefine((text, context) => {
        const fault = endpointUrlFault(text, base);
        if (fault !== null) context.addIssue({ code: "custom", message: fault, input: text });
      }),
    description: z.string().trim().max(MAX_ENDPOINT_DESCRIPTION).default(""),
    types: z
      .array(z.enum(ASKED_TYPES as [string, ...string[]]))
      .min(1)
      .transform((types) => [...new Set(types)]),
  });

/** The same of one that there is: what is absent stays. */
export const endpointChange = (base: string) => {
  const { url, description, types } = endpointSchema(base).shape;
  return z.strictObject({
    url: url.optional(),
    description: description.unwrap().optional(),
    types: types.optional(),
    status: z.enum(["enabled", "disabled"]).optional(),
  });
};

/** A new secret, which is shown once. */
export const mintEndpointSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;
