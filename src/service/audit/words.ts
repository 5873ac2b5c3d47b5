import { counted } from "../../article/counted.ts";
import { type Actor, PUBLISH_TOKEN, SERVICE } from "../../people/actor.ts";
import type { Action, Subject } from "../store/audit.ts";
import type { LoggedDeed } from "../store/audit-log.ts";
import type { DefinitionChange } from "../store/definition-deeds.ts";

/** What is said of a kind of deed. */
export interface ActionWords {
  /** In a list that one chooses from. */
  name: string;
  /** Between who did it and what it was done to: "Ada Quill *withheld* the story". */
  did: string;
  /** Before the name of what it was done to, in place of the word for its kind. */
  to?: string;
  /** Behind what it was done to. @returns undefined: nothing */
  more?(detail: Detail): string | undefined;
}

type Detail = Record<string, unknown>;

/** What somebody said, in a sentence of ours, which ends with a full stop of its own. */
const quoted = (said: unknown): string | undefined =>
  typeof said === "string" ? `: “${said.replace(/(?<!\.)\.$/, "")}”` : undefined;
const reason = ({ reason }: Detail): string | undefined => quoted(reason);
const quoting = ({ note }: Detail): string | undefined => quoted(note);
function origin({ restored, writer }: Detail): string | undefined {
  if (typeof restored === "number") return `: restored revision ${restored}`;
  return writer === undefined ? undefined : `, written by ${writer}`;
}
const ofPartner = ({ partner }: Detail): string | undefined =>
  partner === undefined ? undefined : ` of the partner ${partner}`;
const ofFeed = ({ feed, format }: Detail): string => ` (${feed}, ${format})`;
const asRole = ({ role }: Detail): string | undefined => (role === undefined ? undefined : ` as ${role}`);

const toHost = ({ host }: Detail): string | undefined => (typeof host === "string" ? ` to ${host}` : undefined);
const onDevice = ({ device }: Detail): string | undefined => (device ? ` on ${device}` : undefined);

function changeOfPerson({ role, password, passkey, invitation }: Detail): string | undefined {
  if (role !== undefined) return `: now ${role}`;
  if (password !== undefined) return `: the password was ${password}`;
  if (passkey !== undefined) return `: a passkey was ${passkey}`;
  return invitation === undefined ? undefined : `: the invitation was ${invitation}`;
}

/** The words of each action: without its own, one does not compile. */
export const ACTION_WORDS: Record<Action, ActionWords> = {
  "article.created": { name: "Story added", did: "added", more: origin },
  "article.changed": { name: "Story changed", did: "changed", more: origin },
  "article.corrected": { name: "Story corrected", did: "corrected", more: origin },
  "article.published": { name: "Draft published", did: "published", more: origin },
  "article.withheld": { name: "Story withheld", did: "withheld", more: origin },
  "article.released": { name: "Story released", did: "released", more: origin },
  "article.retracted": { name: "Story taken back", did: "took back", more: reason },
  "article.restored": { name: "Story brought back", did: "brought back", more: origin },
  "article.brought": {
    name: "Story taken in from another service",
    did: "took in",
    more: ({ revisions }) =>
      typeof revisions === "number" ? ` from another service, with ${counted(revisions, "revision")}` : undefined,
  },
  "draft.started": { name: "Draft begun", did: "began" },
  "draft.handed-in": { name: "Draft handed in", did: "handed in" },
  "draft.handed-back": { name: "Draft handed back", did: "handed back", more: quoting },
  "draft.discarded": { name: "Draft thrown away", did: "threw away" },
  "partner.created": { name: "Partner added", did: "added" },
  "partner.changed": { name: "Partner changed", did: "changed" },
  "partner-key.created": { name: "Partner’s key made", did: "made", more: ofPartner },
  "partner-key.rotated": { name: "Partner’s key replaced", did: "replaced", more: ofPartner },
  "partner-key.revoked": { name: "Partner’s key revoked", did: "revoked", more: ofPartner },
  "partner-page.opened": { name: "Partner’s page opened", did: "opened the partner’s page with" },
  "partner-page.refused": { name: "Partner’s page refused", did: "refused to open a partner’s page with" },
  "partner-page.closed": { name: "Partner’s page closed", did: "closed the partner’s page opened with" },
  "key.created": { name: "API key made", did: "made" },
  "key.revoked": { name: "API key revoked", did: "revoked" },
  "person.invited": { name: "Person invited", did: "invited", more: asRole },
  "person.joined": { name: "Person joined", did: "joined", more: asRole },
  "person.changed": { name: "Person changed", did: "changed", more: changeOfPerson },
  "person.removed": { name: "Person removed", did: "removed" },
  "session.started": { name: "Signed in", did: "signed in", more: onDevice },
  "session.ended": { name: "Signed out", did: "ended a session" },
  "session.refused": {
    name: "Sign-in refused",
    did: "refused a sign-in",
    to: "as",
    more: ({ how }) => (how === undefined ? undefined : ` with a wrong ${how}`),
  },
  "definition.changed": {
    name: "Definition of a feed changed",
    did: "took up",
    more: ({ change }) => (isChange(change) ? `: ${DEFINITION_CHANGES[change]}` : undefined),
  },
  "source.asked": { name: "Source asked", did: "had", more: () => " asked" },
  "source.let-in": {
    name: "Source’s words let in",
    did: "let in the words of",
    more: ({ article }) => (typeof article === "string" ? ` for the story ${article}` : undefined),
  },
  "subscriber.sent-again": { name: "Edition sent again", did: "had an edition sent again", to: "to", more: ofFeed },
  "subscriber.ended": {
    name: "Subscription ended",
    did: "ended the subscription of",
    more: (detail) => `${ofFeed(detail)}${reason(detail) ?? ""}`,
  },
  "file.uploaded": { name: "File uploaded", did: "uploaded" },
  "webhook.created": { name: "Webhook set up", did: "set up", more: toHost },
  "webhook.changed": { name: "Webhook changed", did: "changed", more: toHost },
  "webhook.rotated": { name: "Webhook’s secret replaced", did: "replaced the secret of" },
  "webhook.enabled": { name: "Webhook enabled", did: "enabled" },
  "webhook.disabled": {
    name: "Webhook disabled",
    did: "disabled",
    more: ({ by }) => (by === "receiver" ? ": it answered that it is gone" : undefined),
  },
  "webhook.removed": { name: "Webhook removed", did: "removed", more: toHost },
  "webhook.tested": { name: "Webhook tested", did: "tested" },
  "webhook.replayed": {
    name: "Events sent again",
    did: "sent again",
    to: "to the webhook",
    more: ({ events }) => (typeof events === "number" ? `: ${counted(events, "event")}` : undefined),
  },
  "export.taken": {
    name: "Export taken",
    did: "took an export",
    more: ({ articles, partners, after, after_value }) => {
      const counted = [count(articles, "story", "stories"), count(partners, "partner")].filter(Boolean).join(" and ");
      return `${counted === "" ? "" : ` of ${counted}`}${after === undefined && after_value === undefined ? "" : ", the next part of it"}`;
    },
  },
  "import.taken": {
    name: "Export taken in",
    did: "took in an export",
    more: ({ results, whole }) => `${resultsIn(results)}${whole === false ? "; it broke off" : ""}`,
  },
};

