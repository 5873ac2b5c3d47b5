/** For answers that no cache may keep, be they private or only true now (RFC 9111 §5.2.2.5). */
export const NO_STORE = { "cache-control": "no-store" };
