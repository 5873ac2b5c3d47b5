import type { FC } from "hono/jsx";
import type { Finding } from "../../proofread/finding.ts";
import { SEVERITIES, type Severity } from "../../proofread/rule.ts";
import type { DocumentReport, ShownLine, ShownSource, SourcePiece } from "../examination.ts";

/** What a finding's place in the list is called in links. */
export const findingId = (number: number): string => `f${number + 1}`;

/** What a line is called in links. */
export const lineId = (line: number): string => `L${line}`;

export const isShownLine = ({ pieces }: ShownSource, line: number): boolean =>
  pieces.some(({ from, lines }) => line >= from && line < from + lines.length);

/** What is said of a line, and which of the report's findings each is. */
type Notes = Map<number, { finding: Finding; number: number }[]>;

/** The document, or the places of it that something was found at, each line with what was found there. */
export const SourceSection: FC<{ report: Pick<DocumentReport, "source" | "findings"> }> = ({
  report: { source, findings },
}) => {
  const notes: Notes = Map.groupBy(
    findings.map((finding, number) => ({ finding, number })),
    ({ finding }) => finding.line ?? 0,
  );
  return (
    <section aria-labelledby="source">
      <h2 id="source">The source</h2>
      <div class="source" dir="ltr">
        {source.pieces.map((piece, index) => (
          <>
            <Gap after={source.pieces[index - 1]} before={piece.from} />
            {piece.lines.map((line, offset) => (
              <Line number={piece.from + offset} line={line} notes={notes} />
            ))}
          </>
        ))}
        <Gap after={source.pieces.at(-1)} before={source.lines + 1} />
      </div>
    </section>
  );
};

/** Lines that are left out. */
const Gap: FC<{ after?: SourcePiece; before: number }> = ({ after, before }) => {
  const first = after ? after.from + after.lines.length : 1;
  if (first >= before) return null;
  return <p class="gap">{first === before - 1 ? `line ${first}` : `lines ${first} to ${before - 1}`}</p>;
};

const Line: FC<{ number: number; line: ShownLine; notes: Notes }> = ({ number, line, notes }) => {
  const found = notes.get(number) ?? [];
  const gravest = SEVERITIES.find((severity) => found.some(({ finding }) => finding.severity === severity));
  return (
    <div class={gravest === undefined ? "line" : `line marked ${gravest}`} id={lineId(number)}>
      <a href={`#${lineId(number)}`} aria-label={`Line ${number}`}>
        {number}
      </a>
      <code>{markedParts(line).map(({ text, isMarked }) => (isMarked ? <mark>{text}</mark> : text))}</code>
      {found.length === 0 ? null : (
        <span class="notes">
          {found.map(({ finding, number: index }) => (
            <a href={`#${findingId(index)}`}>{noteOf(finding.severity, finding)}</a>
          ))}
        </span>
      )}
    </div>
  );
};

const noteOf = (severity: Severity, { rule }: Finding): string => `${severity}: ${rule}`;

/** Characters that are marked where something was found: a tag's name, a word, and no more than can be seen at once. */
const MAX_MARKED = 60;

/** A line cut where it is marked: each mark goes to the end of a word or a tag. */
export function markedParts({ text, marks = [] }: ShownLine): { text: string; isMarked: boolean }[] {
  const parts: { text: string; isMarked: boolean }[] = [];
  let end = 0;
  for (const mark of marks) {
    if (mark < end) continue;
    const [word = ""] = /^[^\s>]*>?/.exec(text.slice(mark, mark + MAX_MARKED)) ?? [];
    parts.push({ text: text.slice(end, mark), isMarked: false }, { text: word, isMarked: true });
    end = mark + word.length;
  }
  return [...parts, { text: text.slice(end), isMarked: false }].filter((part) => part.text !== "");
}
