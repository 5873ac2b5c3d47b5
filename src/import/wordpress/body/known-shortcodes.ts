/** Shortcodes of a video, a post or a sound that is elsewhere, by name, and the address that an id of theirs stands for. */
export const EMBEDS: Record<string, string> = {
  youtube: "https://www.youtube.com/watch?v=",
  vimeo: "https://vimeo.com/",
  tweet: "https://twitter.com/i/status/",
  dailymotion: "https://www.dailymotion.com/video/",
  ted: "https://www.ted.com/talks/",
  wpvideo: "https://videopress.com/v/",
  videopress: "https://videopress.com/v/",
  scribd: "https://www.scribd.com/document/",
  gist: "https://gist.github.com/",
  flickr: "https://www.flickr.com/photos/",
  ...Object.fromEntries(
    "soundcloud instagram facebook spotify googlemaps slideshare bandcamp brightcove pinterest tiktok twitter-timeline vine"
      .split(" ")
      .map((name) => [name, ""]),
  ),
};

/** What these enclose is code, and no shortcode. */
export const CODE = new Set("code sourcecode source highlight syntaxhighlighter".split(" "));

/** What these enclose is no text: page builders keep it coded. */
export const CODED = new Set(["vc_raw_html", "vc_raw_js", "fusion_code"]);

/** WordPress's own. */
const OWN = ["caption", "wp_caption", "gallery", "playlist", "audio", "video", "embed"];

/** Plugins' that often stand alone, without any value. */
const ALONE =
  "contact-form contact-form-7 toc ad ads adsense newsletter subscribe sharethis sociable jetpack_subscription_form simple-payment " +
  "wp-polls poll caldera_form ninja_form gravityform ez-toc raw youtube-feed instagram-feed recent-posts archives sitemap latex math";

const KNOWN = new Set([...OWN, ...Object.keys(EMBEDS), ...CODE, ...CODED, ...ALONE.split(" ")]);

export const isKnownShortcode = (name: string): boolean => KNOWN.has(name);
