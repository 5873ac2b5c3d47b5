import { announce } from "./announce.ts";
import { addRow, listRows } from "./rows.ts";

/** A file that the desk has taken. */
export interface UploadAnswer {
  url: string;
  name: string;
  type: string;
  length: number;
  width?: number;
  height?: number;
  duration?: number;
}

export type UploadOutcome = { status: "uploaded"; file: UploadAnswer } | { status: "refused"; why: string };

/** The desk's own path, which its script is served below. */
const filesAddress = (): URL => new URL("files", import.meta.url);

/**
 * Sends a file to the desk.
 *
 * @param tell hears how much of it is sent, from 0 to 1
 */
export function sendFile(file: File, tell: (part: number) => void): Promise<UploadOutcome> {
  const body = new FormData();
  body.set("form_token", document.querySelector<HTMLInputElement>("input[name=form_token]")?.value ?? "");
  body.set("file", file);
  // `fetch` says nothing of how far it has come.
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    request.upload.addEventListener("progress", ({ loaded, total }) => tell(total > 0 ? loaded / total : 0));
    request.addEventListener("load", () => resolve(outcomeOf(request)));
    request.addEventListener("error", () => resolve({ status: "refused", why: "There is no connection." }));
    request.open("POST", filesAddress());
    request.setRequestHeader("accept", "application/json");
    request.responseType = "json";
    request.send(body);
  });
}

function outcomeOf({ status, response }: XMLHttpRequest): UploadOutcome {
  if (status === 201 && response?.url) return { status: "uploaded", file: response };
  if (status === 401 || status === 200) return { status: "refused", why: "Your session has ended: sign in again." };
  return { status: "refused", why: response?.detail ?? response?.title ?? `The desk answered ${status}.` };
}

/** Uploads what is chosen, and makes a row of each file. Without a script the input belongs to a form of its own. */
export function startUpload(input: HTMLInputElement): void {
  const name = input.dataset.upload;
  const list = document.createElement("ul");
  list.className = "uploads";
  list.setAttribute("aria-live", "polite");
  (input.closest("label") ?? input).after(list);
  // A small form of its own has a button that sends it; here choosing a file does.
  if (!input.form?.matches("[data-draft]"))
    for (const button of input.form?.elements ?? []) if (button instanceof HTMLButtonElement) button.hidden = true;
  input.addEventListener("change", async () => {
    const files = [...(input.files ?? [])];
    input.value = "";
    for (const file of files) {
      const uploaded = await uploadWithProgress(file, list);
      const rows = document.querySelector<HTMLFieldSetElement>(`fieldset[data-rows="${name}"]`);
      if (uploaded && rows) fillRow(rows, uploaded);
    }
  });
}

/** A line in a list says how far a file has come, and why it was not taken. */
export async function uploadWithProgress(file: File, list: HTMLElement): Promise<UploadAnswer | undefined> {
  const line = document.createElement("li");
  const progress = Object.assign(document.createElement("progress"), { max: 1, value: 0 });
  progress.setAttribute("aria-label", `Upload of ${file.name}`);
  line.append(`${file.name} `, progress);
  list.append(line);
  const outcome = await sendFile(file, (part) => {
    progress.value = part;
  });
  if (outcome.status === "uploaded") {
    line.remove();
    announce(`${file.name} is uploaded`);
    return outcome.file;
  }
  line.className = "wrong";
  line.textContent = `${file.name} was not taken: ${outcome.why}`;
  return undefined;
}

/** The first row without an address, or a new one, gets what is known of a file. */
export function fillRow(fieldset: HTMLFieldSetElement, file: UploadAnswer): void {
  const isFree = (row: HTMLElement) => fieldIn(row, "url")?.value === "";
  const row = listRows(fieldset).find(isFree) ?? addRow(fieldset);
  if (!row) return;
  for (const [name, value] of Object.entries(file)) {
    const field = fieldIn(row, name);
    if (field && value !== undefined) field.value = String(value);
  }
  row.dispatchEvent(new Event("input", { bubbles: true }));
}

const fieldIn = (row: HTMLElement, name: string): HTMLInputElement | null => row.querySelector(`[name$=".${name}"]`);
