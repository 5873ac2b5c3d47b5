/** "full text" as "Full text". */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "1 story", "3 stories". */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
