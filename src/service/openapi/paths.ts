import { ARTICLE_PATHS } from "./article-paths.ts";
import { DESK_PARTNER_PATHS } from "./desk-partner-paths.ts";
import { DESK_PATHS } from "./desk-paths.ts";
import { DESK_PEOPLE_PATHS } from "./desk-people-paths.ts";
import { FEED_PATHS } from "./feed-paths.ts";
import { FILE_PATHS } from "./file-paths.ts";
import { LOG_PATHS } from "./log-paths.ts";
import { MOVE_PATHS } from "./move-paths.ts";
import { answersJson, type PathItem, UNAUTHORIZED } from "./operation.ts";
import { OWN_PAGE_PATHS } from "./own-page-paths.ts";
import { PARTNER_PATHS } from "./partner-paths.ts";
import { PEOPLE_PATHS } from "./people-paths.ts";
import { PROOFREAD_PATHS } from "./proofread-paths.ts";
import { PUBLIC_PATHS } from "./public-paths.ts";
import { SOURCE_PATHS } from "./source-paths.ts";

/** Every path that the service answers. A test compares them with its routes. */
export const PATHS: Record<string, PathItem> = {
  ...PUBLIC_PATHS,
  ...ARTICLE_PATHS,
  ...FEED_PATHS,
  ...PARTNER_PATHS,
  ...SOURCE_PATHS,
  ...LOG_PATHS,
  ...MOVE_PATHS,
  ...PROOFREAD_PATHS,
  ...DESK_PATHS,
  ...PEOPLE_PATHS,
  ...DESK_PARTNER_PATHS,
  ...DESK_PEOPLE_PATHS,
  ...FILE_PATHS,
  ...OWN_PAGE_PATHS,
  "/api/openapi.json": {
    get: {
      summary: "This description",
      responses: { 200: answersJson("OpenAPI 3.1.", { type: "object" }), 401: UNAUTHORIZED },
    },
  },
};
