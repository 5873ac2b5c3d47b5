/** Where what is embedded has its page, by the name of who shows it and the id there. A name may be part of another: `lite-youtube`. */
const PROVIDERS: [name: RegExp, address: (id: string) => string][] = [
  [/youtube|^yt$/, (id) => `https://www.youtube.com/watch?v=${id}`],
  [/vimeo/, (id) => `https://vimeo.com/${id}`],
  [/dailymotion/, (id) => `https://www.dailymotion.com/video/${id}`],
  [/tiktok/, (id) => `https://www.tiktok.com/embed/v2/${id}`],
  [/twitch/, (id) => `https://www.twitch.tv/videos/${id}`],
  [/tweet|twitter/, (id) => `https://x.com/i/status/${id}`],
  [/instagram/, (id) => `https://www.instagram.com/p/${id}/`],
  [/wistia/, (id) => `https://fast.wistia.net/embed/iframe/${id}`],
  [/spotify/, (id) => `https://open.spotify.com/${id}`],
  [/soundcloud/, (id) => `https://api.soundcloud.com/tracks/${id}`],
  [/\bmux\b/, (id) => `https://player.mux.com/${id}`],
  [/\bloom\b/, (id) => `https://www.loom.com/share/${id}`],
  [/streamable/, (id) => `https://streamable.com/${id}`],
  [/bilibili/, (id) => `https://www.bilibili.com/video/${id}`],
  [/codepen/, (id) => `https://codepen.io/${id}`],
  [/\bgist\b/, (id) => `https://gist.github.com/${id}`],
];

/** The page of what a provider shows. Undefined for one that is not known, and for what is no id. */
export function pageOfEmbed(provider: string, id: string): string | undefined {
  const name = provider.toLowerCase();
  const address = PROVIDERS.find(([pattern]) => pattern.test(name))?.[1];
  return address && /^[\w@-][\w@./-]*$/.test(id) ? address(id) : undefined;
}
