import { escapeUTF8 } from "entities";
import type { BodyReading } from "./shortcodes.ts";

const IMAGE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp)$/i;
const MEDIA_FILE = /\.(?:mp3|m4a|ogg|wav|flac|mp4|webm|mov|ogv|pdf)$/i;

/** `[[note]]`, `[[note#heading|text]]`, and `![[file]]` (Obsidian, Internal links; Embed files). `[[1]](…)` is Markdown's own link. */
const LINK = /(!?)\[\[(?![\s\d]*\]\])([^\s[\]|#^\\][^[\]|\n]*|#[^[\]|\n]+)?(?:\\?\|([^[\]\n]*))?\]\](?![([])/g;

/** What Obsidian writes beside Markdown, as what a reader of the note sees. */
export function replaceObsidian(text: string, reading: BodyReading): string {
  return text
    .replace(/^%%[ \t]*\n[\s\S]*?\n%%[ \t]*$/gm, "")
    .replace(/(?<=^|[ \t(])%%(?=\S)(?:(?!%%|\n[ \t]*\n)[\s\S]){1,2000}%%(?=$|[\s.,;:!?)])/gm, "")
    .replace(LINK, (whole, bang: string, target = "", shown?: string) =>
      target === "" ? whole : toMarkdown(bang, target, shown, reading),
    )
    .replace(/(?<=\S)[ \t]+\^(?=[a-z0-9-]*[a-z])[a-z0-9-]{3,40}[ \t]*$/gim, "")
    .replace(/(?<![=\w])==(?=[^\s=])((?:(?!==)[^\n]){1,1000}?)(?<=[^\s=])==(?![=\w])/g, "<mark>$1</mark>");
}

function toMarkdown(bang: string, target: string, shown: string | undefined, { stash, notes }: BodyReading): string {
  const file = target.replace(/[\\#^].*$/, "").trim();
  if (bang === "") return shown?.trim() || nameOf(file, target);
  const address = escapeUTF8(encodeURI(file));
  if (IMAGE_FILE.test(file)) {
    const alt = (shown ?? "")
      .split("|")
      .filter((one) => !/^\s*\d+(?:x\d+)?\s*$/.test(one))
      .join(" ")
      .trim();
    return stash.put(`<img src="${address}" alt="${escapeUTF8(alt || nameOf(file, file).replace(/\.\w+$/, ""))}">`);
  }
  if (MEDIA_FILE.test(file)) return stash.put(`<a href="${address}">${escapeUTF8(nameOf(file, file))}</a>`);
  notes.add(`the embedded note ${target} is left out, its name kept`);
  return nameOf(file, target);
}

/** A note is called by its file, wherever that stands; a place in the same note, by its heading. */
const nameOf = (file: string, target: string): string =>
  (file === "" ? target.replace(/^[#^]+/, "") : file).replace(/^.*\//, "").trim();
