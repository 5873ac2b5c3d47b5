import { createHash } from "node:crypto";
import { AUDIENCE_STYLE } from "./audience-style.ts";
import { PROOFREAD_STYLE } from "./proofread-style.ts";

const SERIF = `"Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4","Noto Serif",Georgia,"Liberation Serif",serif`;
const SANS = `system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif`;

/** Colours, type, and what every page has. What only some pages have stands in the constants below, by name. */
export const BASE = `
:root{color-scheme:light dark;--paper:light-dark(#fdfcf9,#141517);--ink:light-dark(#17140f,#ece8df);--soft:light-dark(#5a5449,#aca69b);--rule:light-dark(#d3cdc0,#3a3c40);--accent:light-dark(#8c1d12,#f2a598);--good:light-dark(#1d6330,#8fd3a1);--field:light-dark(#fff,#1d1f22);--sans:${SANS};--serif:${SERIF};font:1.0625rem/1.5 var(--serif)}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:anywhere}
body>*{max-width:80rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,3rem)}
h1,h2,h3,p,ul{margin:0;padding:0}
h1,h2,h3{line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.9rem,4.5vw,2.9rem);letter-spacing:-.01em}
a{color:inherit;text-decoration-color:var(--rule);text-underline-offset:.18em}
a:hover{color:var(--accent);text-decoration-color:currentcolor}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
ul{list-style:none}
.skip{position:absolute;inset-inline-start:-100rem}
.skip:focus{inset-inline-start:0;background:var(--paper);padding:.75rem 1rem;z-index:1}
.meta,.proof,.foot,.formats,.pager,.count,.back,.archive p,.address,.readers,label,button,.rubric a,figcaption,.files{font:.84rem/1.5 var(--sans);color:var(--soft)}
.dek{color:var(--soft);line-height:1.45}
:lang(ar),:lang(fa),:lang(he),:lang(ja),:lang(ko),:lang(ur),:lang(zh){font-style:normal;letter-spacing:0}
:is(p,li,dd,blockquote,.dek,.text):is(:lang(ar),:lang(fa),:lang(he),:lang(ja),:lang(ko),:lang(ur),:lang(zh)){line-height:1.7}
:is(h1,h2,h3):is(:lang(ar),:lang(fa),:lang(ur)){line-height:1.5}
:is(h1,h2,h3):is(:lang(he),:lang(ja),:lang(ko),:lang(zh)){line-height:1.3}
:lang(ja){word-break:auto-phrase;line-break:strict}
:lang(ko){word-break:keep-all}
`;

const MASTHEAD = `
.masthead,.foot{max-width:74rem;width:calc(100% - 2*clamp(1rem,4vw,3rem));padding-inline:0}
.masthead{text-align:center;padding-block:1.4rem .9rem;border-bottom:4px double var(--ink)}
.name{font-size:clamp(2.1rem,7vw,4.2rem);line-height:1.05;font-weight:700;letter-spacing:-.02em}
.name a{text-decoration:none}
.tagline{margin-top:.5rem;font-style:italic;color:var(--soft);text-wrap:balance}
.slim{display:flex;flex-wrap:wrap;gap:0 1.4rem;justify-content:space-between;align-items:baseline;text-align:start;padding-block:.7rem .5rem;border-bottom-width:3px}
.slim .name{font-size:1.45rem;letter-spacing:-.01em}
.slim nav{font:600 .84rem var(--sans)}
.foot{margin-top:3.5rem;padding-block:1rem 2.5rem;border-top:1px solid var(--ink);display:flex;flex-wrap:wrap;gap:.4rem 2rem;justify-content:space-between}
.foot a,.back a,.archive a{margin-inline-end:1.2rem;display:inline-block;padding-block:.2rem}
main{padding-block:1.6rem 0}
`;

