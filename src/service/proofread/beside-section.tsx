import type { FC } from "hono/jsx";
import type { DocumentReport, FoundBeside } from "../examination.ts";
import { FindingsSection } from "./findings-section.tsx";
import type { NamedView } from "./views-section.tsx";
import { nameOfFormatAt, PROOFREAD_FORMATS } from "./words.ts";

/** The other formats of a feed, and where they disagree with it. */
export const BesideSection: FC<{ beside: FoundBeside; path(rest?: string): string }> = ({ beside, path }) => (
  <>
    {beside.formats.length === 0 ? null : (
      <FindingsSection
        title="Beside its other formats"
        id="formats"
        faults={beside}
        none="They agree with it."
        path={path}
      />
    )}
    <p class="meta">{besideInWords(beside)}</p>
  </>
);

/** What was looked at, and what could not be, in one line. */
function besideInWords({ page, trouble, formats, unread }: FoundBeside): string {
  if (trouble !== undefined)
    return `Its home page ${page}, which may lead to other formats of it, was not read: ${trouble}.`;
  const found = formats.map(({ url, format }) => `${PROOFREAD_FORMATS[format]} at ${url}`);
  const failed = unread.map((one) => `; ${one.url} was not read: ${one.trouble}`);
  return `${page} leads to ${found.length === 0 ? "no other format of it" : found.join(", ")}${failed.join("")}.`;
}

/** A feed as readers show it, beside its other formats. */
export function viewsOf({ origin, format, view, beside }: DocumentReport): NamedView[] {
  if (view === undefined || format === undefined) return [];
  const others = beside?.formats ?? [];
  if (others.length === 0 || origin.kind !== "url") return [{ name: PROOFREAD_FORMATS[format], view }];
  return [{ url: origin.url, format, view }, ...others].map((one) => ({
    name: nameOfFormatAt(one.format, one.url),
    view: one.view,
  }));
}
