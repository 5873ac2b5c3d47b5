import { createHash } from "node:crypto";
import { raw } from "hono/html";
import type { FC } from "hono/jsx";

/**
 * Shows the buttons that copy an address, and has them do it: only a script can. It is all that runs on a page for readers; without it
 * there is no button. Where nothing may be copied, as by plain http, the address is selected.
 */
const COPY = `for(const b of document.querySelectorAll("button[data-copy]")){const a=document.querySelector(b.dataset.copy),say=b.textContent;b.hidden=false;b.onclick=async()=>{try{await navigator.clipboard.writeText(a.textContent);b.textContent="Copied"}catch{getSelection().selectAllChildren(a);b.textContent="Selected"}setTimeout(()=>{b.textContent=say},2e3)}}`;

/** By which a page's policy knows the script, and lets no other run (CSP 3 §2.3.1). */
export const COPY_SCRIPT_HASH = `'sha256-${createHash("sha256").update(COPY).digest("base64")}'`;

export const CopyScript: FC = () => <script type="module">{raw(COPY)}</script>;
