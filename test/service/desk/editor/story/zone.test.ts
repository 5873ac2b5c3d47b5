import { describe, expect, it } from "vitest";
import { fieldsInZone } from "../../../../../src/service/desk/editor/story/zone.ts";

const BERLIN = "Europe/Berlin";

describe("fields in another zone", () => {
  it("say the same moments, and all else as it is", () => {
    const fields = {
      title: "2026-07-01T10:00",
      zone: BERLIN,
      embargo_until: "2026-07-01T10:00",
      "syndication.until": "2026-12-01T00:30",
      "partners.0.embargo": "2026-07-01T10:00:05",
    };
    expect(fieldsInZone(fields, "America/New_York")).toEqual({
      title: "2026-07-01T10:00",
      zone: "America/New_York",
      embargo_until: "2026-07-01T04:00",
      "syndication.until": "2026-11-30T18:30",
      "partners.0.embargo": "2026-07-01T04:00:05",
    });
  });

  it("say which of two hours is meant where the other zone has two, and only there", () => {
    const twice = { zone: BERLIN, expires_at: "2026-10-25T02:30", "expires_at.hour": "second" };
    const once = { zone: "UTC", expires_at: "2026-10-25T01:30" };
    expect(fieldsInZone(twice, "UTC")).toEqual(once);
    expect(fieldsInZone(once, BERLIN)).toEqual(twice);
  });

  it("stay as they were written where they are no time, or may be two", () => {
    const fields = {
      zone: BERLIN,
      updated_at: "soon",
      embargo_until: "2026-03-29T02:30",
      expires_at: "2026-10-25T02:30",
    };
    expect(fieldsInZone(fields, "UTC")).toEqual({ ...fields, zone: "UTC" });
  });

  it.each([undefined, "nowhere", "toString"])("are of this zone already where they say %s", (zone) => {
    const fields = { embargo_until: "2026-07-01T10:00" };
    expect(fieldsInZone(zone === undefined ? fields : { ...fields, zone }, BERLIN)).toEqual({
      ...fields,
      zone: BERLIN,
    });
  });
});
