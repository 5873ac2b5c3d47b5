/** A text that names our commands, by the names under which whoever reads it has called them. */
export const asCalled = (text: string, env: Record<string, string | undefined> = process.env): string =>
  env.WIREPROOF_COMMAND === undefined
    ? text
    : text.replace(
        /\bnpm (?:run ([a-z]+)|(start))(?: --)?(?![\w-])/g,
        (_, script, start) => `wireproof ${script ?? start}`,
      );
