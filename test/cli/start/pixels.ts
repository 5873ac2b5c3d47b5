/** What a picture says of its size, which the readers of a feed believe. */
export function pixels(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.toString("latin1", 1, 4) === "PNG")
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  // The extended format, with a colour profile.
  if (bytes.toString("latin1", 8, 16) === "WEBPVP8X")
    return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  // Segment by segment, to the one that starts the frame.
  for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2))
    if ((bytes[at + 1] ?? 0) >= 0xc0 && (bytes[at + 1] ?? 0) <= 0xc2)
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
}
