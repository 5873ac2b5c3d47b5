import { registerHooks } from "node:module";
import { expect, it } from "vitest";
import { DOCUMENT } from "../interface.ts";

/**
 * The generator prints with the compiler's own API, which TypeScript 7 no longer has: it gets the last one that had it, as `ts-morph` keeps
 * it, and nobody else does.
 */
const withOlderCompiler = () =>
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === "typescript" && context.parentURL?.includes("/openapi-typescript/")
        ? next("@ts-morph/common/dist/typescript.js", context)
        : next(specifier, context),
  });

const HEADER = `/*
 * Made by openapi-typescript of what /api/openapi.json says, and compared with it by test/cli/interface.test.ts. After a change of the
 * interface it is made anew by: npx vitest run --config test/vitest.config.ts --project node test/cli/interface.test.ts --update
 */

`;

/** What commands ask for: pages and documents are polled, not called. */
const isCalled = (path: string): boolean => /^\/(?:api\/|health$|\.well-known\/)/.test(path);

it("the commands' types of the interface are those of its description", async () => {
  const hooks = withOlderCompiler();
  const { default: openapiTS, astToString } = await import("openapi-typescript");
  const paths = Object.fromEntries(Object.entries(DOCUMENT.paths).filter(([path]) => isCalled(path)));
  const document = { ...DOCUMENT, paths } as unknown as Parameters<typeof openapiTS>[0];
  const types = astToString(await openapiTS(document, { alphabetize: true, silent: true }));
  hooks.deregister();
  await expect(`${HEADER}${types}`).toMatchFileSnapshot("../../src/cli/interface.ts");
});
