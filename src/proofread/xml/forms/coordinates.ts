import { clip, type Form } from "./form.ts";

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const split = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

/** Numbers, of which a text has so many; the name of its form and what it is. */
const numbers = (name: string, says: string, count: (many: number) => boolean, good: string, bad: string): Form => ({
  ...{ name, says, good, bad, mend: `Write ${says}, with blanks between the numbers.` },
  fault: (text) => {
    const parts = split(text);
    const strange = parts.find((part) => !NUMBER.test(part));
    if (strange !== undefined) return `"${clip(strange)}" in "${clip(text)}" is no number`;
    if (count(parts.length)) return undefined;
    return `"${clip(text)}" has ${parts.length} ${parts.length === 1 ? "number" : "numbers"}, and it has to be ${says}`;
  },
});

export const POSITION = numbers("position", "a latitude and a longitude", (many) => many === 2, "54.15 -4.48", "54.15");
/** In three dimensions where the system of coordinates has them. */
export const GML_POSITION = numbers(
  "position",
  "the numbers of one place",
  (many) => many === 2 || many === 3,
  "54.15 -4.48",
  "54.15",
);
export const BOX = numbers(
  "box",
  "two places, each a latitude and a longitude",
  (many) => many === 4,
  "54.1 -4.5 54.2 -4.4",
  "54.1 -4.5",
);
export const CIRCLE = numbers(
  "circle",
  "a latitude, a longitude and a radius",
  (many) => many === 3,
  "54.15 -4.48 500",
  "54.15 -4.48",
);
export const LINE = numbers(
  "line",
  "two places or more, each a latitude and a longitude",
  (many) => many >= 4 && many % 2 === 0,
  "54.1 -4.5 54.2 -4.4",
  "54.1 -4.5",
);
export const GML_LINE = numbers(
  "line",
  "the numbers of two places or more",
  (many) => many >= 4 && (many % 2 === 0 || many % 3 === 0),
  "54.1 -4.5 54.2 -4.4",
  "54.1 -4.5",
);

/** An area ends where it begins. */
export const POLYGON: Form = {
  ...LINE,
  name: "polygon",
  says: "four places or more, the last of which is the first",
  mend: "Repeat the first place at the end.",
  fault: (text) => {
    const wrong = LINE.fault(text);
    if (wrong !== undefined) return wrong;
    const parts = split(text);
    const ends = [parts.slice(0, 2), parts.slice(-2)].map((place) => place.map(Number).join(" "));
    return parts.length >= 8 && ends[0] === ends[1]
      ? undefined
      : `"${clip(text)}" is not four places or more, of which the last is the first`;
  },
  good: "54.1 -4.5 54.2 -4.4 54.1 -4.4 54.1 -4.5",
  bad: "54.1 -4.5 54.2 -4.4 54.1 -4.4",
};

export const NO_COMMA: Form = {
  name: "comma",
  severity: "warning",
  says: "written with blanks between its numbers",
  mend: "Write a blank where the comma stands.",
  fault: (text) => (text.includes(",") ? `"${clip(text)}" has a comma between its numbers` : undefined),
  good: "54.1 -4.5 54.2 -4.4 54.1 -4.4 54.1 -4.5",
  bad: "54.1,-4.5 54.2,-4.4 54.1,-4.4 54.1,-4.5",
};

const degrees = (name: string, most: number): Form => ({
  ...{ name, says: `a ${name} in degrees, from -${most} to ${most}`, good: "-4.48", bad: "W 4° 28′" },
  mend: "Write degrees with a decimal point, south and west with a minus.",
  fault: (text) =>
    NUMBER.test(text) && Math.abs(Number(text)) <= most ? undefined : `"${clip(text)}" is no ${name} in degrees`,
});
export const LATITUDE = degrees("latitude", 90);
export const LONGITUDE = degrees("longitude", 180);
