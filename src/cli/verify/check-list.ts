import { contain } from "../../article/contain.ts";
import { type ListedFeed, opmlFeeds } from "../../proofread/discover/opml.ts";
import { fewAtATime } from "../few-at-a-time.ts";
import { type CheckingAs, checkLoaded, type InputCheck } from "./check-document.ts";
import { inputOf } from "./input.ts";
import { type LoadedDocument, loadFromUrl } from "./load.ts";
import { type CheckedItem, checkedItem, notRead } from "./report.ts";

/** Feeds that are fetched at a time: they are of different servers. */
const FEW = 6;
/** Feeds of a list: as many as people follow. */
const MOST_LISTED = 1000;

/** A list's feeds, each in a line, and nothing of them kept: there may be hundreds. */
export async function checkList(list: LoadedDocument, as: CheckingAs): Promise<InputCheck> {
  const listed = opmlFeeds(list.text);
  const items = await fewAtATime(listed.slice(0, MOST_LISTED), FEW, (feed) => checkListed(feed, as));
  const what = `a list of ${listed.length} feeds (OPML)`;
  const left = listed.length - items.length;
  return {
    items: [checkedItem(list.name, what, { received: list.received }), ...items],
    documents: [],
    notes: left > 0 ? [`${list.name} lists ${left} feeds more than are looked at.`] : [],
  };
}

function checkListed({ url, title }: ListedFeed, as: CheckingAs): Promise<CheckedItem> {
  return contain<CheckedItem>(
    async () => {
      const input = inputOf(url);
      if (input.kind !== "url") throw new Error("it is no http(s) URL");
      return { ...(await checkLoaded(await loadFromUrl(input.name, as), as)), title, brief: true };
    },
    (fault) => ({ ...notRead(url, fault), title, brief: true }),
  );
}
