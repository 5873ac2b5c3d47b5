import * as z from "zod";
import { line, slug } from "./definition.ts";

/** Minutes between two polls: a deployed service is woken once a minute, and what is read but once a week is no source that stays. */
const MIN_EVERY = 1;
const MAX_EVERY = 10_080;

/** Minutes: as often as a reader of feeds comes that is in no hurry. */
const DEFAULT_EVERY = 15;

/** Where articles may come from. `webhook`: it is never asked, and calls itself. */
export const ORIGINS = ["feed", "wordpress", "ghost", "webhook"] as const;

/** Variables that are the service's own: what is sent to a source must not be one of them. */
const OWN_VARIABLES = /^(PUBLISH_TOKEN|SIGNING_KEY|METRICS_TOKEN|BASE_URL|HSTS_SUBDOMAINS|ALERT_WEBHOOK_\w+)$/;

const variable = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{0,99}$/, "must be the name of a variable, as GAZETTE_KEY: no secret belongs into this file")
  .refine((name) => !OWN_VARIABLES.test(name), "is the service's own: take another name");

export const sourceSchema = z
  .strictObject({
    kind: z.enum(ORIGINS),
    /** Its name in addresses, for good: what came from it is known by it. */
    name: slug,
    /** The feed's address, or the site's home. */
    url: z.url({ protocol: /^https?$/ }).optional(),
    /** Minutes between two polls, at least. */
    every: z.int().min(MIN_EVERY).max(MAX_EVERY).default(DEFAULT_EVERY),
    /** Of every story that comes from it, whatever its own. */
    section: line.optional(),
    /** One more tag of every story that comes from it. */
    tag: line.optional(),
    /** The other newsroom that its stories are by. */
    credit: line.optional(),
    /** The name of the variable that holds what the site asks for: `user:application password` of WordPress, an API key of Ghost. */
    key: variable.optional(),
    /** The name of the variable that holds the secret which webhooks are signed with. */
    secret: variable.optional(),
    /** Its stories are stored as withheld, and an editor releases each. */
    withhold: z.boolean().default(false),
    /** Its pages are stories, too, and not its posts alone. */
    pages: z.boolean().default(false),
  })
  .superRefine((source, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    const isAsked = source.kind !== "webhook";
    if (isAsked && source.url === undefined) fault("url", "is missing: what is to be read?");
    if (!isAsked && source.url !== undefined) fault("url", "is for sources that are asked");
    if (!isAsked && source.secret === undefined)
      fault("secret", "is missing: without one it cannot be known who calls");
    if (source.url && URL.parse(source.url)?.username) fault("url", "has a name or a password in it: say key");
    if (source.key !== undefined && source.kind !== "wordpress" && source.kind !== "ghost")
      fault("key", "is for WordPress and Ghost");
    if (source.kind === "ghost" && source.key === undefined)
      fault("key", "is missing: Ghost tells nothing without one");
    if (source.pages && source.kind !== "wordpress" && source.kind !== "ghost")
      fault("pages", "is for WordPress and Ghost");
  });

/** Where articles come from that stay in another system. */
export type Source = z.infer<typeof sourceSchema>;
/** What a file in `feeds/` says: defaults may be left out. */
export type SourceInput = z.input<typeof sourceSchema>;

/** Types a source; it is parsed when the catalog is made. */
export const defineSource = (source: SourceInput): SourceInput => source;

/** The names of the variables that hold what sources ask for and are known by. */
export const variablesOf = (sources: Iterable<Pick<Source, "key" | "secret">>): string[] => [
  ...new Set([...sources].flatMap(({ key, secret }) => [key, secret].filter((name) => name !== undefined))),
];

/** Of these variables, those that there are, by name. */
export const variablesIn = (names: string[], find: (name: string) => string | undefined): Record<string, string> =>
  Object.fromEntries(
    names.map((name) => [name, find(name)]).filter((pair): pair is [string, string] => Boolean(pair[1])),
  );
