import { IMAGE_TYPES } from "../../article/image-types.ts";

/** By extension, for what a feed does not say: audio, pictures, video and papers that newsrooms attach. */
const TYPES: Record<string, string> = {
  ...IMAGE_TYPES,
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  m4b: "audio/mp4",
  aac: "audio/aac",
  ogg: "audio/ogg",
  oga: "audio/ogg",
  opus: "audio/ogg",
  wav: "audio/wav",
  flac: "audio/flac",
  mp4: "video/mp4",
  m4v: "video/mp4",
  mov: "video/quicktime",
  webm: "video/webm",
  ogv: "video/ogg",
  avi: "video/x-msvideo",
  pdf: "application/pdf",
  epub: "application/epub+zip",
  zip: "application/zip",
  html: "text/html",
  htm: "text/html",
  txt: "text/plain",
  vtt: "text/vtt",
  srt: "application/x-subrip",
  torrent: "application/x-bittorrent",
};

/** RFC 9110 §8.3: what nobody can name. */
export const UNKNOWN_TYPE = "application/octet-stream";

/** The type that an address's extension stands for, or undefined. */
export function typeFromExtension(url: string): string | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(URL.parse(url)?.pathname ?? "")?.[1]?.toLowerCase();
  return extension === undefined || !Object.hasOwn(TYPES, extension) ? undefined : TYPES[extension];
}

/** The `type/subtype` of a media type as it is written (RFC 2045 §5.1), in lower case and without parameters. */
export const parseMediaType = (text: string | undefined): string | undefined =>
  /^\s*([a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+)\s*(?:;|$)/i.exec(text ?? "")?.[1]?.toLowerCase();

export const isImage = (type: string | undefined): boolean => type?.startsWith("image/") ?? false;
