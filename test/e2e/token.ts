/** The publish token of the services that tests start. */
export const TOKEN = "end-to-end-9d41c7f2b86e3a05";
