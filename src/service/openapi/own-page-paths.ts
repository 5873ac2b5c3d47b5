import { answersPage, type PathItem, WITHOUT_TOKEN } from "./operation.ts";

const goesBack = { description: "Location says where to go on." };

/** A partner's own page, which it opens with its key. */
export const OWN_PAGE_PATHS: Record<string, PathItem> = {
  "/partners": {
    get: {
      summary: "A partner's own page: its feeds, its limits, what it has not picked up; or where to give a key",
      security: WITHOUT_TOKEN,
      responses: { 200: answersPage("The page.") },
    },
    post: {
      summary: "Open the page with a partner's key",
      security: WITHOUT_TOKEN,
      requestBody: {
        required: true,
        content: {
          "application/x-www-form-urlencoded": {
            schema: { type: "object", properties: { key: { type: "string" } }, required: ["key"] },
          },
        },
      },
      responses: {
        303: goesBack,
        401: answersPage("This is no key that is good."),
        429: answersPage("Too many were not: Retry-After says when to try again."),
      },
    },
  },
  "/partners/close": {
    post: { summary: "Close the page", security: WITHOUT_TOKEN, responses: { 303: goesBack } },
  },
};
