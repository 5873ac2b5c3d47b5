import {
  answersAs,
  answersJson,
  answersPage,
  answersProblem,
  inPath,
  type PathItem,
  UNAUTHORIZED,
  WITHOUT_TOKEN,
} from "./operation.ts";

const binary = { schema: { type: "string", format: "binary" } };
const form = {
  schema: { type: "object", required: ["file"], properties: { file: { type: "string", format: "binary" } } },
};

/** What is known of a file, as a story says it of its pictures and attachments. */
const uploaded = {
  type: "object",
  required: ["url", "name", "type", "length"],
  properties: {
    url: { type: "string", format: "uri" },
    name: { type: "string", description: "What its sender calls it, or else its own name." },
    type: { type: "string" },
    length: { type: "integer", description: "Bytes." },
    width: { type: "integer", description: "Pixels, of a picture as it is shown." },
    height: { type: "integer" },
    duration: { type: "number", description: "Seconds, of sound." },
  },
};

const name = inPath(
  "name",
  "What is in the file, by SHA-256, and its kind.",
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855.jpg",
);

const notTaken = {
  413: answersProblem("The file has more bytes, or the picture more pixels, than is taken."),
  415: answersProblem("By its content the file is nothing that is taken."),
  422: answersProblem("The file is damaged, or says what cannot be taken out; or there is none."),
  503: answersProblem("There is no place for files, or others are being uploaded: Retry-After says when to try again."),
};

/** Pictures and sound that were uploaded. */
export const FILE_PATHS: Record<string, PathItem> = {
  "/api/files": {
    post: {
      summary:
        "Upload a picture or a sound; its kind is told by its content, and what its camera has noted is taken out",
      requestBody: {
        required: true,
        content: { "application/octet-stream": binary, "multipart/form-data": form },
      },
      responses: { 201: answersJson("Stored.", uploaded), 401: UNAUTHORIZED, ...notTaken },
    },
  },
  "/files/{name}": {
    get: {
      summary: "A file that was uploaded, for good; in part where Range says so",
      security: WITHOUT_TOKEN,
      parameters: [name],
      responses: {
        200: answersAs("application/octet-stream", "The file, in its own media type."),
        206: answersAs("application/octet-stream", "The part that was asked for."),
        304: { description: "The client has it." },
        404: answersAs("text/plain", "No file is here."),
        416: answersAs("text/plain", "There is no such part."),
      },
    },
    options: {
      summary: "How a page of another site may ask for a file",
      security: WITHOUT_TOKEN,
      parameters: [name],
      responses: { 204: { description: "The methods (CORS)." } },
    },
  },
  "/desk/files": {
    get: {
      summary: "What was uploaded, at the desk",
      security: WITHOUT_TOKEN,
      responses: { 200: answersPage("The page."), 303: { description: "Nobody is signed in." } },
    },
    post: {
      summary: "Upload a file at the desk",
      security: WITHOUT_TOKEN,
      requestBody: { required: true, content: { "multipart/form-data": form } },
      responses: {
        201: answersJson("Stored, for the desk's script.", uploaded),
        303: { description: "Stored; Location says where to go on." },
        403: answersProblem("The form came from another site, or from another session."),
        ...notTaken,
      },
    },
  },
};
