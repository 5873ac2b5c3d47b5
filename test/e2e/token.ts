/** The publish token of the services that tests start. */
export const TOKEN = "end-to-end-token";
