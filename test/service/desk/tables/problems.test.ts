import { expect, it } from "vitest";
import { Problems } from "../../../../src/service/desk/tables/problems.tsx";
import { render } from "../../render.ts";
import { text } from "../browser.ts";

it("the problems of an article each have their place; that of the whole is the article", () => {
  const problems = [
    { path: "", detail: "is not an object" },
    { path: "/images/0/url", detail: "is <no> URL" },
  ];
  expect(text(render(Problems, { problems })).trim()).toBe(
    "Where What the article is not an object /images/0/url is &lt;no&gt; URL",
  );
});
