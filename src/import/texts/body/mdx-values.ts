import type { Expression, Program } from "estree";
import type { MdxFlowExpression, MdxTextExpression } from "mdast-util-mdx-expression";
import type { MdxjsEsm } from "mdast-util-mdxjs-esm";

/** What a file's own constants say, and the files that it imports, by name. */
export type Constants = Map<string, string>;

const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;

/** The constants that an import or an export of a file declares: texts and numbers, and the addresses of pictures. */
export function constantsOf({ data }: MdxjsEsm, constants: Constants): void {
  for (const statement of data?.estree?.body ?? []) {
    if (statement.type === "ImportDeclaration") {
      const { value } = statement.source;
      if (typeof value !== "string" || !PICTURE.test(value)) continue;
      for (const { type, local } of statement.specifiers)
        if (type === "ImportDefaultSpecifier") constants.set(local.name, value);
    }
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type !== "VariableDeclaration") continue;
    for (const { id, init } of declaration.declarations) {
      const value = init ? literal(init, constants) : undefined;
      if (id.type === "Identifier" && value !== undefined) constants.set(id.name, value);
    }
  }
}

/** What an expression says, as Markdown. What only a program could tell is left out, and told. */
export function valueOfExpression(
  node: MdxFlowExpression | MdxTextExpression,
  constants: Constants,
  notes: Set<string>,
): string {
  const program = node.data?.estree;
  if (program && program.body.length === 0) return "";
  const value = valueOfProgram(program ?? undefined, constants);
  if (value !== undefined) return escapeMarkdown(value);
  notes.add(`the expression {${node.value.trim().replace(/\s+/g, " ").slice(0, 60)}} is left out`);
  return "";
}

export function valueOfProgram(program: Program | undefined, constants: Constants): string | undefined {
  const [statement] = program?.body ?? [];
  return statement?.type === "ExpressionStatement" ? literal(statement.expression, constants) : undefined;
}

function literal(expression: Expression, constants: Constants): string | undefined {
  if (expression.type === "Identifier") return constants.get(expression.name);
  if (expression.type === "Literal")
    return typeof expression.value === "string" || typeof expression.value === "number"
      ? String(expression.value)
      : undefined;
  // Astro's and Next's pictures are objects with their address in `src`.
  if (expression.type === "MemberExpression")
    return expression.object.type === "Identifier" &&
      expression.property.type === "Identifier" &&
      expression.property.name === "src"
      ? constants.get(expression.object.name)
      : undefined;
  if (expression.type === "CallExpression") {
    const [file] = expression.arguments;
    const isRequire = expression.callee.type === "Identifier" && expression.callee.name === "require";
    return isRequire && file?.type === "Literal" && typeof file.value === "string" ? file.value : undefined;
  }
  if (expression.type !== "TemplateLiteral") return undefined;
  const parts = expression.quasis.map(({ value }, index) => {
    const next = expression.expressions[index];
    const said = next ? literal(next, constants) : "";
    return said === undefined ? undefined : (value.cooked ?? "") + said;
  });
  return parts.includes(undefined) ? undefined : parts.join("");
}

const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>&~|$=^%!]/g, "\\$&");
