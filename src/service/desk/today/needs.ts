import { counted } from "../../../article/counted.ts";
import type { Alert } from "../../../partner/alerts.ts";
import type { Discrepancy } from "../../../verify/discrepancy.ts";
import { FORMAT_NAMES } from "../../pages/feed/formats.tsx";
import type { Ahead } from "../../store/desk.ts";
import type { SubscriberTrouble } from "../../store/subscriber-list.ts";
import { partnerFeedPath } from "../partner-addresses.ts";

/** What a morning's look is for, the worst first. */
const KINDS = [
  "refused",
  "stale",
  "still-shown",
  "not-picked-up",
  "untold",
  "silent",
  "purges",
  "embargo",
  "expiry",
  "source",
  "webhook",
  "subscribers",
  "handed-back",
  "draft",
  "stored",
  "address",
] as const;

export type NeedKind = (typeof KINDS)[number];

/** Something that needs a person, in a line. */
export interface Need {
  kind: NeedKind;
  /** `wrong`: readers or partners notice it. `soon`: it comes by itself, today. `waits`: it waits for somebody. */
  weight: "wrong" | "soon" | "waits";
  /** What is wrong. */
  what: string;
  /** Since when, or of what is still to come, when; milliseconds. Null: nobody knows. */
  at: number | null;
  /** The one thing to do about it; `to` is a path below the desk. Null: nothing at the desk helps, and `what` says what does. */
  act: { label: string; to: string } | null;
}

/** What is known of the newsroom's day. Nothing is in it that whoever looks may not see. */
export interface DeskDay {
  heldBack: {
    title: string;
    slug: string;
    page: number | null;
    since: number | null;
    first: Discrepancy;
    story?: NamedStory;
  }[];
  /** Feeds that have waited for longer than the publisher ever takes. */
  stale: { title: string; since: number }[];
  /** Stories that were taken back, and stand in a feed still. */
  stillShown: (NamedStory & { since: number })[];
  /** Open ones. */
  alerts: { kind: Alert["kind"]; partner: string; title: string; slug: string; since: number; story?: NamedStory }[];
  /** Of today. */
  embargoes: Ahead[];
  expiries: Ahead[];
  /** Subscribers that have not taken for long that a story was taken back; null: there are none. */
  untold: Behind | null;
  /** Those that have not taken what is current. */
  failing: Behind | null;
  sources: { name: string; ended: boolean; fault: string | null; failures: number; since: number | null }[];
  /** Webhooks that have taken nothing for long, or have answered that they are gone. */
  webhooks: { id: string; description: string; gone: boolean; since: number | null }[];
  /** Drafts that wait for an editor. */
  drafts: { id: string; title: string; author: string; since: number }[];
  /** Drafts of whoever looks that an editor handed back, and what the editor said. */
  handedBack: { id: string; title: string; note: string; since: number }[];
  /** Articles that are stored as drafts. */
  stored: (NamedStory & { since: number })[];
  /** Purges that the edge has refused lately, and the last time; null: none. */
  purges: { refused: number; at: number; copiesEnd: number } | null;
  /** The address that was taken from the first request, for nobody has set one; null: somebody has. */
  takenAddress: string | null;
}

/** A story as it is named in a line. */
export interface NamedStory {
  id: string;
  title: string;
}

/** Of one kind so many lines stand there; then one leads to the others. */
const MAX_LINES = 5;

/** What needs a person, the worst first, and of one kind what has waited longest. */
export function needsOf(day: DeskDay): Need[] {
  const all = [
    ...day.heldBack.map(heldBack),
    ...day.stale.map(stale),
    ...day.stillShown.map(stillShown),
    ...day.alerts.map((alert) => (alert.kind === "silent" ? silent(alert) : notPickedUp(alert))),
    ...(day.untold ? [untold(day.untold)] : []),
    ...(day.purges ? [purges(day.purges)] : []),
    ...day.embargoes.map((one) => ahead("embargo", `“${one.title}” comes out`, one)),
    ...day.expiries.map((one) => ahead("expiry", `“${one.title}” goes out of sight`, one)),
    ...day.sources.map(source),
    ...day.webhooks.map(webhook),
    ...(day.failing ? [failing(day.failing)] : []),
    ...day.handedBack.map(handedBack),
    ...day.drafts.map(draft),
    ...day.stored.map(storedDraft),
    ...(day.takenAddress === null ? [] : [address(day.takenAddress)]),
  ];
  return KINDS.flatMap((kind) => {
    const some = all.filter((need) => need.kind === kind).sort(byAge);
    return some.length <= MAX_LINES ? some : [...some.slice(0, MAX_LINES - 1), others(kind, some.slice(MAX_LINES - 1))];
  });
}

