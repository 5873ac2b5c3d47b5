import type { Deed } from "./audit.ts";

/** How the definition of a feed, or of a family, came to be another one than the store had taken up. */
export type DefinitionChange = "added" | "selection" | "presentation" | "ended";

/** What a feed or a family selects, and how it shows it, as JSON. */
interface Prints {
  selection: string;
  presentation: string;
}

/** The deed of taking up a definition; none where it is as it was. */
export function definitionTakenUp(slug: string, wanted: Prints, known: Prints | undefined): Deed[] {
  if (!known) return [definitionDeed(slug, "added", wanted)];
  if (known.selection !== wanted.selection) return [definitionDeed(slug, "selection", wanted)];
  return known.presentation === wanted.presentation ? [] : [definitionDeed(slug, "presentation", wanted)];
}

/** The deed of ending what is defined no more. */
export const definitionEnded = (slug: string, known: Pick<Prints, "presentation">): Deed =>
  definitionDeed(slug, "ended", known);

const definitionDeed = (
  id: string,
  change: DefinitionChange,
  { presentation }: Pick<Prints, "presentation">,
): Deed => ({
  action: "definition.changed",
  subject: { kind: "feed", id },
  detail: { title: titleIn(presentation), change },
});

/** The title of a feed: that of a family is a pattern, and no name. Of rows that another version wrote there may be none. */
function titleIn(presentation: string): string | undefined {
  const title = (JSON.parse(presentation) as { presentation?: { title?: string } }).presentation?.title;
  return title?.includes("{") ? undefined : title;
}
