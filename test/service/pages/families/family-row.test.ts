import { expect, it } from "vitest";
import { FamilyRow } from "../../../../src/service/pages/families/family-row.tsx";
import { render } from "../../render.ts";
import { familyOf, site } from "../fixtures.ts";

it("a family is one line, however many feeds it has", () =>
  expect(render(FamilyRow, { site, family: familyOf({ by: "credit", content: "summary" }) })).toBe(
    '<li><h3><a href="/feeds/tag">Agencies</a></h3><p class="dek">A feed of each agency: follow the ones that matter to you.</p><p class="meta">Summaries</p></li>',
  ));