/** What has no time has been so for longest, as far as anybody knows. */
const byAge = (a: Need, b: Need): number => (a.at ?? 0) - (b.at ?? 0);

const storyPath = (id: string): string => `/articles/${encodeURIComponent(id)}`;

function heldBack({ title, slug, page, since, first, story }: DeskDay["heldBack"][number]): Need {
  const where = page === null ? title : `Page ${page} of the archive of ${title}`;
  const of = story ? `the ${first.field} of “${story.title}”` : `its ${first.field}`;
  const what = `${where} is held back: ${of} does not come back from ${FORMAT_NAMES[first.format]} as it is stored`;
  const act = story
    ? { label: "Look at the story", to: storyPath(story.id) }
    : { label: "See what was read", to: `/feeds#refused-${slug}` };
  return { kind: "refused", weight: "wrong", what, at: since, act };
}

const stale = ({ title, since }: DeskDay["stale"][number]): Need => ({
  kind: "stale",
  weight: "wrong",
  what: `${title} is stale: readers see an edition from before the last changes`,
  at: since,
  act: { label: "See the feeds", to: "/feeds" },
});

const stillShown = ({ id, title, since }: DeskDay["stillShown"][number]): Need => ({
  kind: "still-shown",
  weight: "wrong",
  what: `“${title}” was taken back, and is in a feed still`,
  at: since,
  act: { label: "See where", to: storyPath(id) },
});

const notPickedUp = ({ partner, slug, since, story }: DeskDay["alerts"][number]): Need => ({
  kind: "not-picked-up",
  weight: "wrong",
  what: `${partner} has not picked up that ${story ? `“${story.title}”` : "a story"} was taken back`,
  at: since,
  act: story
    ? { label: "See who has it", to: storyPath(story.id) }
    : { label: "See its feed", to: partnerFeedPath(slug) },
});

const silent = ({ partner, title, slug, since }: DeskDay["alerts"][number]): Need => ({
  kind: "silent",
  weight: "wrong",
  what: `${partner} has stopped polling ${title}`,
  at: since,
  act: { label: "See its feed", to: partnerFeedPath(slug) },
});

const purges = ({ refused, at, copiesEnd }: NonNullable<DeskDay["purges"]>): Need => ({
  kind: "purges",
  weight: "wrong",
  what: `The edge has refused ${counted(refused, "purge")}: its copies end by their age, within ${copiesEnd / 1_000} seconds`,
  at,
  act: { label: "See the purges", to: "/feeds#purges" },
});

const ahead = (kind: "embargo" | "expiry", what: string, { id, at, feeds }: Ahead): Need => ({
  kind,
  weight: "soon",
  what: feeds.length === 0 ? what : `${what}, in ${feeds.length === 1 ? feeds[0] : counted(feeds.length, "feed")}`,
  at,
  act: { label: kind === "embargo" ? "Look it over" : "Look at it", to: storyPath(id) },
});

function source({ name, ended, fault, failures, since }: DeskDay["sources"][number]): Need {
  const why = ended
    ? "says that it is gone for good, and is asked no more"
    : `fails, ${counted(failures, "time")} in a row: ${fault ?? "it does not say why"}`;
  const act = { label: "See the source", to: `/sources/${encodeURIComponent(name)}` };
  return { kind: "source", weight: "wrong", what: `The source ${name} ${why}`, at: since, act };
}

