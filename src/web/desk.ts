import { startAutosave } from "./form/autosave.ts";
import { startCopy } from "./form/copy.ts";
import { all } from "./form/fields.ts";
import { forgetSent } from "./form/kept-text.ts";
import { warnOfLeaving } from "./form/leaving.ts";
import { startPreview } from "./form/live-preview.ts";
import { startRows } from "./form/rows.ts";
import { startUpload } from "./form/upload.ts";
import { startPasskeys } from "./passkeys.ts";
import { startRichText } from "./rich-text/editor.ts";

/** The desk's one script: pages say by their attributes what is made comfortable, and work without. */
for (const textarea of all("textarea[data-rich-text]", HTMLTextAreaElement)) startRichText(textarea);
for (const fieldset of all("fieldset[data-rows]", HTMLFieldSetElement)) startRows(fieldset);
for (const input of all("input[type=file][data-upload]", HTMLInputElement)) startUpload(input);
for (const button of all("button[data-copy]", HTMLButtonElement)) startCopy(button);
for (const section of all("[data-preview]", HTMLElement)) startPreview(section);
forgetSent();
for (const form of all("form[data-draft]", HTMLFormElement)) startAutosave(form);
for (const form of all("form[data-passkey]", HTMLFormElement)) startPasskeys(form);
warnOfLeaving();
