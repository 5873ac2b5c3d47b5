/**
 * Where products say that they are to be asked about themselves, as their own User-Agents name it (RFC 9110 §10.1.5). It is known by the
 * product: what a poll named is not kept.
 */
const CONTACTS: Record<string, string> = {
  Feedly: "https://www.feedly.com/fetcher.html",
  NewsBlur: "https://www.newsblur.com/",
  Inoreader: "https://www.inoreader.com/",
  "The Old Reader": "https://theoldreader.com/",
  BazQux: "https://bazqux.com/fetcher",
  Dreamwidth: "https://www.dreamwidth.org/",
  Superfeedr: "https://superfeedr.com/",
  "Google Feedfetcher": "https://www.google.com/feedfetcher.html",
  Netvibes: "https://www.netvibes.com/",
  Slack: "https://api.slack.com/robots",
  NetNewsWire: "https://netnewswire.com/",
  FreshRSS: "https://freshrss.org/",
  Miniflux: "https://miniflux.app/",
  "Tiny Tiny RSS": "https://tt-rss.org/",
  CommaFeed: "https://github.com/Athou/commafeed",
  feedparser: "https://github.com/kurtmckee/feedparser/",
  SimplePie: "https://simplepie.org/",
  Googlebot: "https://www.google.com/bot.html",
  Bingbot: "https://www.bing.com/bingbot.htm",
  Applebot: "https://www.apple.com/go/applebot",
  Yandex: "https://yandex.com/bots",
  GPTBot: "https://openai.com/gptbot",
  CCBot: "https://commoncrawl.org/faq/",
  PerplexityBot: "https://perplexity.ai/perplexitybot",
  Amazonbot: "https://developer.amazon.com/support/amazonbot",
  AhrefsBot: "https://ahrefs.com/robot/",
  SemrushBot: "https://www.semrush.com/bot.html",
  UptimeRobot: "https://www.uptimerobot.com/",
};

/** Undefined: the product names none. */
export const contactOf = (product: string): string | undefined =>
  Object.hasOwn(CONTACTS, product) ? CONTACTS[product] : undefined;
