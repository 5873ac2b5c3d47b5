import type { EntryView, View } from "../../proofread/view.ts";
import type { ShownEntry, ShownView } from "../examination.ts";
import { MAX_SHOWN_ENTRIES, MAX_SHOWN_TEXT } from "./limits.ts";

/** As much as a report shows of what readers show. */
export const shownView = (view: View): ShownView => ({
  title: clipText(view.title) ?? "",
  entries: view.entries.length,
  shown: view.entries.slice(0, MAX_SHOWN_ENTRIES).map(shownEntry),
});

const shownEntry = ({ id, url, title, text, published, updated }: EntryView): ShownEntry => ({
  key: (id ?? url ?? title ?? "").slice(0, MAX_SHOWN_TEXT),
  title: clipText(title),
  url: url?.slice(0, MAX_SHOWN_TEXT),
  text: clipText(text),
  published,
  updated,
});

/** As much of a text as a report shows. */
export const clipText = (text: string | undefined): string | undefined =>
  text !== undefined && text.length > MAX_SHOWN_TEXT ? `${text.slice(0, MAX_SHOWN_TEXT)}…` : text;
