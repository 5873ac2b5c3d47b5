/*
 * Made by openapi-typescript of what /api/openapi.json says, and compared with it by test/cli/interface.test.ts. After a change of the
 * interface it is made anew by: npx vitest run --config test/vitest.config.ts --project node test/cli/interface.test.ts --update
 */

export interface paths {
    "/.well-known/wireproof-keys.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys of signed statements, present and former, each with its time */
        get: operations["listSigningKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is stored: filtered, searched, page by page
         * @description It takes a key with the scope `articles:read`.
         */
        get: operations["listArticles"];
        put?: never;
        /**
         * Store any number of articles, one JSON object a line
         * @description A bad line stops no other.
         *
         *     It takes a key with the scope `articles:write`.
         */
        post: operations["storeArticles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an article
         * @description It takes a key with the scope `articles:read`.
         */
        get: operations["getArticle"];
        /**
         * Create or change an article
         * @description The same content again is no new revision.
         *
         *     It takes a key with the scope `articles:write`.
         */
        put: operations["putArticle"];
        post?: never;
        /**
         * Take an article back: its status becomes canceled
         * @description Readers who have it are told, and why.
         *
         *     It takes a key with the scope `articles:write`.
         */
        delete: operations["retractArticle"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which partner has which revision of an article, since when, which subscribers were sent it, and who has it not
         * @description It takes a key with the scope `articles:read`.
         */
        get: operations["getReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/receipts/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The receipts of an article, signed (Ed25519)
         * @description It takes a key with the scope `articles:read`.
         */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an article was, when, and which feeds' readers were served it
         * @description The newest first.
         *
         *     It takes a key with the scope `articles:read`.
         */
        get: operations["listRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/revisions/{revision}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Store an earlier revision again, as a new one
         * @description Corrections that were told stay told, and a story that is withheld stays so.
         *
         *     It takes a key with the scope `articles:write`.
         */
        post: operations["restoreRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What storing these articles would answer, line by line
         * @description Nothing is stored. Each line is judged as if those before it were.
         *
         *     It takes a key with the scope `articles:write`.
         */
        post: operations["judgeArticles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who polls: by day, feed, format and reader
         * @description As JSON or as CSV. Numbers are of whole days, in UTC.
         *
         *     It takes a key with the scope `audience:read`.
         */
        get: operations["getAudience"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that is stored but receipts and counts, one JSON object a line
         * @description The masthead, definitions, partners with their keys' hashes, families' values, and articles with their revisions. The last line is of type `end`, or of type `more` with the path of the rest.
         *
         *     It takes a key with the scope `export`.
         */
        get: operations["exportStore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Each feed's edition: verified, or refused and why; stale or not
         * @description By their slugs. On the first page stand the families of feeds, too.
         *
         *     It takes a key with the scope `feeds:read`.
         */
        get: operations["listFeeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feeds/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a feed's documents have to say, from the store
         * @description The stored side of a verification from outside.
         *
         *     It takes a key with the scope `feeds:read`.
         */
        get: operations["getFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feeds/{slug}/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A feed's editions, and those that were refused
         * @description The newest first.
         *
         *     It takes a key with the scope `feeds:read`.
         */
        get: operations["listEditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feeds/{slug}/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a partner's system will not take of its feed, or takes less gladly
         * @description By entry and rule.
         *
         *     It takes a key with the scope `feeds:read`.
         */
        get: operations["lintFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a picture or a sound
         * @description Its kind is told by its content, and what its camera has noted is taken out.
         *
         *     It takes a key with the scope `files:write`.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an export's lines, as the other store had them
         * @description A bad line stops no other, and the same lines again change nothing. Articles and values need `articles:write`, too, and partners with their keys `partners`.
         *
         *     It takes a key with the scope `export`.
         */
        post: operations["importStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All keys of systems, the publish token among them
         * @description What each may do, and when it was last used.
         *
         *     It takes a key with the scope `people`.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * A new key, with a name and scopes; no other answer shows it
         * @description A key makes none that may do more than itself.
         *
         *     It takes a key with the scope `people`.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a system's key
         * @description Within two seconds it opens nothing. A key revokes itself, and none that may do more.
         *
         *     It takes a key with the scope `people`.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what
         * @description The newest first. Deeds about people, sessions and keys are for the scope `people`, those about drafts for `articles:write`; one's own are always there.
         *
         *     It takes a key with the scope `log:read`.
         */
        get: operations["listDeeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description for machines */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All partners, their feeds and families of feeds
         * @description It takes a key with the scope `partners:read`.
         */
        get: operations["listPartners"];
        put?: never;
        /**
         * A new partner
         * @description It takes a key with the scope `partners`.
         */
        post: operations["createPartner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partners/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A partner, its feeds and its keys
         * @description It takes a key with the scope `partners:read`.
         */
        get: operations["getPartner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change or suspend a partner
         * @description It takes a key with the scope `partners`.
         */
        patch: operations["changePartner"];
        trace?: never;
    };
    "/api/partners/{slug}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A partner's keys: what each is for, and when it was last used
         * @description It takes a key with the scope `partners:read`.
         */
        get: operations["listPartnerKeys"];
        put?: never;
        /**
         * A new key of a partner's; no other answer shows it
         * @description It takes a key with the scope `partners`.
         */
        post: operations["createPartnerKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partners/{slug}/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a partner's key, at once
         * @description It takes a key with the scope `partners`.
         */
        delete: operations["revokePartnerKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partners/{slug}/keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new key in the place of one that stays good for a while
         * @description It takes a key with the scope `partners`.
         */
        post: operations["rotatePartnerKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partners/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Partners that do not come, or have not picked up a retraction
         * @description It takes a key with the scope `partners:read`.
         */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everybody who may come to the desk, with their roles
         * @description It takes a key with the scope `people`.
         */
        get: operations["listPeople"];
        put?: never;
        /**
         * Invite somebody, by a name and a role
         * @description The answer is a link that is good once. Nobody gives more than one has.
         *
         *     It takes a key with the scope `people`.
         */
        post: operations["invitePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Let somebody in no more
         * @description It takes a key with the scope `people`.
         */
        delete: operations["removePerson"];
        options?: never;
        head?: never;
        /**
         * Give somebody another role; their sessions end
         * @description It takes a key with the scope `people`.
         */
        patch: operations["changePerson"];
        trace?: never;
    };
    "/api/people/first": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The link of whoever is to be the first owner, in the place of the one before
         * @description It takes a key with the scope `people`.
         */
        post: operations["inviteFirstOwner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proofread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Proofread a document, or what `{"url": …}` names, for programs
         * @description As JSON, or by `Accept: application/sarif+json` as SARIF 2.1.0. Without the token, too, where the masthead says so.
         */
        post: operations["proofread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/redirects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Old addresses of feeds that somebody asks for, and where they lead
         * @description Those that are asked for most first.
         *
         *     It takes a key with the scope `feeds:read`.
         */
        get: operations["listOldAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The masthead: where the newsroom is at home, its language and its time zone */
        get: operations["getMasthead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every source of feeds/sources.ts, and how it is doing
         * @description It takes a key with the scope `sources:read`.
         */
        get: operations["listSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A source, what it refused, and the stories whose source's words are kept out
         * @description It takes a key with the scope `sources:read`.
         */
        get: operations["getSource"];
        put?: never;
        /**
         * A source calls, or is asked now
         * @description A call is signed as Standard Webhooks (with a story in `data`), Ghost, GitHub (`X-Hub-Signature-256`), WP Webhooks or WooCommerce do, and the signature takes the token's place. With the token, the source is asked now.
         *
         *     It takes a key with the scope `sources`.
         */
        post: operations["callSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is sent what is published, and how that goes; the latest first
         * @description It takes a key with the scope `push:read`.
         */
        get: operations["listSubscriptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A subscription, and its latest receipts
         * @description It takes a key with the scope `push:read`.
         */
        get: operations["getSubscription"];
        put?: never;
        post?: never;
        /**
         * End a subscription: its callback is told why
         * @description It takes a key with the scope `push`.
         */
        delete: operations["endSubscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a subscriber the whole of what is current, now, whatever it has had
         * @description It takes a key with the scope `push`.
         */
        post: operations["sendAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All webhooks, and what they can be told of
         * @description It takes a key with the scope `push:read`.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * A new webhook; no other answer shows its secret
         * @description It is told of what happens from now on, signed as Standard Webhooks has it.
         *
         *     It takes a key with the scope `push`.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A webhook
         * @description It takes a key with the scope `push:read`.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Remove a webhook, with the log of what it was told
         * @description It takes a key with the scope `push`.
         */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook, disable or enable it
         * @description What is absent stays. What one that is disabled has not taken yet is not sent, but can be sent again.
         *
         *     It takes a key with the scope `push`.
         */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/api/webhooks/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a webhook was told, and each attempt, the newest first
         * @description It takes a key with the scope `push:read`.
         */
        get: operations["listWebhookEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an event again, or all that failed since a time
         * @description Each keeps its `webhook-id` and `sequence`. Of those that failed, a thousand at once at most.
         *
         *     It takes a key with the scope `push`.
         */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new secret; no other answer shows it
         * @description For a day what is sent is signed with the former one, too.
         *
         *     It takes a key with the scope `push`.
         */
        post: operations["rotateWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a `webhook.test` event at once, and hear what was answered
         * @description It takes a key with the scope `push`.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For machines that watch: store, publisher, the feeds' states */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Alert: {
            article?: string;
            /** Format: date-time */
            cleared_at?: string;
            edition?: number;
            feed: string;
            id: string;
            /** @enum {string} */
            kind: "silent" | "retraction";
            partner: string;
            /** Format: date-time */
            raised_at: string;
            /** Format: date-time */
            since: string;
            webhook: {
                attempts: number;
                /** Format: date-time */
                delivered_at?: string;
            };
        };
        ApiKey: {
            /** Format: date-time */
            created_at?: string;
            /** Format: date-time */
            expires_at?: string;
            id: string;
            /** Format: date-time */
            last_used_at?: string;
            made_by?: string;
            name: string;
            /** Format: date-time */
            revoked_at?: string;
            scopes: ("articles:read" | "articles:write" | "drafts:write" | "files:write" | "feeds:read" | "partners:read" | "partners" | "push:read" | "push" | "sources:read" | "sources" | "audience:read" | "log:read" | "export" | "people")[];
        };
        Article: {
            attachments?: {
                caption?: string;
                credit?: string;
                duration?: number;
                length?: number;
                rights?: string;
                type: string;
                /** Format: uri */
                url: string;
            }[];
            authors?: {
                email?: string;
                name: string;
                /** Format: uri */
                url?: string;
            }[];
            /**
             * @description It is cleaned, and its links are made absolute.
             * @default
             */
            content_html: string;
            corrections?: {
                /** Format: date-time */
                at: string;
                note: string;
            }[];
            credit?: {
                name: string;
                /** Format: uri */
                url?: string;
            };
            /** @description Place and agency, without the dash. */
            dateline?: string;
            /**
             * Format: date-time
             * @description Nobody sees it before.
             */
            embargo_until?: string;
            /**
             * Format: date-time
             * @description Nobody sees it after.
             */
            expires_at?: string;
            /** @description An old feed's id, kept as the entry's id. */
            guid?: string;
            /** @description The newsroom's own, permanent. */
            id: string;
            images?: {
                caption?: string;
                credit?: string;
                height?: number;
                length?: number;
                license?: {
                    id?: string;
                    licensor?: string;
                };
                rights?: string;
                syndication?: unknown;
                type?: string;
                /** Format: uri */
                url: string;
                width?: number;
            }[];
            /** @description RFC 5646; absent: the newsroom's. */
            language?: string;
            /** @description Readers need not look again for this change. It is not stored. */
            minor?: boolean;
            /** Format: date-time */
            published_at: string;
            /** @description Why it was taken back, for readers. */
            reason?: string;
            /** @description For people: `© 2026 The Harbour Gazette`. */
            rights?: string;
            section?: string;
            /**
             * @description `draft`: stored, and nowhere public.
             * @default usable
             * @enum {string}
             */
            status: "usable" | "withheld" | "canceled" | "draft";
            summary?: string;
            /** @description Which partners get it, how much of it, and when. */
            syndication?: {
                allow?: unknown;
                embargo?: {
                    [key: string]: string;
                };
                summary_only?: string[];
                /** Format: date-time */
                until?: string;
            };
            tags?: string[];
            /** @description Plain text, one line. */
            title: string;
            /** Format: date-time */
            updated_at?: string;
            /** Format: uri */
            url: string;
        };
        ArticleList: {
            articles: components["schemas"]["ListedArticle"][];
            /** @description How many there are, where that is soon counted: 5001 is more than 5,000. */
            count?: number;
            /**
             * @description Not all that is stored is in the lists yet.
             * @constant
             */
            filling?: true;
            /** @description The path of the next page. A page may have few articles, and a next. */
            next?: string;
        };
        ArticleWithoutId: {
            attachments?: {
                caption?: string;
                credit?: string;
                duration?: number;
                length?: number;
                rights?: string;
                type: string;
                /** Format: uri */
                url: string;
            }[];
            authors?: {
                email?: string;
                name: string;
                /** Format: uri */
                url?: string;
            }[];
            /**
             * @description It is cleaned, and its links are made absolute.
             * @default
             */
            content_html: string;
            corrections?: {
                /** Format: date-time */
                at: string;
                note: string;
            }[];
            credit?: {
                name: string;
                /** Format: uri */
                url?: string;
            };
            /** @description Place and agency, without the dash. */
            dateline?: string;
            /** @description Of a GET; it is left alone. */
            edge?: unknown;
            /**
             * Format: date-time
             * @description Nobody sees it before.
             */
            embargo_until?: string;
            /**
             * Format: date-time
             * @description Nobody sees it after.
             */
            expires_at?: string;
            /** @description An old feed's id, kept as the entry's id. */
            guid?: string;
            /** @description The newsroom's own, permanent. */
            id?: string;
            images?: {
                caption?: string;
                credit?: string;
                height?: number;
                length?: number;
                license?: {
                    id?: string;
                    licensor?: string;
                };
                rights?: string;
                syndication?: unknown;
                type?: string;
                /** Format: uri */
                url: string;
                width?: number;
            }[];
            /** @description RFC 5646; absent: the newsroom's. */
            language?: string;
            /** @description Readers need not look again for this change. It is not stored. */
            minor?: boolean;
            /** Format: date-time */
            published_at: string;
            /** @description Why it was taken back, for readers. */
            reason?: string;
            /** @description For people: `© 2026 The Harbour Gazette`. */
            rights?: string;
            section?: string;
            /**
             * @description `draft`: stored, and nowhere public.
             * @default usable
             * @enum {string}
             */
            status: "usable" | "withheld" | "canceled" | "draft";
            summary?: string;
            /** @description Which partners get it, how much of it, and when. */
            syndication?: {
                allow?: unknown;
                embargo?: {
                    [key: string]: string;
                };
                summary_only?: string[];
                /** Format: date-time */
                until?: string;
            };
            tags?: string[];
            /** @description Plain text, one line. */
            title: string;
            /** Format: date-time */
            updated_at?: string;
            /** Format: uri */
            url: string;
        };
        AudienceReport: {
            /** @description What is counted here, for people. */
            counted: string;
            feed?: string;
            /** Format: date */
            from: string;
            products: {
                bytes_saved: number;
                bytes_sent: number;
                bytes_unconditional: number;
                /** @enum {string} */
                kind: "aggregator" | "app" | "library" | "bot" | "browser" | "other";
                polls_200: number;
                polls_226: number;
                polls_304: number;
                polls_other: number;
                polls_soon: number;
                polls_unconditional: number;
                product: string;
                subscribers?: number;
            }[];
            rows: {
                bytes_saved: number;
                bytes_sent: number;
                bytes_unconditional: number;
                /** Format: date */
                day: string;
                feed: string;
                format: string;
                /** @enum {string} */
                kind: "aggregator" | "app" | "library" | "bot" | "browser" | "other";
                polls_200: number;
                polls_226: number;
                polls_304: number;
                polls_other: number;
                polls_soon: number;
                polls_unconditional: number;
                product: string;
                subscribers: number | null;
            }[];
            /** Format: date */
            to: string;
            total: {
                bytes_saved: number;
                bytes_sent: number;
                bytes_unconditional: number;
                polls: number;
                polls_200: number;
                polls_226: number;
                polls_304: number;
                polls_other: number;
                polls_soon: number;
                polls_unconditional: number;
                subscribers: number;
            };
        };
        Deed: {
            action: string;
            actor: {
                id: string;
                /** @enum {string} */
                kind: "person" | "key" | "source" | "service";
                /** @description What it was called then. */
                name: string;
            };
            /** Format: date-time */
            at: string;
            /** @description What else is known of it: a story's title and revision, counts, reasons. */
            detail: {
                [key: string]: unknown;
            };
            /** @description Counted up: the newest has the highest. */
            id: number;
            subject: {
                id: string;
                kind: string;
            };
        };
        /** @description One field that was not read back as it is stored. */
        Discrepancy: {
            entry?: string;
            feed: string;
            field: string;
            /** @enum {string} */
            format: "rss" | "atom" | "json";
            read: string;
            /** @enum {string} */
            reader: "rss-parser" | "strict-xml" | "strict-json";
            stored: string;
        };
        DocumentReport: {
            asked?: string;
            /** @description The other formats of a feed that its home page links to, and where they disagree. */
            beside?: {
                /** @description How often each rule was broken. */
                counts: {
                    [key: string]: number;
                };
                /** @description Of each rule so many at most: `counts` has how often it was broken. */
                findings: components["schemas"]["Finding"][];
                formats: {
                    format: string;
                    url: string;
                }[];
                /** Format: uri */
                page: string;
                /** @description Why the page could not be looked at. */
                trouble?: string;
                unread: {
                    trouble: string;
                    url: string;
                }[];
            };
            bytes: number;
            content_type?: string;
            /** @description How often each rule was broken. */
            counts: {
                [key: string]: number;
            };
            encoding?: string;
            entries: number;
            /** @description Of each rule so many at most: `counts` has how often it was broken. */
            findings: components["schemas"]["Finding"][];
            /**
             * @description Absent: it is no feed.
             * @enum {string}
             */
            format?: "rss" | "rdf" | "atom" | "entry" | "json";
            /** @description What was sent, where it came by no address. */
            name?: string;
            /** @description What shows only over time. Absent: it was not proofread before. */
            over_time?: {
                /** @description How often each rule was broken. */
                counts: {
                    [key: string]: number;
                };
                /** @description Of each rule so many at most: `counts` has how often it was broken. */
                findings: components["schemas"]["Finding"][];
                /** Format: date-time */
                since: string;
                times: number;
            };
            redirects?: {
                status: number;
                url: string;
            }[];
            /**
             * Format: uri
             * @description Its page.
             */
            report: string;
            sha256: string;
            /**
             * Format: uri
             * @description What answered in the end.
             */
            url?: string;
            version?: string;
        };
        /** @description Of a story that was taken back: whether its text is out of the caches in front. */
        EdgeState: {
            /** @enum {string} */
            by: "purge" | "age";
            /** Format: date-time */
            since: string;
            /** @constant */
            status: "out";
        } | {
            /** @constant */
            status: "leaving";
            /** Format: date-time */
            until?: string;
        };
        Editions: {
            editions: ({
                /** @description Articles, by their ids. */
                added?: string[];
                /** Format: date-time */
                at: string;
                changed?: string[];
                edition: number;
                entries: number | null;
                /** @constant */
                outcome: "verified";
                removed?: string[];
            } | {
                /** Format: date-time */
                at: string;
                /** @description The edition that stays. */
                current: number;
                discrepancies: components["schemas"]["Discrepancy"][];
                /** @constant */
                outcome: "refused";
            })[];
            kept_days: number;
            /** @description Where the older ones are. */
            next?: string;
            slug: string;
        };
        ExportLine: {
            /** @constant */
            type: "export";
            /** @constant */
            version: 1;
        } | {
            site: {
                [key: string]: unknown;
            };
            /** @constant */
            type: "site";
        } | {
            definition: {
                [key: string]: unknown;
            };
            /** @constant */
            type: "feed";
        } | {
            definition: {
                [key: string]: unknown;
            };
            /** @constant */
            type: "family";
        } | {
            bytes_per_day: number;
            key_in_url: boolean;
            keys: {
                /** Format: date-time */
                created_at: string;
                /** Format: date-time */
                expires_at?: string;
                feeds?: string[];
                hash: string;
                id: string;
                label?: string;
                /** Format: date-time */
                last_used_at?: string;
                /** Format: date-time */
                revoked_at?: string;
            }[];
            name: string;
            requests_per_minute: number;
            slug: string;
            /** @enum {string} */
            status: "active" | "suspended";
            /** @constant */
            type: "partner";
        } | {
            edition: number;
            family: string;
            labels: string[];
            slug: string;
            /** @constant */
            type: "value";
        } | {
            archived?: {
                [key: string]: number;
            };
            entry_id: string;
            id: string;
            public: boolean;
            /** Format: date-time */
            published: string;
            revision: number;
            revisions: {
                article: unknown;
                revision: number;
                /** Format: date-time */
                stored_at: string;
                /** Format: date-time */
                superseded_at?: string;
                /** Format: date-time */
                updated: string;
            }[];
            /** @constant */
            type: "article";
            /** Format: date-time */
            updated: string;
        } | {
            path: string;
            /** @constant */
            type: "more";
        } | {
            /** @constant */
            type: "end";
        };
        FamilyStatus: {
            /** @description Those whose feeds are polled, and published for it. */
            awake: number;
            by: ("section" | "tag" | "author" | "credit" | "language")[];
            /** @description A number that is as large stands for as many or more. */
            counted_up_to: number;
            /** @description The path that its feeds' slugs begin with. */
            family: string;
            /** @description Absent: its feeds are public. */
            partner?: string;
            refused: number;
            title: string;
            urls: {
                atom: string;
                json: string;
                rss: string;
            };
            /** @description Values that some story has or had. */
            values: number;
        };
        Feeds: {
            /** @description Whether no article is stored. */
            empty: boolean;
            /** @description On the first page. */
            families?: components["schemas"]["FamilyStatus"][];
            feeds: components["schemas"]["FeedStatus"][];
            /** @description Where those after them are. There may be fewer on a page than its limit. */
            next?: string;
        };
        FeedStatus: {
            archive: {
                pages: number;
                stale: boolean;
            };
            /** @description Nobody polls it, and it is composed when somebody does. */
            asleep?: boolean;
            discrepancies?: components["schemas"]["Discrepancy"][];
            edition: number;
            entries: number;
            /** @description The path of its family; absent: it has a definition of its own. */
            family?: string;
            /** @description What it is of, by each facet of its family. */
            labels?: string[];
            /** @description Absent: the feed is public. */
            partner?: string;
            /** Format: date-time */
            published_at?: string;
            slug: string;
            /** @description Whether the store is ahead of the edition. */
            stale: boolean;
            /**
             * @description How the newest edition fared.
             * @enum {string}
             */
            state: "verified" | "refused" | "none";
            title: string;
            urls: {
                /** Format: uri */
                atom: string;
                /** Format: uri */
                json: string;
                /** Format: uri */
                rss: string;
            };
        };
        Finding: {
            column?: number;
            /** @description Counted from 1; absent: it is of the document as a whole. */
            line?: number;
            mend?: string;
            message: string;
            /** @description What readers make of it. */
            readers?: string;
            rule: string;
            /** @description What has to be so. */
            says?: string;
            section?: string;
            /** @enum {string} */
            severity: "error" | "warning" | "advice";
            /** @description Where that section can be read. */
            specification?: string;
            where: string;
        };
        Health: {
            /** @description What is wrong with the store. */
            detail?: string;
            /** @description Sources that failed when they were last asked. Absent: there are no sources. */
            failing_sources?: number;
            /** @description Public feeds, by slug. */
            feeds?: {
                [key: string]: {
                    edition: number;
                    refused: boolean;
                    stale: boolean;
                };
            };
            /**
             * @description `trouble`: the feeds are many, and only those are listed that are refused or stale, a hundred of each at most.
             * @enum {string}
             */
            listed?: "all" | "trouble";
            /** @description How long that feed has waited to be published which has waited longest. */
            queue_lag_ms?: number;
            /** @description What kind of trouble the store has. */
            reason?: string;
            /** @description Feeds whose newest edition was refused. 1000: so many, or more. */
            refused?: number;
            /** @description Feeds that wait to be published. 1000: so many, or more. */
            stale?: number;
            /** @enum {string} */
            status: "ok" | "degraded" | "down";
            /** @enum {string} */
            store: "ok" | "unavailable";
        };
        ImportResult: {
            detail?: string;
            id?: string;
            line: number;
            notices?: components["schemas"]["InputProblem"][];
            problems?: components["schemas"]["InputProblem"][];
            revision?: number;
            /**
             * @description `different`: the masthead or a definition is another one here, and stays.
             * @enum {string}
             */
            status: "created" | "changed" | "unchanged" | "different" | "refused" | "failed";
            type?: string;
        };
        InputProblem: {
            detail: string;
            /** @description A JSON Pointer (RFC 6901). */
            path: string;
        };
        JsonFeed: {
            items: ({
                id: string;
            } & {
                [key: string]: unknown;
            })[];
            title: string;
            version: string;
        } & {
            [key: string]: unknown;
        };
        LineResult: {
            /** @description Slugs of the feeds that it comes into, changes in, or leaves. */
            feeds: string[];
            id: string;
            line: number;
            /** @description What to know, though it is stored: that another article has its URL. */
            notices?: components["schemas"]["InputProblem"][];
            removed: components["schemas"]["Removed"][];
            revision: number;
            /** @enum {string} */
            status: "created" | "changed" | "unchanged";
        } | {
            id?: string;
            line: number;
            problems: components["schemas"]["InputProblem"][];
            removed?: components["schemas"]["Removed"][];
            /** @constant */
            status: "refused";
        } | {
            detail: string;
            id: string;
            line: number;
            /** @constant */
            status: "failed";
        };
        Lint: {
            entries: {
                article: string;
                findings: components["schemas"]["ProfileFinding"][];
                id: string;
                left_out: boolean;
                title: string;
            }[];
            /** @description Of the feed as a whole. */
            findings: components["schemas"]["ProfileFinding"][];
            /** @description Entries that break a hard rule: they do not go out. */
            left_out: number;
            /** @enum {string} */
            profile: "standard" | "wire" | "msn" | "smartnews" | "flipboard" | "apple";
            slug: string;
        };
        ListedArticle: {
            authors: string[];
            /** Format: date-time */
            embargo_until?: string;
            entry_id: string;
            /** Format: date-time */
            expires_at?: string;
            feeds: string[];
            /** @description A piece of its text with words of `q`, and from where to where these stand, in UTF-16 units. */
            found?: {
                marks: number[][];
                text: string;
            };
            id: string;
            language?: string;
            /** Format: date-time */
            published_at: string;
            revision: number;
            section?: string;
            source?: string;
            /** @enum {string} */
            status: "usable" | "withheld" | "canceled" | "draft";
            /** Format: date-time */
            stored_at: string;
            tags: string[];
            title: string;
            /** Format: date-time */
            updated_at: string;
            url: string;
        };
        ListedPartner: {
            /** @description A limit of each of its keys: bytes of full documents. */
            bytes_per_day: number;
            families: {
                family: string;
                title: string;
                /** @description With `{value}` for what a feed of it is of. */
                urls: {
                    atom: string;
                    json: string;
                    rss: string;
                };
            }[];
            feeds: {
                slug: string;
                title: string;
                urls: {
                    /** Format: uri */
                    atom: string;
                    /** Format: uri */
                    json: string;
                    /** Format: uri */
                    rss: string;
                };
            }[];
            /** @description Whether its keys are taken from the URL, too. */
            key_in_url: boolean;
            name: string;
            /** @description A limit of each of its keys. */
            requests_per_minute: number;
            slug: string;
            /** @enum {string} */
            status: "active" | "suspended";
        };
        Log: {
            deeds: components["schemas"]["Deed"][];
            /** @description At least: deeds stay as long as what they were done to is there. */
            kept_days: number;
            /** @description Where the older ones are. There may be fewer on a page than its limit. */
            next?: string;
        };
        Masthead: {
            /**
             * Format: uri
             * @description Where the feeds are.
             */
            base: string;
            /**
             * Format: uri
             * @description The newsroom's own home page.
             */
            home: string;
            language: string;
            title: string;
            /** @description Whether no two articles may have one URL. */
            unique_urls?: boolean;
            /** @description An IANA time zone, of times that are written without one. Absent: UTC. */
            zone?: string;
        };
        OldAddresses: {
            addresses: {
                /** @description Path, and as much of the query as tells feeds apart. */
                address: string;
                asked: number;
                /** Format: date-time */
                first_asked: string;
                /** Format: date-time */
                last_asked: string;
                /** @description Slug and format of the feed. Absent: it leads nowhere. */
                leads_to?: string;
                readers: {
                    asked: number;
                    product: string;
                }[];
                /** @description What the masthead's list of redirects could say, as JSON. */
                suggestion?: string;
            }[];
        };
        Partner: {
            /** @description A limit of each of its keys: bytes of full documents. */
            bytes_per_day: number;
            families: {
                family: string;
                title: string;
                /** @description With `{value}` for what a feed of it is of. */
                urls: {
                    atom: string;
                    json: string;
                    rss: string;
                };
            }[];
            feeds: {
                slug: string;
                title: string;
                urls: {
                    /** Format: uri */
                    atom: string;
                    /** Format: uri */
                    json: string;
                    /** Format: uri */
                    rss: string;
                };
            }[];
            /** @description Whether its keys are taken from the URL, too. */
            key_in_url: boolean;
            keys: components["schemas"]["PartnerKey"][];
            name: string;
            /** @description A limit of each of its keys. */
            requests_per_minute: number;
            slug: string;
            /** @enum {string} */
            status: "active" | "suspended";
        };
        PartnerKey: {
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at?: string;
            /** @description Those that it opens; absent: all of its partner's. */
            feeds?: string[];
            /** @description The part of the key that may be seen. */
            id: string;
            label?: string;
            /**
             * Format: date-time
             * @description To the hour.
             */
            last_used_at?: string;
            /** Format: date-time */
            revoked_at?: string;
        };
        Person: {
            id: string;
            /** Format: date-time */
            joined_at: string;
            login: string;
            name: string;
            passkeys: number;
            /** @description Whether one may sign in by a password. */
            password: boolean;
            /** @enum {string} */
            role: "owner" | "editor" | "writer" | "reader";
        };
        Problem: {
            /** @description One sentence for people. */
            detail: string;
            /** @description Every problem of the input, all at once. */
            problems?: components["schemas"]["InputProblem"][];
            status: number;
            title: string;
            type: string;
        };
        ProfileFinding: {
            field: string;
            message: string;
            rule: string;
            /** @enum {string} */
            severity: "hard" | "advice";
            source: string;
        };
        ProofreadReport: {
            /** Format: date-time */
            at: string;
            /** @description One; of a home page, each feed that it leads to. */
            documents: components["schemas"]["DocumentReport"][];
            /**
             * Format: date-time
             * @description Until then it is kept.
             */
            expires_at: string;
            /** @description Of a home page, or a list of feeds. */
            page?: {
                /** @description How often each rule was broken. */
                counts: {
                    [key: string]: number;
                };
                feeds: {
                    /**
                     * @description What readers commented.
                     * @constant
                     */
                    comments?: true;
                    /** @enum {string} */
                    how: "link" | "anchor" | "place" | "list";
                    title?: string;
                    trouble?: string;
                    url: string;
                }[];
                /** @description Of each rule so many at most: `counts` has how often it was broken. */
                findings: components["schemas"]["Finding"][];
                /** @description Those that were not looked at. */
                more_feeds: number;
            };
            /**
             * Format: uri
             * @description The report's page.
             */
            report: string;
        };
        PublicKeys: {
            keys: {
                /** @constant */
                alg: "EdDSA";
                /** @constant */
                crv: "Ed25519";
                /** @description Until when it did; absent: it still does. */
                exp?: number;
                kid: string;
                /** @constant */
                kty: "OKP";
                /** @description Since when it signs, in seconds since 1970. */
                nbf?: number;
                /** @constant */
                use: "sig";
                x: string;
            }[];
        };
        Receipts: {
            article: string;
            /** @description Every partner has what its feed says now, and no subscriber that can be told has a story still that was taken back. */
            complete: boolean;
            /**
             * @description There are more subscribers than are looked at for one article: counts are of the others.
             * @constant
             */
            more_subscribers?: true;
            revisions: {
                deliveries: {
                    edition: number;
                    feed: string;
                    /** Format: date-time */
                    last_polled_at?: string;
                    /** @description Polls that were answered with an older edition after this one was published. */
                    outdated: {
                        /** Format: date-time */
                        at: string;
                        edition: number;
                        key: string;
                    }[];
                    partner: string;
                    /** Format: date-time */
                    published_at: string;
                    received?: {
                        /** Format: date-time */
                        at: string;
                        edition: number;
                        format: string;
                        key: string;
                        status: number;
                        /**
                         * @description Whether the partner asked for it, or was sent it.
                         * @enum {string}
                         */
                        via: "poll" | "push";
                    };
                    /** @enum {string} */
                    state: "received" | "waiting" | "superseded" | "missed";
                    /** @enum {string} */
                    what: "carried" | "retracted" | "withdrawn";
                }[];
                revision: number;
                /** Format: date-time */
                stored_at: string;
                /** @description How it fared with subscribers of public feeds; absent: there was none. */
                subscribers?: {
                    /** @description Some of them: of each state the first by host. */
                    listed: {
                        /** Format: date-time */
                        at?: string;
                        edition?: number;
                        feed: string;
                        format: string;
                        host: string;
                        id: number;
                        /** @enum {string} */
                        state: "received" | "waiting" | "superseded";
                    }[];
                    received: number;
                    /** @description They were sent editions before and after those with it. */
                    superseded: number;
                    waiting: number;
                };
            }[];
            /** @description Subscribers of public feeds that were sent the story and not that it was taken back. */
            still_have?: {
                count: number;
                listed: {
                    /** Format: date-time */
                    at: string;
                    edition: number;
                    ended?: {
                        /** Format: date-time */
                        at: string;
                        reason: string;
                    };
                    feed: string;
                    format: string;
                    host: string;
                    id: number;
                    /**
                     * @description `missed`: it was sent editions alone in which the notice no longer stood. `ended`: it is no subscriber any more, and cannot be told.
                     * @enum {string}
                     */
                    state: "waiting" | "missed" | "ended";
                }[];
            };
            /** @description The partners that do not have it yet. */
            waiting: string[];
        };
        Removed: {
            count: number;
            /** @description A JSON Pointer. */
            path: string;
            what: string;
        };
        Revisions: {
            /** @description Of its entry, the same in every format. */
            entry_id: string;
            id: string;
            kept_days: number;
            /** @description Where the older ones are. */
            next?: string;
            revisions: {
                /** @description Who stored it, by the name of then. Absent: the log does not tell. */
                by?: {
                    id: string;
                    /** @enum {string} */
                    kind: "person" | "key" | "source" | "service";
                    name: string;
                };
                changes: {
                    after?: unknown;
                    before?: unknown;
                    path: string;
                }[];
                revision: number;
                /** @description The editions of which feeds readers were served it in. */
                served: {
                    feed: string;
                    /** Format: date-time */
                    from: string;
                    from_edition: number;
                    to_edition?: number;
                    /** Format: date-time */
                    until?: string;
                }[];
                /** @description Whether readers were to look again. */
                significant: boolean;
                /** @enum {string} */
                status: "usable" | "withheld" | "canceled" | "draft";
                /** Format: date-time */
                stored_at: string;
                /** Format: date-time */
                updated: string;
            }[];
        };
        Sarif: {
            runs: {
                [key: string]: unknown;
            }[];
            /** @constant */
            version: "2.1.0";
        } & {
            [key: string]: unknown;
        };
        Saved: {
            /** @description Slugs of the feeds that it comes into, changes in, or leaves. */
            feeds: string[];
            id: string;
            /** @description What to know, though it is stored: that another article has its URL. */
            notices?: components["schemas"]["InputProblem"][];
            removed: components["schemas"]["Removed"][];
            revision: number;
            /** @enum {string} */
            status: "created" | "changed" | "unchanged";
        };
        ShownApiKey: {
            /** Format: date-time */
            expires_at?: string;
            id: string;
            /** @description It is shown once. */
            key: string;
            name: string;
            scopes: ("articles:read" | "articles:write" | "drafts:write" | "files:write" | "feeds:read" | "partners:read" | "partners" | "push:read" | "push" | "sources:read" | "sources" | "audience:read" | "log:read" | "export" | "people")[];
        };
        ShownInvitation: {
            /** Format: date-time */
            expires_at: string;
            id: string;
            /**
             * Format: uri
             * @description The link, good once. It is shown once.
             */
            url: string;
        };
        ShownKey: {
            id: string;
            /** @description It is shown once. */
            key: string;
            /**
             * Format: date-time
             * @description Until then that one is good, too.
             */
            overlap_ends?: string;
            /** @description The id of the key whose place it takes. */
            replaces?: string;
        };
        ShownWebhook: {
            /** Format: date-time */
            created_at: string;
            description: string;
            /** Format: date-time */
            disabled_at?: string;
            /**
             * @description `receiver`: it has answered that it is gone (410).
             * @enum {string}
             */
            disabled_by?: "newsroom" | "receiver";
            /**
             * Format: date-time
             * @description Absent: it takes what it is sent.
             */
            failing_since?: string;
            /**
             * Format: date-time
             * @description Until then what is sent is signed with the former secret, too.
             */
            former_secret_until?: string;
            id: string;
            made_by: string;
            /** @description What is sent is signed with it. It is shown once. */
            secret: string;
            /** @enum {string} */
            status: "enabled" | "disabled";
            /** @description Of which types of events it is told; `article.*` is all of them. */
            types: string[];
            /** Format: uri */
            url: string;
        };
        SignedStatement: {
            /** @description A detached signature (RFC 7515 Appendix F, Ed25519) over the statement's canonical form (RFC 8785). */
            jws: string;
            statement: {
                article: string;
                /** @description Every partner has what its feed says now, and no subscriber that can be told has a story still that was taken back. */
                complete: boolean;
                /** Format: date-time */
                issued_at: string;
                issuer: string;
                /**
                 * @description There are more subscribers than are looked at for one article: counts are of the others.
                 * @constant
                 */
                more_subscribers?: true;
                revisions: {
                    deliveries: {
                        edition: number;
                        feed: string;
                        /** Format: date-time */
                        last_polled_at?: string;
                        /** @description Polls that were answered with an older edition after this one was published. */
                        outdated: {
                            /** Format: date-time */
                            at: string;
                            edition: number;
                            key: string;
                        }[];
                        partner: string;
                        /** Format: date-time */
                        published_at: string;
                        received?: {
                            /** Format: date-time */
                            at: string;
                            edition: number;
                            format: string;
                            key: string;
                            status: number;
                            /**
                             * @description Whether the partner asked for it, or was sent it.
                             * @enum {string}
                             */
                            via: "poll" | "push";
                        };
                        /** @enum {string} */
                        state: "received" | "waiting" | "superseded" | "missed";
                        /** @enum {string} */
                        what: "carried" | "retracted" | "withdrawn";
                    }[];
                    revision: number;
                    /** Format: date-time */
                    stored_at: string;
                    /** @description How it fared with subscribers of public feeds; absent: there was none. */
                    subscribers?: {
                        /** @description Some of them: of each state the first by host. */
                        listed: {
                            /** Format: date-time */
                            at?: string;
                            edition?: number;
                            feed: string;
                            format: string;
                            host: string;
                            id: number;
                            /** @enum {string} */
                            state: "received" | "waiting" | "superseded";
                        }[];
                        received: number;
                        /** @description They were sent editions before and after those with it. */
                        superseded: number;
                        waiting: number;
                    };
                }[];
                /** @description Subscribers of public feeds that were sent the story and not that it was taken back. */
                still_have?: {
                    count: number;
                    listed: {
                        /** Format: date-time */
                        at: string;
                        edition: number;
                        ended?: {
                            /** Format: date-time */
                            at: string;
                            reason: string;
                        };
                        feed: string;
                        format: string;
                        host: string;
                        id: number;
                        /**
                         * @description `missed`: it was sent editions alone in which the notice no longer stood. `ended`: it is no subscriber any more, and cannot be told.
                         * @enum {string}
                         */
                        state: "waiting" | "missed" | "ended";
                    }[];
                };
                /** Format: uri */
                url: string;
                /** @description The partners that do not have it yet. */
                waiting: string[];
            };
        };
        Source: {
            /** Format: date-time */
            asked_at?: string;
            changed: number;
            created: number;
            /** @description Since the last success. */
            failures: number;
            /** @description Why it failed the last time. */
            fault?: string;
            /** @enum {string} */
            kind: "feed" | "wordpress" | "ghost" | "webhook";
            /** @description Where it says that it has moved for good (301). */
            moved_to?: string;
            name: string;
            /**
             * Format: date-time
             * @description When it is asked next. Absent: it calls itself, or has ended.
             */
            next_at?: string;
            /** @description Items that were not taken in, as many as are kept at most. */
            refused: number;
            /**
             * @description `ended`: it says that it is gone for good (410).
             * @enum {string}
             */
            status: "new" | "well" | "failing" | "ended";
            /** Format: date-time */
            succeeded_at?: string;
            taken_back: number;
            url?: string;
        };
        SourceCall: {
            changed: number;
            created: number;
            source: string;
            /** @enum {string} */
            status: "asked" | "taken in";
            taken_back: number;
        };
        SourceDetail: {
            /** Format: date-time */
            asked_at?: string;
            changed: number;
            created: number;
            /** @description Since the last success. */
            failures: number;
            /** @description Why it failed the last time. */
            fault?: string;
            /** @description Stories whose source's words are kept out, because they were changed here. */
            kept_out: {
                id: string;
                /** Format: date-time */
                since: string;
            }[];
            /** @enum {string} */
            kind: "feed" | "wordpress" | "ghost" | "webhook";
            /** @description Where it says that it has moved for good (301). */
            moved_to?: string;
            name: string;
            /**
             * Format: date-time
             * @description When it is asked next. Absent: it calls itself, or has ended.
             */
            next_at?: string;
            refusals: {
                /** Format: date-time */
                at: string;
                item: string;
                reason: string;
            }[];
            /** @description Items that were not taken in, as many as are kept at most. */
            refused: number;
            /**
             * @description `ended`: it says that it is gone for good (410).
             * @enum {string}
             */
            status: "new" | "well" | "failing" | "ended";
            /** Format: date-time */
            succeeded_at?: string;
            taken_back: number;
            url?: string;
        };
        StoredArticle: {
            attachments?: {
                caption?: string;
                credit?: string;
                duration?: number;
                length?: number;
                rights?: string;
                type: string;
                /** Format: uri */
                url: string;
            }[];
            authors?: {
                email?: string;
                name: string;
                /** Format: uri */
                url?: string;
            }[];
            /**
             * @description It is cleaned, and its links are made absolute.
             * @default
             */
            content_html: string;
            corrections?: {
                /** Format: date-time */
                at: string;
                note: string;
            }[];
            credit?: {
                name: string;
                /** Format: uri */
                url?: string;
            };
            /** @description Place and agency, without the dash. */
            dateline?: string;
            edge?: components["schemas"]["EdgeState"];
            /**
             * Format: date-time
             * @description Nobody sees it before.
             */
            embargo_until?: string;
            /**
             * Format: date-time
             * @description Nobody sees it after.
             */
            expires_at?: string;
            /** @description An old feed's id, kept as the entry's id. */
            guid?: string;
            /** @description The newsroom's own, permanent. */
            id: string;
            images?: {
                caption?: string;
                credit?: string;
                height?: number;
                length?: number;
                license?: {
                    id?: string;
                    licensor?: string;
                };
                rights?: string;
                syndication?: unknown;
                type?: string;
                /** Format: uri */
                url: string;
                width?: number;
            }[];
            /** @description RFC 5646; absent: the newsroom's. */
            language?: string;
            /** @description Readers need not look again for this change. It is not stored. */
            minor?: boolean;
            /** Format: date-time */
            published_at: string;
            /** @description Why it was taken back, for readers. */
            reason?: string;
            /** @description For people: `© 2026 The Harbour Gazette`. */
            rights?: string;
            section?: string;
            /**
             * @description `draft`: stored, and nowhere public.
             * @default usable
             * @enum {string}
             */
            status: "usable" | "withheld" | "canceled" | "draft";
            summary?: string;
            /** @description Which partners get it, how much of it, and when. */
            syndication?: {
                allow?: unknown;
                embargo?: {
                    [key: string]: string;
                };
                summary_only?: string[];
                /** Format: date-time */
                until?: string;
            };
            tags?: string[];
            /** @description Plain text, one line. */
            title: string;
            /** Format: date-time */
            updated_at?: string;
            /** Format: uri */
            url: string;
        };
        StoredFeed: {
            archive: {
                pages: number;
                stale: boolean;
            };
            /** @description Nobody polls it, and it is composed when somebody does. */
            asleep?: boolean;
            discrepancies?: components["schemas"]["Discrepancy"][];
            edition: number;
            entries: number;
            /** @description The path of its family; absent: it has a definition of its own. */
            family?: string;
            /** @description What its documents have to say, selected from the store now. */
            feed: {
                entries: ({
                    id: string;
                    title: string;
                } & {
                    [key: string]: unknown;
                })[];
            } & {
                [key: string]: unknown;
            };
            /** @description What it is of, by each facet of its family. */
            labels?: string[];
            /** @description Absent: the feed is public. */
            partner?: string;
            /** Format: date-time */
            published_at?: string;
            slug: string;
            /** @description Whether the store is ahead of the edition. */
            stale: boolean;
            /**
             * @description How the newest edition fared.
             * @enum {string}
             */
            state: "verified" | "refused" | "none";
            title: string;
            urls: {
                /** Format: uri */
                atom: string;
                /** Format: uri */
                json: string;
                /** Format: uri */
                rss: string;
            };
        };
        Subscription: {
            /**
             * Format: date-time
             * @description When the oldest edition was published that it has not.
             */
            behind_since?: string;
            /** @description In a list its beginning: whoever knows all of it can send to it. */
            callback: string;
            /** @description Whether it is sent what has changed, not the whole document. */
            delta: boolean;
            /** @description The newest that it has answered with 2xx. */
            edition?: number;
            ended?: {
                /** Format: date-time */
                at: string;
                reason: string;
            };
            /** @description Since the last success. */
            failures: number;
            /** @description Why the last attempt failed. */
            fault?: string;
            host: string;
            id: number;
            /** @description The id of the partner's key that asked. */
            key?: string;
            last_status?: number;
            /** Format: date-time */
            lease_until: string;
            /**
             * Format: date-time
             * @description When it is sent what is current.
             */
            next_at?: string;
            /** @description Whose key asked; absent: it is a public feed's. */
            partner?: string;
            /** Format: date-time */
            received_at?: string;
            /** @description Whether it has a secret that what is sent is signed with. */
            signed: boolean;
            /** @enum {string} */
            state: "current" | "waiting" | "failing" | "ended";
            /** @description The document that it is sent. */
            topic: {
                feed: string;
                format: string;
            };
            /** Format: date-time */
            verified_at: string;
        };
        SubscriptionDeed: {
            id: number;
            /** @enum {string} */
            status: "due" | "ended";
        };
        SubscriptionDetail: {
            /**
             * Format: date-time
             * @description When the oldest edition was published that it has not.
             */
            behind_since?: string;
            /** @description In a list its beginning: whoever knows all of it can send to it. */
            callback: string;
            /** @description Whether it is sent what has changed, not the whole document. */
            delta: boolean;
            /** @description The newest that it has answered with 2xx. */
            edition?: number;
            ended?: {
                /** Format: date-time */
                at: string;
                reason: string;
            };
            /** @description Since the last success. */
            failures: number;
            /** @description Why the last attempt failed. */
            fault?: string;
            host: string;
            id: number;
            /** @description The id of the partner's key that asked. */
            key?: string;
            last_status?: number;
            /** Format: date-time */
            lease_until: string;
            /**
             * Format: date-time
             * @description When it is sent what is current.
             */
            next_at?: string;
            /** @description Whose key asked; absent: it is a public feed's. */
            partner?: string;
            receipts: {
                /** Format: date-time */
                at: string;
                attempts: number;
                delta: boolean;
                edition: number;
                status: number;
            }[];
            /** Format: date-time */
            received_at?: string;
            /** @description Whether it has a secret that what is sent is signed with. */
            signed: boolean;
            /** @enum {string} */
            state: "current" | "waiting" | "failing" | "ended";
            /** @description The document that it is sent. */
            topic: {
                feed: string;
                format: string;
            };
            /** Format: date-time */
            verified_at: string;
        };
        UploadedFile: {
            /** @description Seconds, of sound. */
            duration?: number;
            height?: number;
            /** @description Bytes. */
            length: number;
            /** @description What its sender calls it, or else its own name. */
            name: string;
            type: string;
            /** Format: uri */
            url: string;
            /** @description Pixels, of a picture as it is shown. */
            width?: number;
        };
        Webhook: {
            /** Format: date-time */
            created_at: string;
            description: string;
            /** Format: date-time */
            disabled_at?: string;
            /**
             * @description `receiver`: it has answered that it is gone (410).
             * @enum {string}
             */
            disabled_by?: "newsroom" | "receiver";
            /**
             * Format: date-time
             * @description Absent: it takes what it is sent.
             */
            failing_since?: string;
            /**
             * Format: date-time
             * @description Until then what is sent is signed with the former secret, too.
             */
            former_secret_until?: string;
            id: string;
            made_by: string;
            /** @enum {string} */
            status: "enabled" | "disabled";
            /** @description Of which types of events it is told; `article.*` is all of them. */
            types: string[];
            /** Format: uri */
            url: string;
        };
        WebhookEvent: {
            attempts: {
                /** Format: date-time */
                at: string;
                /** @description Why it did not take it; absent: it did. */
                fault?: string;
                milliseconds: number;
                /** @description What it answered; absent: nothing. */
                status?: number;
            }[];
            data: {
                [key: string]: unknown;
            };
            /** @description The `webhook-id`: the same however often it is sent. */
            id: string;
            /** Format: date-time */
            next_at?: string;
            /**
             * @description `superseded`: a later event of the same article or feed took its place. `ended`: the webhook was disabled.
             * @enum {string}
             */
            outcome: "pending" | "delivered" | "failed" | "superseded" | "ended";
            sequence: number;
            /** Format: date-time */
            timestamp: string;
            type: string;
        };
        WebhookTest: {
            /** Format: date-time */
            at: string;
            /** @description Why it did not take it; absent: it did. */
            fault?: string;
            milliseconds: number;
            /** @description What it answered; absent: nothing. */
            status?: number;
            taken: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listSigningKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is no good HTTP: its headers are too large, say. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The keys, as a JSON Web Key Set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicKeys"];
                };
            };
        };
    };
    listArticles: {
        parameters: {
            query?: {
                /** @description Where a list goes on; taken from `next`. */
                after?: string;
                /** @description The name of one of its authors, without regard to case. */
                author?: string;
                /** @description The slug of a feed that has it, or will have it. */
                feed?: string;
                /** @description A day (UTC) or a time: of what the list is sorted by; by rank, of its publication. */
                from?: string;
                /** @description A partner whose feeds would have it, but for its rights or the rules of the partner's system. */
                left_out_by?: string;
                /** @description Articles of a page. */
                limit?: number;
                /** @description Words of title, summary and text, which all must be there; in quotes, as they follow one another. */
                q?: string;
                /** @description Its section, without regard to case. */
                section?: string;
                /** @description The latest first by this time, or the best match first; by rank where there is a `q`, else stored. */
                sort?: "stored" | "published" | "updated" | "rank";
                /** @description The name of the source that it came from. */
                source?: string;
                /** @description How it stands; `usable`: it may be seen now. */
                status?: "usable" | "embargoed" | "expired" | "withheld" | "canceled" | "draft";
                /** @description One of its tags, without regard to case. */
                tag?: string;
                /** @description A day (UTC) or a time, inclusive. */
                to?: string;
                /** @description `true`, or a partner: what its feeds say of it has not been picked up yet. */
                undelivered?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list. */
            200: {
                headers: {
                    /** @description The next page (RFC 8288). Absent: this is the last one. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleList"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `articles:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Every problem of the query, each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    storeArticles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["Article"];
            };
        };
        responses: {
            /** @description One result a line, in the lines' order, as they are stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["LineResult"];
                };
            };
            /** @description There is no body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `articles:write`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The newsroom's own id of the article, permanent. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article as it is stored. */
            200: {
                headers: {
                    /** @description The revision's number in quotes, as If-Match takes it: `"3"`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "2026-03-13-first-boat",
                     *       "url": "https://gazette.example/2026/03/first-boat",
                     *       "title": "First boat of the year leaves the harbour",
                     *       "summary": "The ice went out two weeks early.",
                     *       "content_html": "<p>The <em>Marie</em> left at dawn, two weeks before anybody had expected it.</p>",
                     *       "authors": [
                     *         {
                     *           "name": "Ada Quist"
                     *         }
                     *       ],
                     *       "section": "Harbour",
                     *       "tags": [
                     *         "fishing"
                     *       ],
                     *       "published_at": "2026-03-13T06:10:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["StoredArticle"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `articles:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No article has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only while this is its revision: its ETag, as `"3"`. */
                "If-Match"?: string;
                /** @description `*`: only where no article has this id yet. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The newsroom's own id of the article, permanent. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://gazette.example/2026/03/first-boat",
                 *       "title": "First boat of the year leaves the harbour",
                 *       "summary": "The ice went out two weeks early.",
                 *       "content_html": "<p>The <em>Marie</em> left at dawn, two weeks before anybody had expected it.</p>",
                 *       "authors": [
                 *         {
                 *           "name": "Ada Quist"
                 *         }
                 *       ],
                 *       "section": "Harbour",
                 *       "tags": [
                 *         "fishing"
                 *       ],
                 *       "published_at": "2026-03-13T06:10:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["ArticleWithoutId"];
            };
        };
        responses: {
            /** @description Changed, or the same content again. */
            200: {
                headers: {
                    /** @description The revision's number in quotes, as If-Match takes it: `"3"`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    /** @description The revision's number in quotes, as If-Match takes it: `"3"`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "created",
                     *       "id": "2026-03-13-first-boat",
                     *       "revision": 1,
                     *       "feeds": [
                     *         "everything",
                     *         "tag/fishing"
                     *       ],
                     *       "removed": []
                     *     }
                     */
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The body is not JSON, or the path is not percent-encoded UTF-8. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `articles:write`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Its entry's id is another article's, or would change; or its URL is, where the masthead forbids that. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The article is not what If-Match or If-None-Match expects; the ETag is that of the one there is. */
            412: {
                headers: {
                    /** @description The revision's number in quotes, as If-Match takes it: `"3"`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Every problem of the body, each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retractArticle: {
        parameters: {
            query?: {
                /** @description Why, for readers; one line. */
                reason?: string;
            };
            header?: {
                /** @description Change it only while this is its revision: its ETag, as `"3"`. */
                "If-Match"?: string;
                /** @description `*`: only where no article has this id yet. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The newsroom's own id of the article, permanent. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken back. */
            200: {
                headers: {
                    /** @description The revision's number in quotes, as If-Match takes it: `"3"`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `articles:write`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No article has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The article was not stored. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The article is not what If-Match or If-None-Match expects; the ETag is that of the one there is. */
            412: {
                headers: {
                    /** @description The revision's number in quotes, as If-Match takes it: `"3"`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The reason is not one line of text. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReceipts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The newsroom's own id of the article, permanent. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receipts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipts"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `articles:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No article has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The newsroom's own id of the article, permanent. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statement. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedStatement"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `articles:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No article has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no signing key, or the store is down. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRevisions: {
        parameters: {
            query?: {
                /** @description A revision: start there. */
                up_to?: number;
            };
            header?: never;
            path: {
                /** @description The newsroom's own id of the article, permanent. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revisions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revisions"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `articles:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No article has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `up_to` is no revision. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreRevision: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only while this is its revision: its ETag, as `"3"`. */
                "If-Match"?: string;
                /** @description `*`: only where no article has this id yet. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The newsroom's own id of the article, permanent. */
                id: string;
                /** @description Counted from 1. */
                revision: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stored. */
            200: {
                headers: {
                    /** @description The revision's number in quotes, as If-Match takes it: `"3"`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `articles:write`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The article has no such revision, or it is no longer kept. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The article was not stored. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The article is not what If-Match or If-None-Match expects; the ETag is that of the one there is. */
            412: {
                headers: {
                    /** @description The revision's number in quotes, as If-Match takes it: `"3"`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    judgeArticles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["Article"];
            };
        };
        responses: {
            /** @description One result a line, in the lines' order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["LineResult"];
                };
            };
            /** @description There is no body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `articles:write`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has more than 10000000 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAudience: {
        parameters: {
            query?: {
                /** @description The slug of one feed; absent: all. */
                feed?: string;
                /** @description Absent: as Accept says. */
                format?: "json" | "csv";
                /** @description A day; absent: 30 days back. */
                from?: string;
                /** @description A day, included; absent: today. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AudienceReport"];
                    "text/csv": string;
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `audience:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong with the range. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportStore: {
        parameters: {
            query?: {
                /** @description Go on after this article, as the line `more` says. */
                after?: string;
                /** @description Go on after the value with this slug, as the line `more` says. */
                after_value?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["ExportLine"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `export`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFeeds: {
        parameters: {
            query?: {
                /** @description The feeds after this slug, as `next` says. */
                after?: string;
                /** @description Whether nobody polls it. */
                asleep?: boolean;
                /** @description Of this family, by the path of its feeds: `tag`. */
                family?: string;
                /** @description Feeds in the answer, at most. */
                limit?: number;
                /** @description Of this partner. */
                partner?: string;
                /** @description Whether the store is ahead of the edition. */
                stale?: boolean;
                /** @description How the newest edition fared. */
                state?: "verified" | "refused" | "none";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feeds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feeds"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `feeds:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is wrong with the query. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The feed's name in its URLs; a family's feed has a slash in it, as in `tag/zurich`. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredFeed"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `feeds:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No feed has this slug. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEditions: {
        parameters: {
            query?: {
                /** @description Start there. */
                before?: string;
            };
            header?: never;
            path: {
                /** @description The feed's name in its URLs; a family's feed has a slash in it, as in `tag/zurich`. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The editions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Editions"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `feeds:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No feed has this slug. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `before` is no time. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lintFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The feed's name in its URLs; a family's feed has a slash in it, as in `tag/zurich`. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The findings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lint"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `feeds:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No feed has this slug. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Stored. */
            201: {
                headers: {
                    /** @description Where the file is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedFile"];
                };
            };
            /** @description What was sent cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `files:write`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Its sender has stopped sending. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file has more bytes, or the picture more pixels, than is taken. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description By its content the file is nothing that is taken. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file is damaged, or says what cannot be taken out; or there is none. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no place for files, or others are being uploaded, or the store is down. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importStore: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["ExportLine"];
            };
        };
        responses: {
            /** @description One result a line, in the lines' order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["ImportResult"];
                };
            };
            /** @description There is no body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `export`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys, without their secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: components["schemas"]["ApiKey"][];
                    };
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `people`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "CMS",
                 *       "scopes": [
                 *         "articles:write"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    expires_at?: string;
                    name: string;
                    scopes: ("articles:read" | "articles:write" | "drafts:write" | "files:write" | "feeds:read" | "partners:read" | "partners" | "push:read" | "push" | "sources:read" | "sources" | "audience:read" | "log:read" | "export" | "people")[];
                };
            };
        };
        responses: {
            /** @description The key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownApiKey"];
                };
            };
            /** @description The body is not JSON, or the path is not percent-encoded UTF-8. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `people`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Every problem of the body, each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key's id, which is no secret. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "revoked";
                    };
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `people`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key of this id is good still. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is the publish token, which stands in the environment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeeds: {
        parameters: {
            query?: {
                /** @description What was done, as in `article.withheld`. */
                action?: "article.created" | "article.changed" | "article.corrected" | "article.published" | "article.withheld" | "article.released" | "article.retracted" | "article.restored" | "article.brought" | "draft.started" | "draft.handed-in" | "draft.handed-back" | "draft.discarded" | "partner.created" | "partner.changed" | "partner-key.created" | "partner-key.rotated" | "partner-key.revoked" | "partner-page.opened" | "partner-page.refused" | "partner-page.closed" | "key.created" | "key.revoked" | "person.invited" | "person.joined" | "person.changed" | "person.removed" | "session.started" | "session.ended" | "session.refused" | "definition.changed" | "source.asked" | "source.let-in" | "subscriber.sent-again" | "subscriber.ended" | "file.uploaded" | "webhook.created" | "webhook.changed" | "webhook.rotated" | "webhook.enabled" | "webhook.disabled" | "webhook.removed" | "webhook.tested" | "webhook.replayed" | "export.taken" | "import.taken";
                /** @description Who: `person`, `key`, `source` or `service`, or one of them, as in `key:publish-token`. */
                actor?: string;
                /** @description Go on before the deed with this id, as `next` does. */
                before?: number;
                /** @description From this time, or this day (UTC), on. */
                from?: string;
                /** @description Deeds of one answer. */
                limit?: number;
                /** @description To what: a kind, as `article`, or one thing, as in `article:2026-03-13-first-boat`. */
                subject?: string;
                /** @description Up to this time, or to the end of this day (UTC). */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Log"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `log:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The query cannot be answered. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is no good HTTP: its headers are too large, say. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description OpenAPI 3.1. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                        paths: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    listPartners: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The partners. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        partners: components["schemas"]["ListedPartner"][];
                    };
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `partners:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPartner: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "slug": "harbour-radio",
                 *       "name": "Harbour Radio"
                 *     }
                 */
                "application/json": {
                    bytes_per_day?: number;
                    key_in_url?: boolean;
                    name: string;
                    requests_per_minute?: number;
                    slug: string;
                    /** @enum {string} */
                    status?: "active" | "suspended";
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "slug": "harbour-radio",
                     *       "name": "Harbour Radio",
                     *       "status": "active",
                     *       "key_in_url": false,
                     *       "requests_per_minute": 60,
                     *       "bytes_per_day": 300000000,
                     *       "feeds": [
                     *         {
                     *           "slug": "harbour-radio",
                     *           "title": "For Harbour Radio",
                     *           "urls": {
                     *             "rss": "https://feeds.gazette.example/partner/harbour-radio.rss",
                     *             "atom": "https://feeds.gazette.example/partner/harbour-radio.atom",
                     *             "json": "https://feeds.gazette.example/partner/harbour-radio.json"
                     *           }
                     *         }
                     *       ],
                     *       "families": [],
                     *       "keys": []
                     *     }
                     */
                    "application/json": components["schemas"]["Partner"];
                };
            };
            /** @description The body is not JSON, or the path is not percent-encoded UTF-8. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `partners`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is a partner of this slug. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Every problem of the body, each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPartner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The partner's name, permanent. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The partner. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "slug": "harbour-radio",
                     *       "name": "Harbour Radio",
                     *       "status": "active",
                     *       "key_in_url": false,
                     *       "requests_per_minute": 60,
                     *       "bytes_per_day": 300000000,
                     *       "feeds": [
                     *         {
                     *           "slug": "harbour-radio",
                     *           "title": "For Harbour Radio",
                     *           "urls": {
                     *             "rss": "https://feeds.gazette.example/partner/harbour-radio.rss",
                     *             "atom": "https://feeds.gazette.example/partner/harbour-radio.atom",
                     *             "json": "https://feeds.gazette.example/partner/harbour-radio.json"
                     *           }
                     *         }
                     *       ],
                     *       "families": [],
                     *       "keys": []
                     *     }
                     */
                    "application/json": components["schemas"]["Partner"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `partners:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No partner has this slug. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePartner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The partner's name, permanent. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "status": "suspended"
                 *     }
                 */
                "application/json": {
                    bytes_per_day?: number;
                    key_in_url?: boolean;
                    name?: string;
                    requests_per_minute?: number;
                    /** @enum {string} */
                    status?: "active" | "suspended";
                };
            };
        };
        responses: {
            /** @description Changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            /** @description The body is not JSON, or the path is not percent-encoded UTF-8. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `partners`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No partner has this slug. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Every problem of the body, each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPartnerKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The partner's name, permanent. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys, without their secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: components["schemas"]["PartnerKey"][];
                    };
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `partners:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No partner has this slug. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPartnerKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The partner's name, permanent. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "label": "newsroom system"
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    expires_at?: string;
                    feeds?: string[];
                    label?: string;
                };
            };
        };
        responses: {
            /** @description The key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownKey"];
                };
            };
            /** @description The body is not JSON, or the path is not percent-encoded UTF-8. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `partners`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No partner has this slug. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Every problem of the body, each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokePartnerKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A key's id, which is no secret. */
                id: string;
                /** @description The partner's name, permanent. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "revoked";
                    };
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `partners`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The partner has no such key that is good still. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotatePartnerKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A key's id, which is no secret. */
                id: string;
                /** @description The partner's name, permanent. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "overlap_minutes": 60
                 *     }
                 */
                "application/json": {
                    /** @default 1440 */
                    overlap_minutes?: number;
                };
            };
        };
        responses: {
            /** @description The new key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownKey"];
                };
            };
            /** @description The body is not JSON, or the path is not percent-encoded UTF-8. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `partners`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The partner has no such key that is good still. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Every problem of the body, each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The alerts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        alerts: components["schemas"]["Alert"][];
                    };
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `partners:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The people. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: components["schemas"]["Person"][];
                    };
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `people`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invitePerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Ada Quayle",
                 *       "role": "editor"
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    role: "owner" | "editor" | "writer" | "reader";
                };
            };
        };
        responses: {
            /** @description The link, which no other answer shows. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownInvitation"];
                };
            };
            /** @description The body is not JSON, or the path is not percent-encoded UTF-8. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `people`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Every problem of the body, each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "removed";
                    };
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `people`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The last owner stays. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "writer"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    role: "owner" | "editor" | "writer" | "reader";
                };
            };
        };
        responses: {
            /** @description Changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description The body is not JSON, or the path is not percent-encoded UTF-8. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `people`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The last owner stays. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Every problem of the body, each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteFirstOwner: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link, which no other answer shows. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownInvitation"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `people`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody has joined. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proofread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/atom+xml": string;
                "application/feed+json": {
                    [key: string]: unknown;
                };
                /**
                 * @example {
                 *       "url": "https://gazette.example/feed.xml"
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
                "application/rss+xml": string;
                "application/xml": string;
            };
        };
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProofreadReport"];
                    "application/sarif+json": components["schemas"]["Sarif"];
                };
            };
            /** @description What was sent cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document has too many bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing was given, or it could not be fetched; a private address is never asked. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many documents, or wrong tokens, came from this address. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many are being proofread, or the store is down. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOldAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The addresses. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OldAddresses"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `feeds:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMasthead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The masthead. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Masthead"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sources. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sources: components["schemas"]["Source"][];
                    };
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `sources:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The source's name in feeds/sources.ts. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceDetail"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `sources:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No source has this name. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    callSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The source's name in feeds/sources.ts. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description What it said was taken in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceCall"];
                };
            };
            /** @description The source is being asked. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceCall"];
                };
            };
            /** @description The signature or the token is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The source has no secret, or the key lacks the scope `sources`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No source has this name. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The source is never asked: it calls itself. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The call has too many bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The story was not taken in. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSubscriptions: {
        parameters: {
            query?: {
                /** @description Go on before the subscriber with this id, as `next` does. */
                before?: number;
                /** @description Of this feed, by its slug. */
                feed?: string;
                /** @description Whose callback is at this host. */
                host?: string;
                /** @description Subscribers of one answer. */
                limit?: number;
                /** @description Of this partner. */
                partner?: string;
                /** @description How it fares: it has what is current, it is to be sent that, it has not taken it, or it is no subscriber any more. */
                state?: "current" | "waiting" | "failing" | "ended";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of subscriptions, without their secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The path of the next page; absent: there is none. */
                        next?: string;
                        subscriptions: components["schemas"]["Subscription"][];
                    };
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `push:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The query cannot be answered. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The subscription's id, as the list has it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The subscription. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionDetail"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `push:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No subscription has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSubscription: {
        parameters: {
            query: {
                /** @description Why, in a sentence for the subscriber. */
                reason: string;
            };
            header?: never;
            path: {
                /** @description The subscription's id, as the list has it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionDeed"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `push`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No subscription has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has ended already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The reason is not one line of text. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The subscription's id, as the list has it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is being sent. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionDeed"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `push`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No subscription has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is no subscriber any more, or the feed has no edition yet. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhooks, without their secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        types: {
                            [key: string]: string;
                        };
                        webhooks: components["schemas"]["Webhook"][];
                    };
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `push:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://cms.example/hooks",
                 *       "description": "Our CMS",
                 *       "types": [
                 *         "article.*"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @default  */
                    description?: string;
                    types: ("alert.*" | "alert.cleared" | "alert.retraction" | "alert.silent" | "article.*" | "article.corrected" | "article.published" | "article.retracted" | "article.updated" | "edition.*" | "edition.published" | "edition.refused")[];
                    url: string;
                };
            };
        };
        responses: {
            /** @description The webhook. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownWebhook"];
                };
            };
            /** @description The body is not JSON, or the path is not percent-encoded UTF-8. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `push`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There are as many as there may be. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Every problem of the body, each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The webhook's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `push:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No webhook has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The webhook's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        status: "removed";
                    };
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `push`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No webhook has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The webhook's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "disabled"
                 *     }
                 */
                "application/json": {
                    description?: string;
                    /** @enum {string} */
                    status?: "enabled" | "disabled";
                    types?: ("alert.*" | "alert.cleared" | "alert.retraction" | "alert.silent" | "article.*" | "article.corrected" | "article.published" | "article.retracted" | "article.updated" | "edition.*" | "edition.published" | "edition.refused")[];
                    url?: string;
                };
            };
        };
        responses: {
            /** @description The webhook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description The body is not JSON, or the path is not percent-encoded UTF-8. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `push`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No webhook has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Every problem of the body, each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookEvents: {
        parameters: {
            query?: {
                /** @description Those with a lower `sequence`: where the page before has ended. */
                before?: number;
                /** @description Only those that were given up, or ended. */
                outcome?: "failed";
            };
            header?: never;
            path: {
                /** @description The webhook's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of its events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: components["schemas"]["WebhookEvent"][];
                        kept_days: number;
                        /** @description Where the next page is. */
                        next?: string;
                    };
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `push:read`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No webhook has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The query cannot be answered. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The webhook's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "failed_since": "2026-03-13T06:10:00Z"
                 *     }
                 */
                "application/json": {
                    event: string;
                } | {
                    /** Format: date-time */
                    failed_since: string;
                };
            };
        };
        responses: {
            /** @description They are on their way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: number;
                    };
                };
            };
            /** @description The body is not JSON, or the path is not percent-encoded UTF-8. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `push`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No webhook has this id, or it was told of no such event. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The webhook is disabled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too long. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Every problem of the body, each with its path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The webhook's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook, with its new secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownWebhook"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `push`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No webhook has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The webhook's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookTest"];
                };
            };
            /** @description The token or key is missing, or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the scope `push`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No webhook has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wrong tokens were sent from there. */
            429: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store cannot be had now. */
            503: {
                headers: {
                    /** @description Seconds until it is worth asking again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is no good HTTP: its headers are too large, say. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description The store is down, or takes no writes. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
}
