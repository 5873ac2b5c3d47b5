import { act, formOf, goesTo, look } from "./desk-paths.ts";
import { answersJson, answersPage, answersProblem, inPath, type PathItem, WITHOUT_TOKEN } from "./operation.ts";

const person = inPath("id", "The person's id.", "0123456789abcdef");
const key = inPath("id", "The key's id, which is no secret.", "0123456789ab");
const invitation = inPath("id", "The invitation's id, which is no secret.", "0123456789abcdef");

const NO_PERSON = { 404: answersPage("Nobody has this id.") };
const LAST_OWNER = { 409: answersPage("The last owner stays.") };
const AGAIN = { 422: answersPage("The page, with what was wrong.") };
const ONCE = { 201: answersPage("The only page that ever shows it.") };

/** What a browser is asked to sign with a passkey. */
const OPTIONS_OF_PASSKEY = { 200: answersJson("Options of WebAuthn, as JSON.", { type: "object" }) };

/** Who works at the desk: people sign in, and let others in. */
export const DESK_PEOPLE_PATHS: Record<string, PathItem> = {
  "/desk/sign-in/passkey/options": {
    post: {
      summary: "What a passkey is to sign to sign somebody in",
      security: WITHOUT_TOKEN,
      responses: { ...OPTIONS_OF_PASSKEY, 429: answersProblem("Asked for too often.") },
    },
  },
  "/desk/sign-in/passkey": {
    post: {
      summary: "Sign in by a passkey",
      security: WITHOUT_TOKEN,
      requestBody: formOf("answer"),
      responses: {
        303: goesTo("Signed in."),
        401: answersPage("The passkey was not taken."),
        429: answersPage("Too many were not."),
      },
    },
  },
  "/desk/join": {
    get: {
      summary: "Where an invitation's link leads",
      security: WITHOUT_TOKEN,
      parameters: [
        { name: "link", in: "query", required: true, description: "The secret.", schema: { type: "string" } },
      ],
      responses: { 200: answersPage("The page."), 410: answersPage("The link is good no more.") },
    },
    post: {
      summary: "Join by an invitation's link",
      security: WITHOUT_TOKEN,
      requestBody: formOf("link", "name", "login", "password"),
      responses: { 303: goesTo("Joined, and signed in."), 410: answersPage("The link is good no more."), ...AGAIN },
    },
  },
  "/desk/people": { get: look("Who may come to the desk, and who is invited") },
  "/desk/people/invite": { post: act("Invite somebody", ["name", "role"], { ...ONCE, ...AGAIN }) },
  "/desk/people/invitations/{id}/withdraw": {
    post: act("Withdraw a link", [], { 404: answersPage("It was used, or withdrawn before.") }, [invitation]),
  },
  "/desk/people/me": { get: look("By what one signs in, and where one is signed in") },
  "/desk/people/me/password": { post: act("Change one's password", ["current", "password"], AGAIN) },
  "/desk/people/me/passkeys/options": { post: act("What a new passkey is asked for", [], OPTIONS_OF_PASSKEY) },
  "/desk/people/me/passkeys": { post: act("Add a passkey", ["answer"], AGAIN) },
  "/desk/people/me/passkeys/remove": { post: act("Remove a passkey", ["id"], AGAIN) },
  "/desk/people/me/sessions/end": { post: act("End one of one's sessions", ["id"], {}) },
  "/desk/people/{id}": { get: look("A person, their role and sessions", [person], "Nobody has this id.") },
  "/desk/people/{id}/role": {
    post: act("Give somebody another role", ["role"], { ...NO_PERSON, ...LAST_OWNER }, [person]),
  },
  "/desk/people/{id}/link": {
    post: act("A link for somebody who has lost the password", [], { ...ONCE, ...NO_PERSON }, [person]),
  },
  "/desk/people/{id}/remove": {
    post: act("Let somebody in no more", ["sure"], { ...NO_PERSON, ...LAST_OWNER, ...AGAIN }, [person]),
  },
  "/desk/keys": {
    get: look("Which systems have a key, and what for"),
    post: act("Make a key", ["name", "scope"], { ...ONCE, ...AGAIN }),
  },
  "/desk/keys/{id}/revoke": {
    post: act("Revoke a key of a system", [], { 404: answersPage("No key has this id.") }, [key]),
  },
};
