/** Whether a statement only reads: nothing is stored by it, and any connection may run it. */
export const isRead = (sql: string): boolean =>
  /^\s*(SELECT|WITH(?![\s\S]*\b(INSERT|UPDATE|DELETE|REPLACE\s+INTO)\b))\b/i.test(sql);
