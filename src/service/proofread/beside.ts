import { agreement, formatsOfOneFeed, type NamedDocument } from "../../proofread/agreement.ts";
import { type DiscoveredFeed, discoverFeeds } from "../../proofread/discover/discover.ts";
import { type View, viewOf } from "../../proofread/view.ts";
import type { FoundBeside } from "../examination.ts";
import { isWebPage, type ReadBytes, servedAt } from "./examine.ts";
import { linkedUrl } from "./given.ts";
import { MAX_BESIDE } from "./limits.ts";
import { shownView } from "./shown-view.ts";
import { toldFaults } from "./told-faults.ts";

/** A feed, by its address, and what readers show of it. */
export interface ViewedFeed extends NamedDocument {
  view: View;
}

type FetchBeside = (url: string) => Promise<ReadBytes | { trouble: string }>;

/**
 * The other formats of a feed: those that its home page links to for readers. Whatever goes wrong there is no fault of the
 * feed's own.
 *
 * @param known the addresses of the feed
 * @returns undefined: it names no home page
 */
export async function lookBeside(
  feed: ViewedFeed,
  known: string[],
  fetch: FetchBeside,
): Promise<FoundBeside | undefined> {
  const page = feed.view.home === undefined ? undefined : linkedUrl(feed.view.home, feed.name);
  if (page === undefined) return undefined;
  const home = await fetch(page);
  if ("trouble" in home) return { ...formatsBeside(feed, [], page), trouble: home.trouble };
  if (!isWebPage(home)) return { ...formatsBeside(feed, [], page), trouble: "it is no page" };
  const linked = discoverFeeds(home.document.text, servedAt(home) ?? page);
  const looked: (ViewedFeed | { url: string; trouble: string })[] = [];
  // One after the other: an instance has the memory for one that is being read, times those that are served at once.
  for (const url of othersToLookAt(linked, feed.view, known)) looked.push(viewedFeed(url, await fetch(url)));
  const others = looked.filter((one) => "view" in one);
  const unread = looked.filter((one) => "trouble" in one);
  return { ...formatsBeside(feed, others, page), unread };
}

/**
 * Those of other feeds that are formats of one, and where they disagree with it.
 *
 * @param page what leads to them
 */
export function formatsBeside(feed: ViewedFeed, others: ViewedFeed[], page: string): FoundBeside {
  // A section's feed has entries in common with the whole one, and another title.
  const hasTitle = ({ view }: ViewedFeed) => Number(view.title === feed.view.title);
  const inOrder = others.toSorted((one, other) => hasTitle(other) - hasTitle(one));
  const formats = formatsOfOneFeed([feed, ...inOrder]).find(([first]) => first === feed) ?? [];
  const names = new Set(formats.slice(1).map(({ name }) => name));
  return {
    page,
    formats: others
      .filter(({ name }) => names.has(name))
      .map(({ name, view }) => ({ url: name, format: view.format, view: shownView(view) })),
    unread: [],
    ...toldFaults(agreement(formats)),
  };
}

/** Feeds of another type first: of the same type, few are another format. Comments are none of what was published. */
function othersToLookAt(linked: DiscoveredFeed[], { format }: View, known: string[]): string[] {
  const others = linked.filter(({ url, how, comments }) => how === "link" && !comments && !known.includes(url));
  const isOfFormat = ({ type = "" }: DiscoveredFeed) => type.includes(format);
  const inOrder = [...others.filter((one) => !isOfFormat(one)), ...others.filter(isOfFormat)];
  return inOrder.flatMap(({ url }) => linkedUrl(url, url) ?? []).slice(0, MAX_BESIDE);
}

function viewedFeed(
  url: string,
  read: Awaited<ReturnType<FetchBeside>>,
): ViewedFeed | { url: string; trouble: string } {
  if ("trouble" in read) return { url, trouble: read.trouble };
  const { text } = read.document;
  const view = viewOf(text);
  return view ? { name: url, text, view } : { url, trouble: "it is no feed that can be read" };
}
