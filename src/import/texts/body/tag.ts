/** A shortcode as it is written: `figure src="/a.jpg"`, `/figure`, `include video.html id=1`, `youtube(id="1")`. */
export interface Tag {
  name: string;
  /** For people: the name, with the file that an `include` names. */
  label: string;
  isClosing: boolean;
  named: Map<string, string>;
  positional: string[];
  /** Those of the positional that stood in quotes. */
  quoted: Set<string>;
}

const PART =
  /([\w.@:-]+)\s*=\s*(?:\{\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s,"')}]+))|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s,()|"']+)/g;

const unquoted = (text: string): string => text.replace(/\\(["'\\])/g, "$1");

/** What stands between the signs of a shortcode. Null where it has no name. */
export function parseTag(content: string): Tag | null {
  const [, slash, name, rest = ""] =
    /^\s*[-~]?\s*(\/\s*)?([A-Za-z_][\w./:-]*)([\s\S]*?)[-~]?(?:\s+\/)?\s*$/.exec(content) ?? [];
  if (!name) return null;
  const named = new Map<string, string>();
  const positional: string[] = [];
  const quoted = new Set<string>();
  for (const [, key, double, single, back, bare, ...alone] of rest.matchAll(PART)) {
    const value = double ?? single ?? back ?? bare;
    if (key !== undefined) {
      if (!named.has(key.toLowerCase())) named.set(key.toLowerCase(), unquoted(value ?? ""));
      continue;
    }
    const word = unquoted(alone.find((one) => one !== undefined) ?? "");
    positional.push(word);
    if (alone[3] === undefined) quoted.add(word);
  }
  const isInclude = /^(?:include(?:_relative|_cached)?|render|partial)$/.test(name);
  const file = isInclude ? positional.shift() : undefined;
  return {
    name: (file ?? name)
      .replace(/^.*\//, "")
      .replace(/\.\w+$/, "")
      .toLowerCase(),
    label: file ? `${name} ${file}` : name,
    isClosing: slash !== undefined || /^end[a-z_]*$/.test(name),
    named,
    positional,
    quoted,
  };
}
