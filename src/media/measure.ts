import { FILE_KINDS, type FileExtension } from "./kinds.ts";

/** What is to be known of a file beside its bytes; or why it is not taken, as the rest of a sentence. */
export type Measured =
  | { status: "measured"; width?: number; height?: number; duration?: number }
  | { status: "refused"; reason: string };

const UNREADABLE: Measured = { status: "refused", reason: "is cut short or damaged" };

/** The sides of a picture as it is shown, or the seconds of a sound. */
export const measure = (bytes: Uint8Array, extension: FileExtension, orientation = 1): Promise<Measured> =>
  FILE_KINDS[extension].is === "image" ? measureImage(bytes, orientation) : measureAudio(bytes, extension);

async function measureImage(bytes: Uint8Array, orientation: number): Promise<Measured> {
  const { imageSize } = await import("image-size");
  try {
    const { width, height } = imageSize(bytes);
    if (!(width > 0 && height > 0)) return UNREADABLE;
    // The last four turn it by a quarter.
    return orientation >= 5
      ? { status: "measured", width: height, height: width }
      : { status: "measured", width, height };
  } catch {
    return UNREADABLE;
  }
}

/** As a camera notes a place: in Exif, of a JPEG, a PNG and a WebP; in XMP; and in texts of a PNG that are packed. A `?` is any byte. */
const PLACES = [
  "Exif\0\0",
  "eXIfII*\0",
  "eXIfMM\0*",
  "EXIF????II*\0",
  "EXIF????MM\0*",
  "exif:GPS",
  "GPSLatitude",
  "Raw profile type ",
  "XML:com.adobe.xmp\0\x01",
].map((text) => new TextEncoder().encode(text));
const ANY_BYTE = "?".charCodeAt(0);

async function measureAudio(bytes: Uint8Array, extension: FileExtension): Promise<Measured> {
  const [{ parseFromTokenizer }, { inSteps }] = await Promise.all([import("music-metadata"), import("./in-steps.ts")]);
  const reader = inSteps(bytes, FILE_KINDS[extension].type);
  const parsed = await parseFromTokenizer(reader, { duration: true }).catch(() => undefined);
  const { format, common } = parsed ?? {};
  if (!format?.duration || !Number.isFinite(format.duration)) return UNREADABLE;
  if (format.hasVideo) return { status: "refused", reason: "is a film: only sound is taken" };
  if (common?.picture?.some(({ data }) => PLACES.some((mark) => includes(data, mark))))
    return {
      status: "refused",
      reason: "has a cover picture that says where or with which camera it was taken: put in the cover without that",
    };
  return { status: "measured", duration: Math.round(format.duration * 1_000) / 1_000 };
}

function includes(bytes: Uint8Array, part: Uint8Array): boolean {
  const [first = 0] = part;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (part.every((byte, index) => byte === ANY_BYTE || bytes[at + index] === byte)) return true;
  return false;
}
