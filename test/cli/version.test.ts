import { expect, it } from "vitest";
import { version } from "../../src/cli/version.ts";

it("is the package's version", () => expect(version()).toMatch(/^\d+\.\d+\.\d+$/));
