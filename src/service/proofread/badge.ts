import { BADGE_HOLDS_FOR } from "./limits.ts";

/** As much of a report as its badge tells. */
interface BadgeReport {
  errors: number;
  /** Milliseconds. */
  at: number;
  expires_at: number;
}

/** What a badge says of the last report of a feed; of one that is too old it says nothing. */
export function badgeText(report: BadgeReport | null, now: number): { text: string; kind: "good" | "bad" | "none" } {
  if (!report || report.expires_at <= now || now - report.at > BADGE_HOLDS_FOR)
    return { text: "not proofread", kind: "none" };
  if (report.errors === 0) return { text: "valid", kind: "good" };
  return { text: report.errors === 1 ? "1 error" : `${Math.min(report.errors, 9_999)} errors`, kind: "bad" };
}

/** Colours on which white is read easily (WCAG 2.2 §1.4.3). */
const COLOURS = { good: "#1d6330", bad: "#8c1d12", none: "#5a5449" };

/** Pixels of a character, on average, of the font below, and what is left free at either side. */
const CHARACTER = 6.6;
const MARGIN = 7;
const widthOf = (text: string): number => Math.ceil(text.length * CHARACTER) + 2 * MARGIN;

/** The badge, which is as wide as its text whichever font there is. */
export function badgeSvg({ text, kind }: ReturnType<typeof badgeText>): string {
  const label = "feed";
  const [left, right] = [widthOf(label), widthOf(text)];
  const word = (words: string, start: number, width: number) =>
    `<text x="${start + MARGIN}" y="14" textLength="${width - 2 * MARGIN}" lengthAdjust="spacingAndGlyphs">${words}</text>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${label}: ${text}">` +
    `<title>${label}: ${text}</title><rect width="${left}" height="20" fill="#333"/>` +
    `<rect x="${left}" width="${right}" height="20" fill="${COLOURS[kind]}"/>` +
    `<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">${word(label, 0, left)}${word(text, left, right)}</g></svg>\n`
  );
}
