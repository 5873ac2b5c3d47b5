import * as z from "zod";
import { count, urlText } from "../../describe/schemas.ts";

/** What is known of a file, as a story says it of its pictures and attachments. */
export const uploadedFile = () =>
  z
    .strictObject({
      url: urlText(),
      name: z.string().meta({ description: "What its sender calls it, or else its own name." }),
      type: z.string(),
      length: count().meta({ description: "Bytes." }),
      width: count().optional().meta({ description: "Pixels, of a picture as it is shown." }),
      height: count().optional(),
      duration: z.number().optional().meta({ description: "Seconds, of sound." }),
    })
    .meta({ ref: "UploadedFile" });

/** The form that a file may come in. */
export const fileForm = () => z.object({ file: fileBytes() });

/** Bytes, as they are. */
export const fileBytes = () => z.string().meta({ format: "binary" });
