/** What somebody may do, a person by a role and a system by its key; each with what it lets do. */
export const SCOPES = {
  "articles:read": "see stories, their revisions and who was served them",
  "articles:write": "publish, change, withhold and take back stories, and see everybody's drafts",
  "drafts:write": "write drafts of one's own",
  "files:write": "upload pictures and sound",
  "feeds:read": "see feeds, their editions and what was refused",
  "partners:read": "see partners, what they get and what they have picked up",
  partners: "make partners, their keys and limits",
  "push:read": "see subscribers, webhooks and what they were sent",
  push: "end subscriptions, send again, and set up webhooks",
  "sources:read": "see sources",
  sources: "have sources asked",
  "audience:read": "see who reads",
  "log:read": "see who did what",
  export: "take out all that is stored, and bring it back",
  people: "let people and systems in, and out",
} as const;

export type Scope = keyof typeof SCOPES;

export const ALL_SCOPES: ReadonlySet<Scope> = new Set(Object.keys(SCOPES) as Scope[]);
