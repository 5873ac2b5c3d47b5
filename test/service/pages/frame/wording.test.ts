import { expect, it } from "vitest";
import { capital } from "../../../../src/service/pages/frame/wording.ts";

it("what begins a line has a capital", () => expect(["full text", ""].map(capital)).toEqual(["Full text", ""]));
