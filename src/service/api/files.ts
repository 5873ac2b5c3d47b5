import { Hono } from "hono";
import { answersJson, answersLater, answersProblem } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import { readFile } from "../files/sent-file.ts";
import type { Uploads } from "../files/uploads.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { need } from "../http/need.ts";
import { NO_STORE } from "../http/no-store.ts";
import { fileBytes, fileForm, uploadedFile } from "./answers/files.ts";

/** `/api/files`: pictures and sound for stories. */
export const filesApi = (uploads: Uploads): Hono<SignedEnv> =>
  new Hono<SignedEnv>().post(
    "/",
    need("files:write"),
    describes(() => ({
      operationId: "uploadFile",
      part: "Files",
      summary: "Upload a picture or a sound",
      description: "Its kind is told by its content, and what its camera has noted is taken out.",
      body: {
        content: {
          "application/octet-stream": { schema: fileBytes() },
          "multipart/form-data": { schema: fileForm() },
        },
      },
      answers: {
        201: answersJson("Stored.", uploadedFile(), { headers: LOCATION }),
        400: answersProblem("What was sent cannot be read."),
        408: answersProblem("Its sender has stopped sending."),
        413: answersProblem("The file has more bytes, or the picture more pixels, than is taken."),
        415: answersProblem("By its content the file is nothing that is taken."),
        422: answersProblem("The file is damaged, or says what cannot be taken out; or there is none."),
        503: answersLater("There is no place for files, or others are being uploaded, or the store is down."),
      },
    })),
    async (c) => {
      const taken = await uploads.take(c.req.raw, readFile, () => c.get("actor"));
      return taken instanceof Response
        ? taken
        : c.json(taken.uploaded, 201, { location: taken.uploaded.url, ...NO_STORE });
    },
  );

const LOCATION = { Location: { description: "Where the file is.", schema: { type: "string" } } } as const;