const DIRECTORY = `
.lead{display:grid;gap:1.2rem 3rem;align-items:end;padding-bottom:2rem}
.lead .dek{max-width:40rem;margin-top:.5rem;font-size:1.1rem}
.field{display:flex;margin-top:.35rem}
input{font:1rem/1.4 var(--sans);color:var(--ink);background:var(--field);border:1px solid var(--soft);border-radius:0;padding:.5rem .65rem;min-width:0;width:100%}
button{flex:none;border:1px solid var(--ink);background:var(--ink);color:var(--paper);padding:.5rem 1rem;cursor:pointer}
.groups{display:grid;gap:2.6rem 2.6rem}
.group{min-width:0}
.rubric{display:flex;justify-content:space-between;align-items:baseline;border-top:3px solid var(--ink);padding-block:.5rem .1rem}
.rubric h2,.subscribe h2,.river>h2,.archive h2{font:700 .8rem/1.5 var(--sans);letter-spacing:.09em;text-transform:uppercase}
.feeds{display:grid;gap:0 2.6rem;overflow:clip}
.feeds>li{padding-block:.8rem 1.3rem;position:relative}
.feeds>li::before{content:"";position:absolute;inset:.9rem auto 1.2rem -1.3rem;border-inline-start:1px solid var(--rule)}
.feeds h3{font-size:1.55rem}
.feeds h3 a,.story h3 a,.stories h3 a{text-decoration:none}
.feeds .dek{margin-block:.3rem .7rem}
.proof{text-wrap:balance}
.proof b{font-weight:600;color:var(--ink)}
.proof b::before{content:"✓ "/""}
.formats{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:.8rem}
.formats a,.readers a{display:block;border:1px solid var(--rule);padding:.25rem .7rem;text-decoration:none;color:var(--ink)}
.formats a:hover,.readers a:hover{border-color:currentcolor;color:var(--accent)}
.count{margin-bottom:1.6rem}
.stories li{border-bottom:1px solid var(--rule);padding-block:.8rem}
.stories h3{font-size:1.2rem}
.values{columns:16rem;column-gap:2.6rem;padding-block:.6rem}
.values li{break-inside:avoid;padding-block:.3rem}
@media(min-width:44rem){.lead{grid-template-columns:3fr 2fr}.groups{grid-template-columns:1fr 1fr}.n2,.n3{grid-column:span 2}.n2 .feeds,.n3 .feeds{grid-template-columns:1fr 1fr}}
@media(min-width:64rem){.groups{grid-template-columns:repeat(3,1fr)}.n3{grid-column:span 3}.n3 .feeds{grid-template-columns:repeat(3,1fr)}}
`;

const FEED = `
.heading{border-bottom:1px solid var(--ink);padding-bottom:1.2rem;margin-bottom:1.4rem}
.heading .dek{font-size:1.2rem;margin-block:.4rem .9rem}
.heading .proof{max-width:46rem}
.follow{display:inline-block;margin-top:1rem;font:600 .9rem var(--sans);background:var(--ink);color:var(--paper);padding:.6rem 1.1rem;text-decoration:none}
.follow:hover{color:var(--paper)}
.columns{display:grid;gap:2.6rem 3rem}
.columns>*{min-width:0}
.alone,.notice{max-width:46rem}
.notice{padding-block:3rem}
.notice p{margin-top:1rem}
.story{display:grid;grid-template-columns:minmax(0,1fr) auto;padding-block:1.1rem;border-bottom:1px solid var(--rule)}
.story h3{font-size:1.3rem}
.story .dek{margin-top:.35rem}
.story .meta,.full>.meta{margin-top:.5rem;display:flex;flex-wrap:wrap;gap:0 .8rem}
.byline{color:var(--ink)}
.story img{max-width:9.5rem;max-height:7rem;margin-inline-start:1.4rem;object-fit:cover}
.subscribe h3{font-size:1.05rem;margin-block:1.1rem .5rem}
.subscribe h2{border-top:3px solid var(--ink);padding-top:.5rem}
.readers{display:flex;flex-wrap:wrap;gap:.5rem}
.address{margin-bottom:.9rem}
.address output{display:block;font:.82rem/1.45 ui-monospace,"Liberation Mono",monospace;color:var(--ink);background:var(--field);border:1px solid var(--soft);padding:.5rem .65rem;margin-block:.15rem .35rem;user-select:all;overflow-wrap:anywhere}
.address :is(a,button){margin-inline-end:1rem}
.address button{background:none;color:var(--ink);border:1px solid var(--soft);padding:.15rem .7rem;min-height:1.7rem}
.subscribe details{margin-top:1.4rem;border-block:1px solid var(--rule);padding-block:.6rem}
.subscribe summary{cursor:pointer;font-weight:700}
.subscribe details p{margin-top:.6rem}
.archive,.more{margin-top:1.8rem}
.full~.more{max-width:42rem;margin-inline:auto}
.years{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;font:600 .95rem/1.9 var(--sans);margin-top:.4rem}
.years [aria-current]{text-decoration:underline 3px var(--accent)}
.pager{display:flex;gap:1.4rem;padding-block:1.2rem}
@media(min-width:60rem){.columns{grid-template-columns:minmax(0,1fr) 19.5rem;gap:2rem}.columns .river{border-inline-end:1px solid var(--rule);padding-inline-end:2rem}.subscribe{position:sticky;top:1rem;align-self:start}.follow{display:none}.river>.story:first-of-type h3{font-size:2rem}.river>.story:first-of-type .dek{font-size:1.15rem}}
`;

