import { utc } from "@date-fns/utc";
import type { Locale } from "date-fns";
import { format } from "date-fns/format";
import { ar } from "date-fns/locale/ar";
import { de } from "date-fns/locale/de";
import { enGB } from "date-fns/locale/en-GB";
import { enUS } from "date-fns/locale/en-US";
import { es } from "date-fns/locale/es";
import { fr } from "date-fns/locale/fr";
import { he } from "date-fns/locale/he";
import { it } from "date-fns/locale/it";
import { ja } from "date-fns/locale/ja";
import { ko } from "date-fns/locale/ko";
import { nl } from "date-fns/locale/nl";
import { pl } from "date-fns/locale/pl";
import { pt } from "date-fns/locale/pt";
import { ru } from "date-fns/locale/ru";
import { sv } from "date-fns/locale/sv";
import { zhCN } from "date-fns/locale/zh-CN";
import { primaryLanguage } from "../article/language.ts";

/** What a feed itself says to its readers, in one language. */
interface Wording {
  locale: Locale;
  /** The title of a story that was taken back. */
  withdrawnTitle: string;
  /** The notice that stands in its place. */
  withdrawn: string;
  reason: string;
  correction: string;
  colon?: string;
}

const WORDINGS: Record<string, Wording> = {
  en: {
    locale: enGB,
    withdrawnTitle: "Withdrawn",
    withdrawn: "This story has been withdrawn by the publisher.",
    reason: "Reason",
    correction: "Correction",
  },
  ar: {
    locale: ar,
    withdrawnTitle: "خبر مسحوب",
    withdrawn: "سحب الناشر هذا الخبر.",
    reason: "السبب",
    correction: "تصويب",
  },
  de: {
    locale: de,
    withdrawnTitle: "Zurückgezogen",
    withdrawn: "Dieser Artikel wurde von der Redaktion zurückgezogen.",
    reason: "Grund",
    correction: "Korrektur",
  },
  es: {
    locale: es,
    withdrawnTitle: "Retirado",
    withdrawn: "El editor ha retirado esta noticia.",
    reason: "Motivo",
    correction: "Corrección",
  },
  fr: {
    locale: fr,
    withdrawnTitle: "Retiré",
    withdrawn: "Cet article a été retiré par la rédaction.",
    reason: "Motif",
    correction: "Rectificatif",
    colon: "\u00a0: ",
  },
  he: {
    locale: he,
    withdrawnTitle: "הידיעה הוסרה",
    withdrawn: "המערכת הסירה ידיעה זו.",
    reason: "סיבה",
    correction: "תיקון",
  },
  it: {
    locale: it,
    withdrawnTitle: "Ritirato",
    withdrawn: "Questo articolo è stato ritirato dalla redazione.",
    reason: "Motivo",
    correction: "Rettifica",
  },
  ja: {
    locale: ja,
    withdrawnTitle: "取り下げ",
    withdrawn: "この記事は発行元により取り下げられました。",
    reason: "理由",
    correction: "訂正",
    colon: "：",
  },
  ko: {
    locale: ko,
    withdrawnTitle: "철회됨",
    withdrawn: "이 기사는 발행인이 철회했습니다.",
    reason: "사유",
    correction: "정정",
  },
  nl: {
    locale: nl,
    withdrawnTitle: "Ingetrokken",
    withdrawn: "Dit artikel is door de redactie ingetrokken.",
    reason: "Reden",
    correction: "Correctie",
  },
  pl: {
    locale: pl,
    withdrawnTitle: "Wycofano",
    withdrawn: "Ten artykuł został wycofany przez redakcję.",
    reason: "Powód",
    correction: "Sprostowanie",
  },
  pt: {
    locale: pt,
    withdrawnTitle: "Retirado",
    withdrawn: "Este artigo foi retirado pela redação.",
    reason: "Motivo",
    correction: "Correção",
  },
  ru: {
    locale: ru,
    withdrawnTitle: "Материал отозван",
    withdrawn: "Редакция отозвала этот материал.",
    reason: "Причина",
    correction: "Исправление",
  },
  sv: {
    locale: sv,
    withdrawnTitle: "Återkallad",
    withdrawn: "Artikeln har återkallats av redaktionen.",
    reason: "Skäl",
    correction: "Rättelse",
  },
  zh: {
    locale: zhCN,
    withdrawnTitle: "已撤回",
    withdrawn: "本文已由发布方撤回。",
    reason: "原因",
    correction: "更正",
    colon: "：",
  },
};

/** A feed's own words in its language; in English, and said to be English, where we do not know the language. */
export interface Words {
  language: string;
  withdrawnTitle: string;
  withdrawn: string;
  /** @param text the desk's own */
  reason(text: string): string;
  /** @param at RFC 3339 */
  correction(at: string): string;
}

/** @param language RFC 5646 */
export function wordsOf(language: string): Words {
  const primary = primaryLanguage(language);
  const known = Object.hasOwn(WORDINGS, primary) ? WORDINGS[primary] : undefined;
  const { locale, withdrawnTitle, withdrawn, reason, correction, colon = ": " } = known ?? (WORDINGS.en as Wording);
  const dates = language.toLowerCase() === "en-us" ? enUS : locale;
  return {
    language: known ? language : "en",
    withdrawnTitle,
    withdrawn,
    reason: (text) => `${reason}${colon}${text}`,
    correction: (at) => `${correction}, ${format(at, "PPP", { locale: dates, in: utc })}${colon}`,
  };
}
