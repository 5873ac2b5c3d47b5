import type { FC } from "hono/jsx";
import { documentUrl } from "../../../feed/addresses.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import { FORMATS, type Format } from "../../../feed/feed.ts";

export const FORMAT_NAMES: Record<Format, string> = { rss: "RSS", atom: "Atom", json: "JSON Feed" };

/** Links to a feed's documents. Their labels name the feed, for those who hear links out of their place. */
export const Formats: FC<{ site: Site; definition: Definition }> = ({ site, definition: { slug, title } }) => (
  <ul class="formats">
    {FORMATS.map((format) => (
      <li>
        <a href={documentUrl(site, slug, format)} aria-label={`${FORMAT_NAMES[format]}, ${title}`}>
          {FORMAT_NAMES[format]}
        </a>
      </li>
    ))}
  </ul>
);
