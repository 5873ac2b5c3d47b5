import { describe, expect, it } from "vitest";
import { Findings, type PlacedFinding } from "../../../../src/service/desk/tables/findings.tsx";
import { site } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { unlabelled } from "../browser.ts";

const placed = (severity: "hard" | "advice", place: Partial<PlacedFinding> = {}): PlacedFinding => ({
  finding: { rule: "title-short", source: "MSN Partner Hub", severity, field: "title", message: "it is <short>" },
  of: "Short one",
  ...place,
});
const rows = (...list: PlacedFinding[]) =>
  unlabelled(render(Findings, { site, label: "Findings", of: "Entry", list }))
    .split("<tbody>")[1]
    ?.replace("</tbody></table></div>", "");

describe("what a partner's system will not take", () => {
  it("is told rule by rule, with who says so", () => {
    expect(rows(placed("hard", { article: "b c" }))).toBe(
      '<tr><th scope="row" dir="auto"><a href="/desk/articles/b%20c">Short one</a></th>' +
        '<td class="short"><span class="wrong">left out</span></td><td class="short">title-short</td>' +
        "<td>it is &lt;short&gt;</td><td>MSN Partner Hub</td></tr>",
    );
  });

  it("is told from what it takes less gladly", () => {
    expect(rows(placed("advice"))).toContain('<td class="short">advice</td>');
    expect(rows(placed("advice"))).not.toContain("left out");
  });

  it("leads nowhere where it is of no article", () => {
    expect(rows(placed("advice"))).toContain('<th scope="row" dir="auto">Short one</th>');
  });
});