/** A story in full, as readers see it. */
export const STORY = `
.full{max-width:42rem;margin:1.2rem auto 0}
.full>.dek{font-size:1.25rem;margin-top:.7rem}
.full>.meta{padding-block:.6rem;border-block:1px solid var(--rule);margin-block:1rem}
.corrections{border-inline-start:3px solid var(--accent);padding-inline-start:1rem;font-size:.95rem}
.text{font-size:1.12rem;line-height:1.62}
.text :is(p,ul,ol,dl,blockquote,pre,figure,table,h2,h3,h4,h5,h6){margin:0 0 1em}
.text :is(h2,h3,h4,h5,h6){margin-top:1.4em;font-size:1.2em}
.text ul{list-style:disc}
.text :is(ul,ol,blockquote){padding-inline-start:1.4em}
.text blockquote{border-inline-start:3px solid var(--rule);font-style:italic}
.text pre{white-space:pre-wrap}
.full :is(img,video,audio){max-width:100%;height:auto;display:block}
.full figure{margin:1.2rem 0}
figcaption{margin-top:.4rem}
.scroller{overflow-x:auto;margin-bottom:1em}
.scroller table{border-collapse:collapse;margin:0}
.scroller :is(td,th){border:1px solid var(--rule);padding:.35rem .6rem;text-align:start;overflow-wrap:normal}
:is(.full,.stories) mark{background:light-dark(#fbeaa0,#5d4b00);color:var(--ink)}
.files{margin-block:1rem}
.files li{padding-block:.3rem}
`;

const PRINT = `
@media print{:root{color-scheme:light;font-size:11pt}.skip,form,.readers,.formats,.subscribe details,.pager,.follow,.rubric a,.foot nav,.back{display:none}.columns,.groups{display:block}.story,.feeds>li,figure{break-inside:avoid}h1,h2,h3{break-after:avoid}.subscribe{border:0;padding:0;margin-top:2rem}.address output{border:0;padding:0}.address :is(a,button){display:none}.text a[href^="http"]::after{content:" (" attr(href) ")";font-size:.8em}}
`;

/** The readers' pages' one style sheet; the desk has its own. */
export const STYLE = [BASE, MASTHEAD, DIRECTORY, FEED, STORY, AUDIENCE_STYLE, PROOFREAD_STYLE, PRINT]
  .join("")
  .replaceAll("\n", "");

/** Named by its contents, so that a browser may keep it for good. */
export const STYLE_PATH = `/style.${styleDigest(STYLE)}.css`;

/** What a style sheet's address names its contents by. */
export function styleDigest(style: string): string {
  return createHash("sha256").update(style).digest("hex").slice(0, 10);
}
