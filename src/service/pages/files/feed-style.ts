import { documentUrl } from "../../../feed/addresses.ts";
import type { Definition, Site } from "../../../feed/definition.ts";

/** How a browser shows a feed's RSS and Atom documents. A link to the page for people stands in what a browser is given (`poll/opened.ts`). */
export const feedStyle = (site: Site, { slug }: Definition): string =>
  `rss::before,feed::before{content:${cssString(
    `This is a feed, made for feed readers. In one, subscribe to\n${documentUrl(site, slug, "rss")}`,
  )}}${FEED_STYLE}`;

/** CSS Syntax 3 §4.3.5: a newline, a quote or a backslash in a string is escaped. */
const cssString = (text: string): string =>
  `"${text.replace(/["\\<\n\r\f]/g, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;

/** Elements by their local names: RSS has no namespace, Atom's is the document's own. */
const FEED_STYLE = `
:root{color-scheme:light dark;background:light-dark(#fffdf8,#15171a);color:light-dark(#1a1a1a,#e8e4dc);font:1.05rem/1.5 Georgia,serif}
rss,feed{display:block;max-width:42rem;margin:0 auto;padding:1.5rem 1rem;overflow-wrap:anywhere}
rss::before,feed::before{display:block;white-space:pre-line;border:1px solid;border-block-width:3px 1px;padding:1rem;font:.95rem/1.5 system-ui,sans-serif}
rss>a,feed>a{display:block;border:1px solid;border-top:0;padding:.8rem 1rem;margin-bottom:2rem;font:600 .95rem/1.5 system-ui,sans-serif;color:inherit}
channel,item,entry{display:block}
channel>*,feed>*,item>*,entry>*{display:none}
channel>item,feed>entry{display:block;border-top:1px solid light-dark(#c9c4b8,#44474c);padding:.9rem 0}
channel>title,feed>title{display:block;font-size:2.2rem;line-height:1.15;font-weight:bold}
channel>description,feed>subtitle{display:block;margin:.4rem 0 1.6rem;font-style:italic}
item>title,entry>title{display:block;font-size:1.2rem;line-height:1.3;font-weight:bold}
item>description,entry>summary{display:block;margin-top:.3rem}
item>description:empty{display:none}
item>pubDate,entry>published{display:block;margin-top:.3rem;font:.85rem system-ui,sans-serif;opacity:.8}
item>title,entry>title,item>description,entry>summary{unicode-bidi:plaintext}
item:lang(ar),item:lang(fa),item:lang(he),item:lang(ur),entry:lang(ar),entry:lang(fa),entry:lang(he),entry:lang(ur){direction:rtl}
`;
