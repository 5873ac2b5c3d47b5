import { act, goesTo, look } from "./desk-paths.ts";
import { answersPage, inPath, type PathItem } from "./operation.ts";

const partner = inPath("slug", "The partner's short name.", "harbour-radio");
const key = inPath("id", "A key's id, which is no secret.", "0123456789ab");
const DONE = { 303: goesTo("Done.") };
const NOBODY = { 404: answersPage("Nobody is called so, or has no such key.") };
const WRONG = { 422: answersPage("Why nothing was changed.") };
const ONCE = { 201: answersPage("The only page that ever shows the key.") };

/** Partners at the desk: their keys and limits. */
export const DESK_PARTNER_PATHS: Record<string, PathItem> = {
  "/desk/partner": {
    post: act("Add a partner", ["name", "slug"], { ...DONE, 409: answersPage("The short name is taken."), ...WRONG }),
  },
  "/desk/partner/{slug}": {
    get: look("A partner, its keys, limits and feeds", [partner], "Nobody is called so."),
    post: act(
      "Another name, other limits",
      ["name", "requests_per_minute", "megabytes_per_day"],
      { ...DONE, ...NOBODY, ...WRONG },
      [partner],
    ),
  },
  "/desk/partner/{slug}/status": {
    post: act("Suspend or resume a partner", ["status"], { ...DONE, ...NOBODY, ...WRONG }, [partner]),
  },
  "/desk/partner/{slug}/keys": { post: act("A new key", [], { ...ONCE, ...NOBODY, ...WRONG }, [partner]) },
  "/desk/partner/{slug}/keys/{id}/rotate": {
    post: act("A new key in the place of one", ["hours"], { ...ONCE, ...NOBODY }, [partner, key]),
  },
  "/desk/partner/{slug}/keys/{id}/revoke": { post: act("Revoke a key", [], { ...DONE, ...NOBODY }, [partner, key]) },
};
