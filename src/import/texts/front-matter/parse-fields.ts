import { parse as parseToml, TomlError } from "smol-toml";
import { isMap, isScalar, parseDocument, parse as parseYaml, YAMLParseError } from "yaml";
import { contain, describeFault } from "../../../article/contain.ts";
import { isObject } from "../../values/json.ts";
import { mendYaml } from "./mend-yaml.ts";
import type { FrontMatterBlock, FrontMatterFormat } from "./split-front-matter.ts";

/** Fields under the names that a file gives them. */
export type Fields = Record<string, unknown>;
/** `note`: what was decided to read them. */
export type ParsedFields =
  | { status: "parsed"; fields: Fields; note?: string }
  | { status: "unreadable"; reason: string };

/** Characters: ten times the longest that newsrooms write, and no more than a parser of YAML is quick with, whatever it is given. */
const LONGEST_FRONT_MATTER = 20_000;

const YAML = { stringKeys: true, merge: true, logLevel: "error" } as const;
const PARSERS: Record<FrontMatterFormat, (text: string) => unknown> = {
  // A key that is a collection would be written out as text, once for each level around it.
  yaml: (text) => parseYaml(text, YAML) ?? {},
  // Its dates become the text that they are written as: of a local one nothing else is known.
  toml: (text) => JSON.parse(JSON.stringify(parseToml(text))),
  json: (text) => JSON.parse(text),
  lines: parseLines,
  sections: (text) =>
    Object.fromEntries(
      text.split(/^----[ \t]*$/m).flatMap((section) => {
        const match = /^\s*([\w-]+):(.*)$/s.exec(section);
        return match?.[1] === undefined ? [] : [[match[1], match[2]?.trim()]];
      }),
    ),
};

/** Front matter's fields, or in one line what is wrong with it, and in which line of the file. */
export function parseFields({ format, text, line }: FrontMatterBlock): ParsedFields {
  if (text.length > LONGEST_FRONT_MATTER)
    return unreadable(`its front matter has more than ${LONGEST_FRONT_MATTER} characters`);
  try {
    const fields = PARSERS[format](text);
    return isObject(fields) ? { status: "parsed", fields } : unreadable("its front matter is no list of fields");
  } catch (error) {
    const mended = format === "yaml" ? readMended(text) : undefined;
    if (isObject(mended))
      return { status: "parsed", fields: mended, note: "its front matter is no YAML: it is read as it was meant" };
    const { at, message } = whatIsWrong(error, text);
    const place = at === undefined ? "" : `, in line ${line + at - 1}`;
    return unreadable(`its front matter is no ${format.toUpperCase()}${place}: ${message}`);
  }
}

/**
 * Of a field that is given twice, the last counts, as for those generators that take it; but of one that is both true and false, neither:
 * it is a list of both.
 */
function readMended(text: string): unknown {
  const mended = mendYaml(text, (line) => tryYaml(line) !== undefined);
  const fields = tryYaml(mended, { uniqueKeys: false });
  if (!isObject(fields)) return undefined;
  const { contents } = parseDocument(mended, { ...YAML, uniqueKeys: false });
  const pairs = isMap<unknown, unknown>(contents) ? contents.items : [];
  for (const [key, given] of Map.groupBy(pairs, ({ key }) => String(key))) {
    const values = given.map(({ value }) => (isScalar(value) ? value.value : undefined));
    if (values.includes(true) && values.includes(false)) fields[key] = values;
  }
  return fields;
}

const tryYaml = (text: string, options: { uniqueKeys?: false } = {}): unknown =>
  contain<unknown>(
    () => parseYaml(text, { ...YAML, ...options }),
    () => undefined,
  );

/** Each parser tells the line in its own way. */
function whatIsWrong(error: unknown, text: string): { at?: number; message: string } {
  if (error instanceof YAMLParseError) {
    const message = error.message.split("\n")[0] ?? "";
    return { at: error.linePos?.[0].line, message: message.replace(/ at line \d+, column \d+:?$/, "") };
  }
  const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : describeFault(error);
  if (error instanceof TomlError) return { at: error.line, message: message.replace(/^Invalid TOML document: /, "") };
  const position = /at position (\d+)/.exec(message)?.[1];
  return {
    at: position === undefined ? undefined : text.slice(0, Number(position)).split("\n").length,
    message: message.replace(/ in JSON at position.*$/, ""),
  };
}

function parseLines(text: string): Fields {
  const fields = new Map<string, string>();
  let last = "";
  for (const line of text.split("\n")) {
    const match = /^([\w -]+?)[ \t]*:[ \t]*(.*)$/.exec(line);
    last = match?.[1] ?? last;
    fields.set(last, match ? (match[2]?.trim() ?? "") : `${fields.get(last) ?? ""} ${line.trim()}`.trim());
  }
  return Object.fromEntries(fields);
}

const unreadable = (reason: string): ParsedFields => ({ status: "unreadable", reason });

/** The fields of a whole file of settings, named by its extension; none of one that cannot be read. */
export function parseSettings(path: string, text: string): Fields {
  const extension = path.split(".").at(-1) ?? "";
  const format = /^ya?ml$/.test(extension) ? "yaml" : extension === "toml" ? "toml" : "json";
  const fields = contain<unknown>(
    () => PARSERS[format](text),
    () => undefined,
  );
  return isObject(fields) ? fields : {};
}
