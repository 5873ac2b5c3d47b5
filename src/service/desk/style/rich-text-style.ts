/** The editor of a story's text, which the desk's script puts in the place of its field; its dialogs; files on their way. */
export const RICH_TEXT_STYLE = `
[hidden]{display:none!important}
.rich-text{border:1px solid var(--edge);background:var(--field)}
.rich-text:focus-within{border-color:var(--ink)}
.toolbar{display:flex;flex-wrap:wrap;gap:.3rem .1rem;padding:.3rem;border-bottom:1px solid var(--rule);background:var(--paper)}
.tools{display:flex;flex-wrap:wrap;padding-inline:.2rem}
.tools:not(:last-of-type){border-inline-end:1px solid var(--rule)}
.tools[role=group]{border:0;border-block-start:1px solid var(--rule);flex-basis:100%;margin-top:.1rem;padding-top:.3rem}
.toolbar button{background:none;border:1px solid transparent;color:var(--ink);font:600 .9rem/1.2 var(--sans);min-height:2.1rem;min-width:2.1rem;padding:.2rem .45rem}
.toolbar button[data-face]::before{content:attr(data-face)}
.toolbar button:hover{background:var(--field);border-color:var(--edge);text-decoration:none}
.toolbar button[aria-pressed=true]{background:var(--ink);color:var(--paper)}
.toolbar button[aria-disabled=true],.toolbar button:disabled{opacity:.45}
.toolbar [aria-label=Italic]{font-family:var(--serif);font-style:italic}
.toolbar [aria-label="Struck through"]{text-decoration:line-through}
.written .ProseMirror{position:relative;min-height:18rem;padding:1rem 1.1rem 2rem;font:1.1rem/1.6 var(--serif);white-space:break-spaces;overflow-wrap:break-word;outline:none}
.ProseMirror>*{max-width:42rem}
.ProseMirror :is(p,ul,ol,blockquote,pre,figure,table,h1,h2,h3,h4,h5,h6,.box,.kept){margin:0 0 .9rem}
.ProseMirror :is(li,td,th,blockquote,figure,.box)>:last-child{margin-bottom:0}
.ProseMirror :is(h1,h2,h3,h4,h5,h6){font-family:var(--serif);line-height:1.25;margin-top:1.4rem}
.ProseMirror h2{font-size:1.45rem}
.ProseMirror h3{font-size:1.2rem}
.ProseMirror ul{list-style:disc;padding-inline-start:1.6rem}
.ProseMirror ol{padding-inline-start:1.6rem}
.ProseMirror a{color:var(--accent);text-decoration:underline}
.ProseMirror blockquote{border-inline-start:4px solid var(--rule);padding-inline-start:1rem}
.ProseMirror pre{font:.92rem/1.5 ui-monospace,"Liberation Mono",monospace;background:var(--paper);border:1px solid var(--rule);padding:.6rem .8rem;white-space:pre-wrap}
.ProseMirror img{display:block;height:auto;max-height:24rem;max-width:100%;width:auto}
.ProseMirror span.kept img{display:inline-block;max-height:12rem}
.ProseMirror :is(video,audio){max-width:100%}
.ProseMirror figcaption{font:.88rem/1.5 var(--sans);color:var(--soft);padding-top:.4rem}
.ProseMirror figcaption:has(>br:only-child)::before{content:"Caption";position:absolute;opacity:.7}
.ProseMirror table{border-collapse:collapse;font:.95rem/1.45 var(--sans);table-layout:fixed;width:100%}
.ProseMirror :is(td,th){border:1px solid var(--edge);min-width:3rem;padding:.35rem .5rem;position:relative;text-align:start;vertical-align:top}
.ProseMirror th{background:var(--paper);font-weight:600}
.ProseMirror .selectedCell{background:light-dark(#fbeaa0,#5d4b00)}
.ProseMirror caption{color:var(--soft);font:.88rem/1.5 var(--sans);text-align:start}
.ProseMirror hr{border:0;border-top:2px solid var(--edge);margin:1.6rem 0}
.ProseMirror :is(.box,.line){border-inline-start:2px dotted var(--rule);padding-inline-start:.7rem}
.ProseMirror .line{font-weight:600}
.kept.named{border:1px dashed var(--edge);overflow:hidden;padding:.4rem .7rem}
.kept-name{color:var(--soft);display:block;font:.8rem/1.5 var(--sans)}
.ProseMirror-selectednode{outline:3px solid var(--accent);outline-offset:2px}
.ProseMirror-hideselection ::selection{background:transparent}
.ProseMirror-gapcursor{display:none;pointer-events:none;position:absolute}
.ProseMirror-gapcursor::after{content:"";display:block;position:absolute;top:-2px;width:20px;border-top:2px solid var(--ink)}
.ProseMirror-focused .ProseMirror-gapcursor{display:block}
.rich-text~textarea{min-height:24rem}
.uploads:empty{display:none}
.uploads{font:.88rem/1.5 var(--sans);list-style:none;margin:.5rem 0;padding:0 .6rem}
.uploads progress{accent-color:var(--accent);vertical-align:middle}
.editor-dialog{background:var(--paper);border:1px solid var(--ink);color:var(--ink);max-width:min(34rem,calc(100vw - 2rem));width:100%;padding:1.2rem 1.4rem}
.editor-dialog::backdrop{background:rgb(0 0 0/.45)}
.editor-dialog h2{margin:0 0 .8rem}
.editor-dialog label{display:grid;gap:.25rem;margin-top:.8rem}
.editor-dialog small{color:var(--soft);font-weight:400}
.doings{display:flex;flex-wrap:wrap;gap:.6rem;margin-top:1.2rem}
.gallery{display:flex;flex-wrap:wrap;gap:.5rem}
.gallery button{padding:.2rem}
.gallery img{display:block;height:4.5rem;object-fit:cover;width:6rem}
.keys{font:.95rem/1.4 var(--sans);margin:0}
.keys div{display:grid;grid-template-columns:9rem 1fr;gap:1rem;padding-block:.3rem;border-bottom:1px solid var(--rule)}
.keys dd{margin:0}
kbd{font:600 .88rem/1.4 var(--sans)}
@media(max-width:40rem){.tools:not(:last-of-type){border:0}.toolbar button{min-height:2.4rem}.written .ProseMirror{padding-inline:.8rem}.keys div{grid-template-columns:1fr;gap:0}}
@media(min-width:60rem){.toolbar{position:sticky;inset-block-start:3.6rem}}
@media(prefers-reduced-motion:no-preference){.toolbar button{transition:background .1s}}
@media(forced-colors:active){.toolbar button[aria-pressed=true]{outline:2px solid Highlight}}
`;
