import { toRfc3339 } from "../../article/time.ts";
import type { Site } from "../../feed/definition.ts";
import type { Source } from "../../feed/source.ts";
import type { ImportSource } from "../../import/source.ts";

/** What is to be known of a source by whoever reads what it says, at a time in milliseconds. */
export const readAs = ({ name, url, section, tag, pages }: Source, site: Site, now: number): ImportSource => ({
  name,
  home: url,
  now: toRfc3339(now),
  zone: site.zone,
  section,
  tag,
  ...(pages && { postTypes: ["page"] }),
});
