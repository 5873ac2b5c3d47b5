/** Names of fields as `plainKey` has them. */
const words = (text: string): Set<string> => new Set(text.split(" "));

/** A no keeps it back (Jekyll, Hexo, Obsidian, Zola, Grav; `dg-publish` of Obsidian's Digital Garden; what a feed shows). */
export const SHOWN_IF_TRUE = words(
  "published publish public ispublished ispublic publishable listed islisted visible isvisible live islive online dgpublish render " +
    "routable ready isready enabled isenabled active isactive released isreleased approved isapproved final feed rss infeed inrss " +
    "includeinfeed includeinrss showinfeed showinrss",
);

/** A yes keeps it back (Hugo, Eleventy, Astro, Zola, Docusaurus, Ghost, and themes of theirs). */
export const HIDDEN_IF_TRUE = words(
  "draft isdraft drafts private isprivate hidden ishidden hide unlisted isunlisted unpublished isunpublished unpublish protected isprotected " +
    "passwordprotected secret issecret confidential wip membersonly memberonly members subscribersonly subscriberonly premium " +
    "ispremium paid paidonly paywall paywalled deleted isdeleted trashed removed withdrawn withheld headless exclude excluded " +
    "entwurf brouillon borrador bozza rascunho eleventyexcludefromcollections excludefromcollections excludefromfeed excludefromrss hidefromfeed hideinfeed hidefromrss " +
    "rssexclude feedexclude encrypted encrypt",
);

/** Of both, those that mean other things, too: only a plain yes or no says something of publication. */
export const MAYBE_IF_TRUE = words(
  "live online render hide members exclude drafts listed visible ready enabled active released approved final feed rss",
);

/** Where a readable date is one before which it is not shown, and a yes says that there is such a time. */
export const NOT_BEFORE = words(
  "embargo embargountil embargoeduntil embargoed publishdate publishat publishon publishfrom publishup scheduled scheduledat " +
    "scheduledfor golive golivedate notbefore visiblefrom draftuntil releasedate " +
    "releaseat releaseon availablefrom availableon publishafter hiddenuntil",
);
/** Its date of publication, which may lie behind its `date`: then it is not shown before (Hugo). */
export const PUBLISHED_ON = words("published publish pubdate pubdatetime publishedat");

/** Where a readable date is one after which it is not shown. */
export const NOT_AFTER = words(
  "expiresat expirydate expiry expires expire expireat expiredate expireson expirationdate expiration unpublishdate unpublishat unpublishon " +
    "publisheduntil publishuntil publishdown visibleuntil hideafter removeat removeon",
);

export const PASSWORDS = words("password passwd passphrase postpassword");

/** Fields whose word says it. */
export const STATES = words(
  "status poststatus publishstatus publishingstatus publicationstatus pubstatus publishstate publicationstate workflowstate visibility privacy",
);
/** Fields that mean many things: only a word that keeps it back says something of publication. */
export const MAYBE_STATES = words("state type posttype stage phase workflow access audience layout");

export const SHOWN = words(
  "publish published public live usable posted released online visible listed everyone everybody all anyone open free featured",
);
export const HIDDEN = words(
  "draft drafts private pending scheduled future trash trashed unpublished unlisted hidden autodraft withheld embargoed protected " +
    "passwordprotected members membersonly paid premium subscribers subscribersonly skip",
);
/** Of these, the ones that end by themselves, at its date. */
export const SCHEDULED = words("scheduled future embargoed");

/** Fields that hold others, some of which may be about publication. */
export const GROUPS = words(
  "meta metadata publication publishing publish state status frontmatter settings options attributes data",
);

/** Folders whose name says that what lies in them is not published, wherever they are. */
export const HIDDEN_FOLDERS = /^[_.]?(?:drafts?|private|unpublished|trash)$/i;
