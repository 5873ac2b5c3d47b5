/** As JSON or a database says it. */
export const isTrue = (value: unknown): boolean => value === true || value === 1 || value === "1" || value === "true";
