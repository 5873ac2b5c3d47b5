import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { REFILLED } from "../form/fields.ts";
import { uploadWithProgress } from "../form/upload.ts";
import { insertPicture } from "./commands.ts";
import { askLink } from "./dialogs.ts";
import { make } from "./element.ts";
import { keptView } from "./kept-views.ts";
import { cleanPasted } from "./paste.ts";
import { plugins } from "./plugins.ts";
import { readRichText } from "./read-html.ts";
import { makeToolbar } from "./toolbar.ts";
import { writeRichText } from "./write-html.ts";

/**
 * An editor in the place of a field of HTML. The field stays the form's own: it says what is written as soon as it is, and nothing of it
 * changes before somebody writes.
 */
export function startRichText(textarea: HTMLTextAreaElement): void {
  const label = textarea.labels[0]?.firstChild?.textContent?.trim() || "Text";
  const isRequired = textarea.required;
  /** Whether the field itself is shown. */
  let isHtml = false;
  const source = make("button", { type: "button", title: "The text as HTML" }, "HTML");
  source.setAttribute("aria-pressed", "false");
  const toolbar = makeToolbar(() => (isHtml ? undefined : view), source);
  const place = make("div", { className: "written" });
  const uploads = make("ul", { className: "uploads", aria: { live: "polite" } });
  const dom = make("div", { className: "rich-text" }, toolbar.dom, place, uploads);
  leaveLabel(textarea);
  textarea.before(dom);

  const stateOf = (html: string): EditorState => EditorState.create({ doc: readRichText(html), plugins: own });
  const own = plugins({
    "Mod-k": (_, __, on) => {
      if (on) askLink(on);
      return true;
    },
    "Alt-F10": () => {
      toolbar.focus();
      return true;
    },
  });
  /** Where pictures come in that are still on their way, however the text grows meanwhile. */
  const awaited = new Set<{ at: number }>();
  const view: EditorView = new EditorView(place, {
    state: stateOf(textarea.value),
    attributes: {
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": label,
      spellcheck: "true",
      ...languageOf(textarea),
    },
    nodeViews: {
      kept_block: keptView("div", true),
      kept_inline: keptView("span", false),
      media: keptView("div", false),
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      for (const spot of awaited) spot.at = transaction.mapping.map(spot.at);
      toolbar.update(view);
      if (!transaction.docChanged) return;
      textarea.value = writeRichText(view.state.doc);
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
    },
    transformPastedHTML: cleanPasted,
    handlePaste: (_, event) => takePictures(event.clipboardData),
    handleDrop: (_, event) => takePictures(event.dataTransfer),
  });

  /** Pictures that are pasted or dropped are uploaded, and stand in the text when they are. */
  function takePictures(data: DataTransfer | null): boolean {
    const files = [...(data?.files ?? [])].filter(({ type }) => type.startsWith("image/"));
    // A text with pictures comes with a picture of itself, from some programs.
    if (files.length === 0 || data?.types.includes("text/html")) return false;
    for (const file of files) {
      const spot = { at: view.state.selection.to };
      awaited.add(spot);
      void uploadWithProgress(file, uploads).then((uploaded) => {
        awaited.delete(spot);
        if (!uploaded) return;
        // Whoever writes HTML by now has written it in the field alone.
        if (isHtml) view.updateState(stateOf(textarea.value));
        const { url, width, height } = uploaded;
        const sizes = width && height ? { width: String(width), height: String(height) } : {};
        const at = Math.min(spot.at, view.state.doc.content.size);
        insertPicture({ url, alt: "", caption: "", ...sizes }, at)(view.state, view.dispatch);
      });
    }
    return true;
  }

  function show(asHtml: boolean): void {
    isHtml = asHtml;
    textarea.hidden = !asHtml;
    place.hidden = asHtml;
    // A browser cannot ask for what it does not show.
    textarea.required = asHtml && isRequired;
    source.setAttribute("aria-pressed", String(asHtml));
    for (const button of toolbar.dom.querySelectorAll("button")) button.disabled = asHtml && button !== source;
    if (!asHtml && writeRichText(view.state.doc) !== textarea.value) view.updateState(stateOf(textarea.value));
    toolbar.update(view);
  }

  source.addEventListener("click", () => {
    show(!isHtml);
    if (isHtml) textarea.focus();
    else view.focus();
  });
  for (const one of textarea.labels)
    one.addEventListener("click", () => {
      if (!isHtml) view.focus();
    });
  textarea.addEventListener(REFILLED, () => {
    view.updateState(stateOf(textarea.value));
    toolbar.update(view);
  });
  followLanguage(textarea, view);
  show(false);
}

/** A click anywhere in a label is one on the first button in it: the field, and the editor with it, stand behind theirs. */
function leaveLabel(textarea: HTMLTextAreaElement): void {
  const around = textarea.closest("label");
  if (!around) return;
  textarea.id ||= `rich-text-${textarea.name}`;
  around.htmlFor = textarea.id;
  around.after(textarea);
}

/** The field's own, or that of the story's form. */
function languageOf({ form, lang, dir }: HTMLTextAreaElement): Record<string, string> {
  const language = lang || namedValue(form, "language");
  const direction = dir || namedValue(form, "direction");
  return {
    ...(language ? { lang: language } : {}),
    dir: direction === "rtl" || direction === "ltr" ? direction : "auto",
  };
}

const namedValue = (form: HTMLFormElement | null, name: string): string => {
  const field = form?.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : "";
};

/** Another language of the story is another dictionary. */
function followLanguage(textarea: HTMLTextAreaElement, view: EditorView): void {
  textarea.form?.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    if (target.name !== "language" && target.name !== "direction") return;
    for (const [name, value] of Object.entries(languageOf(textarea))) view.dom.setAttribute(name, value);
  });
}
