import { describe, expect, it } from "vitest";
import { parseDate, parseTime } from "../../../../src/import/values/dates.ts";

describe("a date as programs write it", () => {
  it.each([
    ["Tue May 07 2024 10:00:00 GMT+0200 (Central European Summer Time)", "2024-05-07T08:00:00Z"],
    ["Tue, 07 May 2024 10:00:00 -0500 (EST)", "2024-05-07T15:00:00Z"],
    ["Tue, 07 May 2024 10:00:00 +2:00", "2024-05-07T08:00:00Z"],
    ["Tue, 07 May 2024 10:00:00 +0000 GMT", "2024-05-07T10:00:00Z"],
    ["Tue,07 May 2024 10:00:00 CEST", "2024-05-07T08:00:00Z"],
    ["Fri, 07 May 2024 24:00:00 GMT", "2024-05-08T00:00:00Z"],
    ["Tue, 07 May 2024 10:00:00 --0700", "2024-05-07T17:00:00Z"],
    ["2024-05-07 10:00:00.123456 +0200 CEST m=+0.012", "2024-05-07T08:00:00.123Z"],
    ["2024-05-07T10:00:00+02:00[Europe/Berlin]", "2024-05-07T08:00:00Z"],
    ["2024-05-07T10:00:00[Europe/Berlin]", "2024-05-07T08:00:00Z"],
    ["2024-05-07 10:00:00 Europe/Berlin", "2024-05-07T08:00:00Z"],
    ["2020-11-08T16:20:00-05:00Z", "2020-11-08T21:20:00Z"],
    ["2024-05-07Z", "2024-05-07T00:00:00Z"],
    ["2024-05-07+02:00", "2024-05-06T22:00:00Z"],
    ["20240507T100000Z", "2024-05-07T10:00:00Z"],
    ["20240507", "2024-05-07T00:00:00Z"],
    ["20240507100000", "2024-05-07T10:00:00Z"],
    ["2024-128T10:00Z", "2024-05-07T10:00:00Z"],
    ["2024128", "2024-05-07T00:00:00Z"],
    ["2024-W19-2T10:00:00Z", "2024-05-07T10:00:00Z"],
    ["2024W192", "2024-05-07T00:00:00Z"],
    ["2024-W01", "2024-01-01T00:00:00Z"],
    ["2020-W53-5", "2021-01-01T00:00:00Z"],
    ["2024-012-31T10:14:55+00:00", "2024-12-31T10:14:55Z"],
    ["1715068800", "2024-05-07T08:00:00Z"],
    ["1715068800.5", "2024-05-07T08:00:00.500Z"],
    ["1715068800123", "2024-05-07T08:00:00.123Z"],
    ["26 Sep 2022 GMT", "2022-09-26T00:00:00Z"],
    ["10:15 26.9.2022 -0700", "2022-09-26T17:15:00Z"],
    ["Nov. 2020", "2020-11-01T00:00:00Z"],
    ["2003", "2003-01-01T00:00:00Z"],
  ])("%j is %s", (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it.each([
    "22013",
    "013",
    "2013-01-27-01",
    "2013-01-28T11:30:00-06:00Textra",
    "2013-xx-27",
    "2013-01-28T09:xx:00Z",
    "Sun, 16 Dec 2012 11:47:32 +00:zz",
    "Sun, 16 Dec 2012 1:2:3:4 GMT",
    "Sun, 16 zzz 2012 11:47:32 GMT",
    "2 Jan 15:04:05 GMT",
    "2024-05-07 10:00 Europe/Nowhere",
    "555 123 4567",
    "٧ مايو ١",
  ])("%j is none", (text) => {
    expect(parseDate(text)).toBeNull();
  });
});

describe("a date in figures", () => {
  it.each([
    ["2013/7/13 20:46:25", "2013-07-13T20:46:25Z"],
    ["13/04/2024", "2024-04-13T00:00:00Z"],
    ["5/17/2024, 10:00:00 AM", "2024-05-17T10:00:00Z"],
    ["05/05/2024", "2024-05-05T00:00:00Z"],
    ["30.10.23", "2023-10-30T00:00:00Z"],
    ["10/30/23 21:55:58", "2023-10-30T21:55:58Z"],
    // Who parts with dots writes the day first.
    ["3.4.2024", "2024-04-03T00:00:00Z"],
  ])("%j is %s", (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it.each(["03/04/2024", "03-04-2024", "3/4/24", "06/1/22", "03-12-31"])(
    "%j may be two days: nobody guesses",
    (text) => {
      expect(parseDate(text)).toBeNull();
    },
  );

  it("is told by its weekday", () => {
    expect(parseDate("Mon, 03/04/2024")).toBe("2024-03-04T00:00:00Z");
    expect(parseDate("Wed, 03/04/2024")).toBe("2024-04-03T00:00:00Z");
    expect(parseDate("Sat, 11 04 2020 08:51:49 +0100")).toBe("2020-04-11T07:51:49Z");
    expect(parseDate("Sun, 03/04/2024")).toBeNull();
  });
});

describe("a date in its own language", () => {
  it.each([
    "Di, 07 Mai 2024 10:30",
    "7. Mai 2024 um 10.30 Uhr",
    "mar., 07 mai 2024 10:30",
    "7 mai 2024 à 10h30",
    "martes, 7 de mayo de 2024 a las 10:30",
    "7 de maio de 2024 às 10:30",
    "7 maggio 2024 alle ore 10:30",
    "7 mei 2024 om 10.30 uur",
    "7 maja 2024 r. 10:30",
    "7. května 2024 v 10:30",
    "вт, 7 мая 2024 г., 10:30",
    "втр, 7 мая 2024 г., 10:30",
    "7 травня 2024 р. о 10:30",
    "7 Mayıs 2024 Salı 10:30",
    "7 maj 2024 kl. 10.30",
    "7. mai 2024 kl. 10.30",
    "7. toukokuuta 2024 klo 10.30",
    "7 Μαΐου 2024 10:30",
    "2024. május 7. 10:30",
    "7 mai 2024, 10:30",
    "Selasa, 7 Mei 2024 10:30",
    "7 tháng 5, 2024 10:30",
    "2024年5月7日 10:30",
    "2024年5月7日(火) 上午10時30分",
    "2024년 5월 7일 오전 10:30",
    "٧ مايو ٢٠٢٤ ١٠:٣٠",
    "۲۰۲۴-۰۵-۰۷ ۱۰:۳۰",
    "7 במאי 2024 10:30",
  ])("%j is the same moment", (text) => {
    expect(parseDate(text)).toBe("2024-05-07T10:30:00Z");
  });

  it.each([
    ["Seg, 24 Set 2018 19:42:40 -0300", "2018-09-24T22:42:40Z"],
    ["1er janvier 2024", "2024-01-01T00:00:00Z"],
    ["31 grudnia 2023", "2023-12-31T00:00:00Z"],
    ["2024年05月07日 下午 3:05", "2024-05-07T15:05:00Z"],
    ["2004-05-25 오후 11:23:17", "2004-05-25T23:23:17Z"],
    ["mar 5 mar 2024", "2024-03-05T00:00:00Z"],
  ])("%j is %s", (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it("whose letters begin two months is none", () => {
    expect(parseDate("7 čer 2024")).toBeNull();
    expect([parseDate("7 čvn 2024"), parseDate("7 čvc 2024")]).toEqual([
      "2024-06-07T00:00:00Z",
      "2024-07-07T00:00:00Z",
    ]);
  });
});

describe("a time without a zone", () => {
  it("is in the zone that is given, and says so", () => {
    expect(parseTime("2024-05-12 23:30", "America/New_York")).toEqual({ at: "2024-05-13T03:30:00Z", zone: "assumed" });
    expect(parseTime("2024-05-12 23:30")).toEqual({ at: "2024-05-12T23:30:00Z", zone: "assumed" });
  });

  it("is a whole day's where it is a day: its first moment there", () => {
    expect(parseTime("2024-05-12", "America/New_York")).toEqual({ at: "2024-05-12T04:00:00Z", zone: "own" });
  });

  it("is one where what stands for a zone lies beyond all that there are", () => {
    expect(parseTime("2023-05-29 00:00:00+15:00")).toEqual({ at: "2023-05-29T00:00:00Z", zone: "assumed" });
  });

  it.each(["2024-05-12 23:30 EDT", "2024-05-12T23:30-04:00", "2024-05-12 23:30 America/New_York", "1715571000"])(
    "%j has its own",
    (text) => {
      expect(parseTime(text, "Asia/Tokyo")).toEqual({ at: "2024-05-13T03:30:00Z", zone: "own" });
    },
  );
});
