import type { Mark, Node } from "prosemirror-model";
import { ownAttributes } from "./kept.ts";
import { MARK_OF, schema } from "./schema.ts";

const { nodes, marks } = schema;

/** What stands in lines, and the white space around it, which nobody sees. */
export interface Line {
  lead: string;
  content: Node[];
  trail: string;
}

/** @param asIs white space is text, as in `pre` */
export function readInline(children: ChildNode[] | globalThis.Node[], asIs = false): Line {
  const [first, last] = [children[0], children.at(-1)];
  const lead = !asIs && first instanceof Text ? (/^[ \t\n\f\r]+/.exec(first.data)?.[0] ?? "") : "";
  const trail =
    !asIs && last instanceof Text && !(last === first && lead === last.data)
      ? (/[ \t\n\f\r]+$/.exec(last.data)?.[0] ?? "")
      : "";
  const content: Node[] = [];
  const walk = (siblings: Iterable<globalThis.Node>, around: readonly Mark[], depth: number) => {
    let before: Mark | undefined;
    for (const child of siblings) {
      if (child instanceof Text) {
        const text = child.data.slice(
          child === first ? lead.length : 0,
          child === last ? -trail.length || undefined : undefined,
        );
        pushText(content, text, around, { asIs, isAfterBreak: isBreak(child.previousSibling) });
        before = undefined;
      } else if (child instanceof Element) {
        const mark = markOf(child, around, depth, before);
        if (mark) walk(child.childNodes, [...around, mark], depth + 1);
        else content.push(leafOf(child).mark(sorted(around)));
        before = mark;
      }
    }
  };
  walk(children, [], 0);
  return { lead, content, trail };
}

/** Its children are in a line, and there is something in it; else it is kept as it is. */
function markOf(element: Element, around: readonly Mark[], at: number, before: Mark | undefined): Mark | undefined {
  const { localName } = element;
  if (LEAVES.has(localName) || element.childNodes.length === 0) return undefined;
  const attrs = { tag: localName, attributes: ownAttributes(element), at, run: 0 };
  const own = marks[MARK_OF[localName] ?? "phrase"];
  // One of a kind excludes another.
  const type = around.some((other) => other.type.excludes(own)) ? marks.phrase : own;
  const mark = type.create(attrs);
  return before?.eq(mark) ? type.create({ ...attrs, run: 1 }) : mark;
}

/** What is shown, heard or worked as a whole. */
const LEAVES = new Set(
  "img picture video audio iframe object embed svg math ruby br wbr input select textarea button script style".split(
    " ",
  ),
);

const leafOf = (element: Element): Node =>
  element.localName === "br"
    ? nodes.br.create({ attributes: ownAttributes(element) })
    : nodes.kept_inline.create({ html: element.outerHTML });

/** A mark takes its place among others by its kind. */
const sorted = (around: readonly Mark[]): readonly Mark[] =>
  around.reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), []);

interface Place {
  asIs: boolean;
  /** A line break of the same element stands before it. */
  isAfterBreak: boolean;
}

const isBreak = (node: ChildNode | null): boolean => node instanceof Element && node.localName === "br";

function pushText(content: Node[], text: string, around: readonly Mark[], { asIs, isAfterBreak }: Place): void {
  const set = sorted(around);
  if (asIs) {
    if (text !== "") content.push(schema.text(text, set));
    return;
  }
  for (const part of text.match(/[ \t\n\f\r]+|[^ \t\n\f\r]+(?: [^ \t\n\f\r]+)*/g) ?? []) {
    const isBlank = /^[ \t\n\f\r]/.test(part);
    const last = content.at(-1);
    if (isBlank && last !== undefined && last.type === nodes.br && isAfterBreak)
      content[content.length - 1] = nodes.br.create({ ...last.attrs, after: part }, null, last.marks);
    else if (isBlank && part !== " ")
      content.push(schema.text(" ", marks.spacing.create({ text: part }).addToSet(set)));
    else content.push(schema.text(part, set));
  }
}
