import type { FC } from "hono/jsx";
import { documentUrl } from "../../../feed/addresses.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import { FORMATS } from "../../../feed/feed.ts";
import { CopyScript } from "./copy-script.tsx";
import { FORMAT_NAMES } from "./formats.tsx";

/** Readers that take a feed's URL in a link of theirs. `feed:` is what NetNewsWire, Reeder and others register for. */
const READERS: [string, (url: string) => string][] = [
  ["Feedly", (url) => `https://feedly.com/i/subscription/feed%2F${encodeURIComponent(url)}`],
  ["Inoreader", (url) => `https://www.inoreader.com/?add_feed=${encodeURIComponent(url)}`],
  ["NewsBlur", (url) => `https://www.newsblur.com/?url=${encodeURIComponent(url)}`],
  ["Feedbin", (url) => `https://feedbin.com/?subscribe=${encodeURIComponent(url)}`],
  ["The Old Reader", (url) => `https://theoldreader.com/feeds/subscribe?url=${encodeURIComponent(url)}`],
  ["NetNewsWire and other apps", (url) => `feed:${url}`],
];

/** All ways to follow a feed. */
export const Subscribe: FC<{ site: Site; definition: Definition }> = ({ site, definition: { slug } }) => (
  <section class="subscribe" aria-labelledby="subscribe">
    <h2 id="subscribe">Follow this feed</h2>
    <h3>In your reader, with one tap</h3>
    <ul class="readers">
      {READERS.map(([name, link]) => (
        <li>
          <a href={link(documentUrl(site, slug, "rss"))} rel="noopener">
            {name}
          </a>
        </li>
      ))}
    </ul>
    <h3>Or copy an address into it</h3>
    {FORMATS.map((format) => (
      <div class="address">
        <label for={`url-${format}`}>{FORMAT_NAMES[format]}</label>
        <output id={`url-${format}`}>{documentUrl(site, slug, format)}</output>
        <button type="button" data-copy={`#url-${format}`} aria-live="polite" aria-describedby={`url-${format}`} hidden>
          Copy
        </button>
        <a href={documentUrl(site, slug, format)} aria-label={`Open, ${FORMAT_NAMES[format]}`}>
          Open
        </a>
      </div>
    ))}
    <CopyScript />
    <details>
      <summary>What is a feed?</summary>
      <p>
        A feed is a list of a newspaper’s latest stories at an address of its own. A feed reader, an app or a web site,
        looks there for you and shows what is new from every paper and site that you follow, in one place, in order of
        time.
      </p>
      <p>
        Nobody learns who you are, nothing decides for you what you see, and you leave by taking the feed off your list.
        Choose a reader above if you have none; most cost nothing to begin with. All three formats say the same.
      </p>
    </details>
  </section>
);
