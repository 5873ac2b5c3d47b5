import { expect, it } from "vitest";
import { ValueName } from "../../../../src/service/pages/frame/value-name.tsx";

it("the name of a value lets no label reorder what stands around it", () =>
  expect(String(ValueName({ labels: ["אב", "c & d"] }))).toBe("<bdi>אב</bdi>, <bdi>c &amp; d</bdi>"));
