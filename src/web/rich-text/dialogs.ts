import { NodeSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { all } from "../form/fields.ts";
import { fillRow, uploadWithProgress } from "../form/upload.ts";
import { insertPicture, linkAt, setLink } from "./commands.ts";
import { openDialog } from "./dialog.ts";
import { labelled, make } from "./element.ts";
import { schema } from "./schema.ts";
import { SHORTCUTS, spoken } from "./shortcuts.ts";

/** Asks where a link leads. */
export function askLink(view: EditorView): void {
  const at = linkAt(view.state);
  const address = make("input", { type: "text", inputMode: "url", value: at.href, required: true });
  address.spellcheck = false;
  openDialog({
    title: at.href === "" ? "Link" : "Change the link",
    content: [labelled("Address", address, "https://…, mailto:… or tel:…")],
    does: "Set the link",
    onDo() {
      setLink(view, at, withScheme(address.value.trim()));
    },
    others: at.href === "" ? [] : [{ text: "Remove the link", onClick: () => setLink(view, at, "") }],
    onClose: () => view.focus(),
  });
  address.select();
}

/** What people leave away. */
export function withScheme(address: string): string {
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(address)) return `mailto:${address}`;
  return /^(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]|$)/i.test(address) ? `https://${address}` : address;
}

interface StoryPicture {
  url: string;
  caption: string;
  width?: string;
  height?: string;
}

/** The pictures that the story's form has. */
function picturesOfStory(): StoryPicture[] {
  const rows = all('fieldset[data-rows="images"] [data-row]', HTMLElement);
  return rows.flatMap((row) => {
    const fieldOf = (name: string) => row.querySelector<HTMLInputElement>(`[name$=".${name}"]`)?.value ?? "";
    const url = fieldOf("url");
    return url === "" ? [] : [{ url, caption: fieldOf("caption"), width: fieldOf("width"), height: fieldOf("height") }];
  });
}

/** Asks for a picture: one of the story's, an uploaded one, or one elsewhere; and what it shows, in words. */
export function askPicture(view: EditorView): void {
  const chosen = chosenPicture(view);
  const address = make("input", { type: "url", required: true, value: chosen?.getAttribute("src") ?? "" });
  const alt = make("input", { type: "text", value: chosen?.getAttribute("alt") ?? "" });
  const caption = make("input", { type: "text" });
  let sizes: Pick<StoryPicture, "width" | "height"> = {
    width: chosen?.getAttribute("width") ?? undefined,
    height: chosen?.getAttribute("height") ?? undefined,
  };
  const take = ({ url, caption: text, width, height }: StoryPicture) => {
    address.value = url;
    if (caption.value === "") caption.value = text;
    sizes = { width, height };
    alt.focus();
  };
  const gallery = make("div", { className: "gallery" });
  const offer = (picture: StoryPicture) => {
    const name = picture.caption || (picture.url.split("/").at(-1) ?? picture.url);
    const button = make("button", { type: "button", title: name, aria: { label: `Take ${name}` } });
    button.append(make("img", { src: picture.url, alt: "" }));
    button.addEventListener("click", () => take(picture));
    gallery.append(button);
  };
  picturesOfStory().forEach(offer);
  const file = make("input", { type: "file", accept: "image/*" });
  const progress = make("ul", { className: "uploads", aria: { live: "polite" } });
  file.addEventListener("change", async () => {
    const [first] = file.files ?? [];
    const uploaded = first && (await uploadWithProgress(first, progress));
    if (!uploaded) return;
    const rows = document.querySelector<HTMLFieldSetElement>('fieldset[data-rows="images"]');
    if (rows) fillRow(rows, uploaded);
    const picture = { url: uploaded.url, caption: "", width: textOf(uploaded.width), height: textOf(uploaded.height) };
    offer(picture);
    take(picture);
  });
  openDialog({
    title: chosen ? "Change the picture" : "Picture",
    content: [
      gallery,
      labelled("Upload", file),
      progress,
      labelled("Address", address),
      labelled("What it shows, for those who do not see it", alt, "Leave it empty where the text says it already."),
      ...(chosen ? [] : [labelled("Caption", caption)]),
    ],
    does: chosen ? "Change it" : "Put it in",
    onDo() {
      insertPicture({ url: address.value, alt: alt.value, caption: caption.value, ...sizes })(
        view.state,
        view.dispatch,
      );
    },
    onClose: () => view.focus(),
  });
}

const textOf = (value: number | undefined): string | undefined => (value === undefined ? undefined : String(value));

function chosenPicture({ state: { selection } }: EditorView): HTMLImageElement | null {
  if (!(selection instanceof NodeSelection) || selection.node.type !== schema.nodes.media) return null;
  const template = document.createElement("template");
  template.innerHTML = selection.node.attrs.html;
  const [only, ...others] = template.content.children;
  return only instanceof HTMLImageElement && others.length === 0 ? only : null;
}

/** Tells what keys do. */
export function showShortcuts(view: EditorView): void {
  const rows = [...SHORTCUTS.map(([keys, does]) => [spoken(keys), does]), ...OTHERS].map(([keys = "", does = ""]) =>
    make("div", {}, make("dt", {}, make("kbd", {}, keys)), make("dd", {}, does)),
  );
  openDialog({
    title: "Keys",
    content: [make("dl", { className: "keys" }, ...rows)],
    does: "Close",
    onClose: () => view.focus(),
  });
}

const OTHERS = [
  ["Ctrl+K", "Link"],
  ["Ctrl+Shift+V", "Paste as plain text"],
  ["Alt+F10", "To the buttons; Escape goes back to the text"],
  ["Tab", "Next cell of a table; anywhere else, on to the next field"],
  ["## and a space", "Heading, at the start of a line; so do ###, -, 1. and >"],
];
