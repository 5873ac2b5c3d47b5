import { createHash } from "node:crypto";

/** The pages' one stylesheet, in the page: one request, and a policy that allows this text and no other. */
export const STYLE = `:root{color-scheme:light dark;font:1.05rem/1.55 Georgia,serif}
body{margin:0 auto;max-width:42rem;padding:0 1rem}
header{border-bottom:3px double;font-size:1.5rem;font-weight:bold;padding:1rem 0}
header a{color:inherit;text-decoration:none}
h1{line-height:1.2}h2{font-size:1.15rem;line-height:1.3;margin:1.6rem 0 .2rem}
a{color:light-dark(#0b4f8a,#8cc4f5)}
p{margin:.3rem 0;overflow-wrap:anywhere}h1,h2{overflow-wrap:anywhere}
.feeds{list-style:none;padding:0}
.meta,footer{color:light-dark(#555,#aaa);font:.9rem/1.5 system-ui,sans-serif}
footer{border-top:1px solid;margin-top:2rem;padding:1rem 0}`;

export const STYLE_HASH = `'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`;
