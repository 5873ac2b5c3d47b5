import { defineSite } from "../src/feed/definition.ts";

/** The masthead. Never change `tag`: the id of every entry holds it. */
export default defineSite({
  title: "The Harbour Gazette",
  description:
    "News from Port Ellis and the coast: the council, the quay, the weather and the world beyond the breakwater",
  home: "https://gazette.example/",
  base: "http://localhost:8787",
  tag: { authority: "gazette.example", date: "2026-01" },
  language: "en-GB",
  rights: "© 2026 The Harbour Gazette",
  logo: { url: "https://gazette.example/logo.png", width: 144, height: 48 },
  icon: "https://gazette.example/icon.png",
  proofread: { public: true, keep: "30 days" },
});
