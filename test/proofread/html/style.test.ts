import { describe, expect, it } from "vitest";
import { styleFaults } from "../../../src/proofread/html/style.ts";

describe("a style", () => {
  it.each([
    "color: navy",
    "color:navy;",
    "margin: 0 auto; padding: 10px 5px",
    "border: 1px solid #ccc",
    "FONT-FAMILY: 'Times New Roman', serif",
    "float: left; width: 100%",
    "background: rgb(1, 2, 3)",
    "",
  ])("may be %s", (style) => {
    expect(styleFaults(style)).toEqual([]);
  });

  it.each([
    ["position: absolute", ['"position" is no property that readers keep']],
    [
      "background: url(https://x.example/1.gif)",
      ['"background: url(https://x.example/1.gif)" could fetch or run something'],
    ],
    ["any: expression(alert(1))", ['"any: expression(alert(1))" could fetch or run something']],
    ["color: r\\65 d", ['"color: r\\65 d" could fetch or run something']],
    ["margin: 99999em", ["margin 99999em reaches beyond the text"]],
    ["margin-left: -500px", ["margin-left -500px reaches beyond the text"]],
    ["red", ['"red" is no declaration of CSS']],
    ["position: fixed; position: absolute", ['"position" is no property that readers keep']],
  ])("must not be %s", (style, faults) => {
    expect(styleFaults(style)).toEqual(faults);
  });
});
