import { describe, expect, it } from "vitest";
import type { ListedOperation } from "../../../../src/service/openapi/operations.ts";
import { curlOf } from "../../../../src/service/openapi/reference/curl.ts";

const BASE = "https://feeds.example";
const listed = (method: string, path: string, more: Partial<ListedOperation["operation"]> = {}): ListedOperation => ({
  method,
  path,
  operation: { operationId: "a", tags: [], summary: "A", responses: {}, security: [], ...more },
});
const id = { name: "id", in: "path" as const, schema: { type: "string", examples: ["a b"] } };

describe("how a shell asks", () => {
  it.each<[string, ListedOperation, string]>([
    ["for what is public", listed("GET", "/health"), `curl '${BASE}/health'`],
    ["for what its path names", listed("GET", "/feeds/{id}", { parameters: [id] }), `curl '${BASE}/feeds/a%20b'`],
    [
      "with the token",
      listed("DELETE", "/api/x", { security: [{ token: [] }] }),
      `curl -X DELETE '${BASE}/api/x' \\\n  -H "Authorization: Bearer $TOKEN"`,
    ],
    [
      "without one where none is needed",
      listed("GET", "/api/x", { security: [{ token: [] }, {}] }),
      `curl '${BASE}/api/x'`,
    ],
    [
      "with a partner's key",
      listed("GET", "/partner/x.rss", { security: [{ partnerKey: [] }] }),
      `curl '${BASE}/partner/x.rss' \\\n  -H "Authorization: Bearer $PARTNER_KEY"`,
    ],
    [
      "with a body, whose quotes end no argument",
      listed("PUT", "/x", { requestBody: { content: { "application/json": { schema: {}, example: "it's" } } } }),
      `curl -X PUT '${BASE}/x' \\\n  -H 'Content-Type: application/json' \\\n  -d '"it'\\''s"'`,
    ],
    [
      "with a file",
      listed("POST", "/x", { requestBody: { required: true, content: { "application/x-ndjson": { schema: {} } } } }),
      `curl -X POST '${BASE}/x' \\\n  -H 'Content-Type: application/x-ndjson' \\\n  --data-binary @FILE`,
    ],
  ])("%s", (_, operation, line) => expect(curlOf(operation, BASE)).toBe(line));
});
