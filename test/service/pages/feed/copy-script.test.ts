import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { COPY_SCRIPT_HASH, CopyScript } from "../../../../src/service/pages/feed/copy-script.tsx";
import { render } from "../../render.ts";

it("the script that copies is known to a page's policy by its hash, and nothing in it ends its element", () => {
  const [, code = ""] = /^<script type="module">(.*)<\/script>$/s.exec(render(CopyScript, {})) ?? [];
  expect(COPY_SCRIPT_HASH).toBe(`'sha256-${createHash("sha256").update(code).digest("base64")}'`);
  expect(code.length).toBeLessThan(500);
  expect(code).not.toContain("</");
});
