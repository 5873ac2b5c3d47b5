import fc from "fast-check";

const pieces = fc.constantFrom(
  ...["Feedly", "feed-id:", "feedid=", " subscribers", "readers", "users ", "Mozilla/5.0 (", "bot", "Chrome/"],
  ...["9".repeat(600), " ".repeat(600), "\u0000", "\ud800", "<script>", "'; DROP TABLE audience; --", "__proto__", "İ"],
);
/** User-Agents that are made to be misread. */
export const hostile = fc.oneof(
  fc.string({ maxLength: 2_000, unit: "binary" }),
  fc.array(fc.oneof(pieces, fc.string(), fc.nat().map(String)), { maxLength: 40 }).map((parts) => parts.join("")),
);
