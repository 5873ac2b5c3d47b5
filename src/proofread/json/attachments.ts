import type { Value } from "../../verify/discrepancy.ts";
import { mimeTypeFault, urlFault } from "../formats.ts";
import { isJsonObject, stringFaults } from "./sheet.ts";

/** What is wrong with one of an item's attachments (JSON Feed 1.1, attachments). */
export function attachmentFaults(attachment: Value): string[] {
  if (!isJsonObject(attachment)) return ["an attachment is no object"];
  const numbers = ["size_in_bytes", "duration_in_seconds"].filter(
    (key) => attachment[key] !== undefined && !(Number(attachment[key]) >= 0 && typeof attachment[key] === "number"),
  );
  return [
    ...(attachment.url === undefined ? ["an attachment has no url"] : stringFaults(attachment, "url", urlFault)),
    ...(attachment.mime_type === undefined
      ? ["an attachment has no mime_type"]
      : stringFaults(attachment, "mime_type", mimeTypeFault)),
    ...numbers.map((key) => `${key} is no number`),
  ];
}
