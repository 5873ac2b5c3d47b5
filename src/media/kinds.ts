/**
 * Bytes of a picture: a camera's largest JPEG has some 15 MB, and readers should be sent far less. While it is looked at, it is in memory
 * two times or three.
 */
export const MAX_IMAGE_BYTES = 20_000_000;
/** Bytes of sound: 52 minutes at 128 kbit/s. Two times that, while it is looked at, fit into an isolate of 128 MB. */
export const MAX_AUDIO_BYTES = 50_000_000;
/** Pixels of a picture: whatever shows it has four bytes of memory for each, and a small file may claim any number. */
export const MAX_PIXELS = 100_000_000;
/** Pixels of an edge: as much as a story says of a picture (`article/schema.ts`). */
export const MAX_EDGE = 100_000;

/** A kind of file that is taken. */
export interface FileKind {
  /** Its media type, as it is served. */
  type: string;
  is: "image" | "audio";
}

/**
 * What is taken, by extension: what all browsers show and the players of podcasts play. No SVG and no HTML, which run whatever is in
 * them; no TIFF, BMP or HEIC, which most readers do not show; no film, which is for services that cut and send it in parts.
 */
export const FILE_KINDS = {
  jpg: { type: "image/jpeg", is: "image" },
  png: { type: "image/png", is: "image" },
  gif: { type: "image/gif", is: "image" },
  webp: { type: "image/webp", is: "image" },
  avif: { type: "image/avif", is: "image" },
  mp3: { type: "audio/mpeg", is: "audio" },
  m4a: { type: "audio/mp4", is: "audio" },
  aac: { type: "audio/aac", is: "audio" },
  ogg: { type: "audio/ogg", is: "audio" },
  opus: { type: "audio/ogg", is: "audio" },
  flac: { type: "audio/flac", is: "audio" },
  wav: { type: "audio/wav", is: "audio" },
} as const satisfies Record<string, FileKind>;

export type FileExtension = keyof typeof FILE_KINDS;

/** A file's name: what is in it, by SHA-256, and its kind. */
export const FILE_NAME = new RegExp(`^[0-9a-f]{64}\\.(?:${Object.keys(FILE_KINDS).join("|")})$`);