const webhook = ({ id, description, gone, since }: DeskDay["webhooks"][number]): Need => ({
  kind: "webhook",
  weight: "wrong",
  what: `The webhook ${description} ${gone ? "answered that it is gone, and is told nothing more" : "takes nothing of what it is told"}`,
  at: since,
  act: { label: "See why", to: `/webhooks/${encodeURIComponent(id)}` },
});

type Behind = NonNullable<SubscriberTrouble["failing"]>;

const untold = (some: Behind): Need => ({
  kind: "untold",
  weight: "wrong",
  what: `${subscribersIn(some, "has", "have")} not taken that a story was taken back`,
  at: some.since,
  act: { label: "See who", to: subscribersToSee(some) },
});

/** Others' systems come and go: their failures are nothing that is wrong here. */
const failing = (some: Behind): Need => ({
  kind: "subscribers",
  weight: "waits",
  what: `${subscribersIn(some, "does", "do")} not take what is published`,
  at: some.since,
  act: { label: "See why", to: subscribersToSee(some) },
});

const subscribersIn = ({ count, hosts, host }: Behind, one: string, many: string): string =>
  `${counted(count, "subscriber")} at ${hosts === 1 ? host : counted(hosts, "host")} ${count === 1 ? one : many}`;

const subscribersToSee = ({ hosts, host }: Behind): string =>
  hosts === 1 ? `/subscribers?${new URLSearchParams({ host })}` : "/subscribers?state=failing";

const draft = ({ id, title, author, since }: DeskDay["drafts"][number]): Need => ({
  kind: "draft",
  weight: "waits",
  what: `“${title || "Without a title"}” by ${author} waits to be read`,
  at: since,
  act: { label: "Read it", to: `/drafts/${encodeURIComponent(id)}` },
});

const handedBack = ({ id, title, note, since }: DeskDay["handedBack"][number]): Need => ({
  kind: "handed-back",
  weight: "waits",
  what: `“${title || "Without a title"}” was handed back to you: ${note}`,
  at: since,
  act: { label: "Go on with it", to: `/drafts/${encodeURIComponent(id)}` },
});

const storedDraft = ({ id, title, since }: DeskDay["stored"][number]): Need => ({
  kind: "stored",
  weight: "waits",
  what: `“${title}” is stored as a draft, and nobody has published it`,
  at: since,
  act: { label: "Go on with it", to: `${storyPath(id)}/edit` },
});

const address = (base: string): Need => ({
  kind: "address",
  weight: "waits",
  what: `Readers reach this service at ${base}: somebody signed in there first. BASE_URL names another address`,
  at: null,
  act: null,
});

/** One line in place of those of a kind for which there is no room. */
function others(kind: NeedKind, [first]: Need[]): Need {
  const { what, to } = OTHERS[kind];
  return { kind, weight: first?.weight ?? "waits", what, at: first?.at ?? null, act: { label: "See them all", to } };
}

const OTHERS: Record<NeedKind, { what: string; to: string }> = {
  refused: { what: "More feeds are held back", to: "/feeds#refusals" },
  stale: { what: "More feeds are stale", to: "/feeds" },
  "still-shown": { what: "More stories were taken back, and are in a feed still", to: "/articles?status=canceled" },
  "not-picked-up": { what: "More retractions were not picked up", to: "/partners" },
  silent: { what: "More feeds are not polled by their partners", to: "/partners" },
  purges: { what: "More purges were refused", to: "/feeds#purges" },
  embargo: { what: "More stories come out today", to: "#embargoes" },
  expiry: { what: "More stories go out of sight today", to: "#expiries" },
  untold: { what: "More subscribers were not told of retractions", to: "/subscribers" },
  source: { what: "More sources fail", to: "/sources" },
  webhook: { what: "More webhooks take nothing", to: "/webhooks" },
  subscribers: { what: "More subscribers fail", to: "/subscribers" },
  "handed-back": { what: "More drafts were handed back to you", to: "/drafts" },
  draft: { what: "More drafts wait to be read", to: "/drafts" },
  stored: { what: "More stories are stored as drafts", to: "/drafts" },
  address: { what: "More addresses were taken", to: "" },
};
