import { TOKEN } from "../../homes/home.ts";
import type { Newsroom } from "../newsroom.ts";

/** Sends bytes to `/api/files`. */
export const send = async (
  room: Newsroom,
  bytes: Uint8Array,
  headers: Record<string, string> = {},
): Promise<Response> =>
  room.fetch(
    new Request("https://feeds.example/api/files", {
      method: "POST",
      headers: { authorization: `Bearer ${TOKEN}`, ...headers },
      body: bytes as Uint8Array<ArrayBuffer>,
    }),
  );

/** A form with a file in it, as browsers send it. */
export function formWith(fields: Record<string, string>, file?: Uint8Array, name = "boat.jpg"): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  if (file) form.set("file", new File([file as Uint8Array<ArrayBuffer>], name, { type: "text/html" }));
  return form;
}
