import { expect, it } from "vitest";
import { OPTIONS, parseOptions, USAGE } from "../../../src/cli/deploy/options.ts";
import { itKeepsToItsUsage } from "../usage.ts";

itKeepsToItsUsage({ USAGE, OPTIONS, parseOptions }, []);

it("deploys for good, unless it is told otherwise", () => {
  expect(parseOptions([])).toEqual({ status: "options", options: { isDryRun: false, isTemporary: false } });
  expect(parseOptions(["--temporary"])).toMatchObject({ options: { isTemporary: true } });
});

it("sends nothing to a temporary account on a dry run", () =>
  expect(parseOptions(["--dry-run", "--temporary"])).toMatchObject({ status: "usage" }));
