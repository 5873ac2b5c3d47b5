import type { Site } from "../../feed/definition.ts";
import { SCOPES } from "../../people/scopes.ts";
import { INTERFACE_PARTS } from "../describe/describes.ts";

/** The schemes by which somebody is let in (OpenAPI 3.1 §4.8.27). */
export const TOKEN_SCHEME = "token";
export const PARTNER_SCHEME = "partnerKey";
export const PARTNER_PASSWORD_SCHEME = "partnerPassword";
export const PARTNER_URL_SCHEME = "partnerKeyInUrl";

/** All of the description but its operations. */
export const frameOf = (site: Pick<Site, "title" | "base">) => ({
  openapi: "3.1.0",
  info: {
    title: `${site.title}: feeds`,
    version: "1",
    summary: "Stored articles, and the feeds made of them.",
    description: INTRODUCTION,
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: new URL(site.base).pathname, description: "The service that this description is from." }],
  tags: Object.entries(INTERFACE_PARTS).map(([name, description]) => ({ name, description })),
  components: {
    securitySchemes: {
      [TOKEN_SCHEME]: {
        type: "http" as const,
        scheme: "bearer",
        description: `The publish token, which may do everything, or an API key, which may do what its scopes say:\n\n${SCOPE_LIST}`,
      },
      [PARTNER_SCHEME]: { type: "http" as const, scheme: "bearer", description: "A partner's key." },
      [PARTNER_PASSWORD_SCHEME]: {
        type: "http" as const,
        scheme: "basic",
        description: "The same key, as the password, for readers that know no other way; any name will do.",
      },
      [PARTNER_URL_SCHEME]: {
        type: "apiKey" as const,
        in: "query",
        name: "key",
        description: "The same key in the URL, for those partners that may send it so.",
      },
    },
  },
});

const SCOPE_LIST = Object.entries(SCOPES)
  .map(([scope, may]) => `- \`${scope}\`: ${may}`)
  .join("\n");

const INTRODUCTION = [
  "Programs write articles here, and learn what became of them; readers' programs poll the feeds.",
  "Whatever is wrong is said as `application/problem+json` (RFC 9457), every problem with the path of what it is about. Times are RFC 3339 with a zone.",
  "A revision's number is its article's ETag: send it as `If-Match`, and nobody's change is overwritten unseen.",
].join("\n\n");