/** How the definition of a feed came to be another one. */
const DEFINITION_CHANGES: Record<DefinitionChange, string> = {
  added: "its definition is new",
  selection: "its definition selects other stories",
  presentation: "its definition shows its stories otherwise",
  ended: "it is defined no more",
};

/** What stands before the name of what something was done to. Absent: its deeds say it. */
export const SUBJECT_WORDS: Record<Subject["kind"], string | undefined> = {
  article: "the story",
  draft: "the draft",
  partner: "the partner",
  "partner-key": "the key",
  key: "the key",
  person: "",
  session: undefined,
  feed: "the feed",
  subscriber: "the subscriber at",
  source: "the source",
  file: "the file",
  webhook: "the webhook",
  store: undefined,
};

/** What stands before the name of who did something. */
export const ACTOR_WORDS: Record<Actor["kind"], string> = {
  person: "",
  key: "the key",
  source: "the source",
  service: "",
};

/** Those whose name says already what they are. */
const NAMED_BY_KIND = [SERVICE, PUBLISH_TOKEN];

/** Who did something, in two parts: what stands before the name, empty where nothing does, and the name. */
export function actorWords({ kind, id, name }: Actor): [before: string, name: string] {
  const known = NAMED_BY_KIND.find((one) => one.kind === kind && one.id === id);
  return known ? ["the", known.name.replace(/^the /, "")] : [ACTOR_WORDS[kind], name];
}

/** What something was called then that was done something to; undefined where its deed does not say it. */
export function subjectName({ detail = {} }: Pick<LoggedDeed, "detail">): string | undefined {
  const { title, name, label, called } = detail;
  return [title, name, label, called].find((one): one is string => typeof one === "string" && one !== "");
}

/** What was done, of what stands above already: "took it back". */
export const didIt = ({ did }: ActionWords): string => did.replace(/ |$/, (space) => ` it${space}`);

const count = (number: unknown, one: string, many?: string): string | undefined =>
  typeof number === "number" ? counted(number, one, many) : undefined;

const isChange = (change: unknown): change is DefinitionChange =>
  typeof change === "string" && Object.hasOwn(DEFINITION_CHANGES, change);

/** "3 created, 1 refused", of lines by what came of them. */
const resultsIn = (results: unknown): string =>
  typeof results !== "object" || results === null || Object.keys(results).length === 0
    ? ""
    : `: ${Object.entries(results)
        .map(([status, lines]) => `${Number(lines).toLocaleString("en")} ${status}`)
        .join(", ")}`;
