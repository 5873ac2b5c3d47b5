/** The text that base64 (RFC 4648 §4) stands for, in UTF-8; undefined where it is none. */
export function textInBase64(written: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(written), (byte) => byte.charCodeAt(0));
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}
