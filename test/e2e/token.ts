/** The publish token of services that tests start. */
export const TOKEN = "end-to-end-token";
