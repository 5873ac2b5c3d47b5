import type { Schema } from "hast-util-sanitize";

/** Attributes that hold one URL each, as hast names them. */
export const URL_PROPERTIES = ["href", "src", "cite", "poster"] as const;

/** Elements that are replaced by a link to what they showed, and the property that names it. */
export const LINKED_INSTEAD = new Map([
  ["iframe", "src"],
  ["embed", "src"],
  ["object", "data"],
]);

const ALIGN: [string, ...string[]] = ["align", "left", "right", "center", "justify"];

/**
 * What a body may hold: text, structure, figures, tables and media. No script, style, form, frame, plug-in, SVG, MathML,
 * custom element, event handler or CSS: feed readers drop them or worse, and the W3C validator warns of them.
 */
export const ALLOWED: Schema = {
  strip: [
    "script",
    "style",
    "template",
    "svg",
    "math",
    "head",
    "title",
    "textarea",
    "select",
    "noembed",
    "noframes",
    "xmp",
  ],
  clobber: [],
  tagNames: [
    ..."a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup data dd del details".split(
      " ",
    ),
    ..."dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p".split(
      " ",
    ),
    ..."picture pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th".split(
      " ",
    ),
    ..."thead time tr track u ul var video wbr".split(" "),
  ],
  attributes: {
    "*": ["id", "className", "lang", "dir", "title", "data*"],
    a: ["href", "hrefLang", "rel", "type"],
    audio: ["src", "controls", "preload", "loop", "muted"],
    blockquote: ["cite"],
    data: ["value"],
    del: ["cite", "dateTime"],
    details: ["open"],
    img: ["src", "srcSet", "sizes", "alt", "width", "height", "loading"],
    ins: ["cite", "dateTime"],
    li: ["value"],
    ol: ["start", "reversed", "type"],
    q: ["cite"],
    source: ["src", "srcSet", "sizes", "media", "type", "width", "height"],
    td: ["colSpan", "rowSpan", "headers", ALIGN],
    th: ["colSpan", "rowSpan", "headers", "scope", ALIGN],
    time: ["dateTime"],
    track: ["src", "kind", "srcLang", "label", "default"],
    video: ["src", "poster", "controls", "width", "height", "preload", "loop", "muted"],
  },
  protocols: {
    href: ["http", "https", "mailto", "tel"],
    src: ["http", "https"],
    cite: ["http", "https"],
    poster: ["http", "https"],
  },
  ancestors: {
    tbody: ["table"],
    td: ["table"],
    th: ["table"],
    thead: ["table"],
    tfoot: ["table"],
    tr: ["table"],
    caption: ["table"],
    colgroup: ["table"],
    col: ["table"],
    source: ["picture", "video", "audio"],
    track: ["video", "audio"],
  },
};
