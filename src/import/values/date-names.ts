/**
 * The months from January and the days from Monday, as they stand in a date, a line a language. What runs on Cloudflare has few
 * milliseconds for all of this: asking `Intl` for as many names takes a hundred. Languages whose newspapers count other years (Thai,
 * Persian) are left out, and so is Croatian, whose `listopad` is the month before Polish's and Czech's.
 */
const MONTHS = [
  "january february march april may june july august september october november december",
  "januar februar märz april mai juni juli august september oktober november dezember",
  "jänner feber mrz",
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  "januari februari maart april mei juni juli augustus september oktober november december",
  "- - mrt",
  "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
  "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
  "ledna února března dubna května června července srpna září října listopadu prosince",
  "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
  "- - - - - čvn čvc",
  "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
  "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
  "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
  "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
  "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
  "януари февруари март април май юни юли август септември октомври ноември декември",
  "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
  "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
  "januar februar marec april maj junij julij avgust september oktober november december",
  "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
  "januari februari mars april maj juni juli augusti september oktober november december",
  "januar februar mars april mai juni juli august september oktober november desember",
  "januar februar marts april maj juni juli august september oktober november december",
  "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
  "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
  "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
  "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris",
  "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
  "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
  "ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος νοέμβριος δεκέμβριος",
  "január február március április május június július augusztus szeptember október november december",
  "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
  "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
  "xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro",
  "januari februari maret april mei juni juli agustus september oktober november desember",
  "- - mac - - - julai ogos - - - disember",
  "- - - - - - - agt - - nopember",
  "januarie februarie maart april mei junie julie augustus september oktober november desember",
  "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
  "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
  "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
  "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
];

const WEEKDAYS = [
  "monday tuesday wednesday thursday friday saturday sunday",
  "montag dienstag mittwoch donnerstag freitag samstag sonntag",
  "- - - - - sonnabend",
  "lundi mardi mercredi jeudi vendredi samedi dimanche",
  "lunes martes miércoles jueves viernes sábado domingo",
  "segunda terça quarta quinta sexta sábado domingo",
  "lunedì martedì mercoledì giovedì venerdì sabato domenica",
  "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
  "poniedziałek wtorek środa czwartek piątek sobota niedziela",
  "- wt - czw pt - niedz",
  "pondělí úterý středa čtvrtek pátek sobota neděle",
  "pondelok utorok streda štvrtok piatok sobota nedeľa",
  "понедельник вторник среда четверг пятница суббота воскресенье",
  "пн вт ср чт пт сб вс",
  "пнд втр срд чтв птн сбт вск",
  "понеділок вівторок середа четвер п'ятниця субота неділя",
  "- - - - - - нд",
  "понеделник вторник сряда четвъртък петък събота неделя",
  "ponedeljak utorak sreda četvrtak petak subota nedelja",
  "ponedeljek torek sreda četrtek petek sobota nedelja",
  "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
  "pzt sal çar per cum cmt paz",
  "måndag tisdag onsdag torsdag fredag lördag söndag",
  "mandag tirsdag onsdag torsdag fredag lørdag søndag",
  "mánudagur þriðjudagur miðvikudagur fimmtudagur föstudagur laugardagur sunnudagur",
  "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
  "maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina",
  "esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev",
  "pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena",
  "pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis",
  "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή",
  "hétfő kedd szerda csütörtök péntek szombat vasárnap",
  "- - sze csüt",
  "luni marți miercuri joi vineri sâmbătă duminică",
  "dilluns dimarts dimecres dijous divendres dissabte diumenge",
  "dl dt dc dj dv ds dg",
  "senin selasa rabu kamis jumat sabtu minggu",
  "isnin - - khamis jumaat - ahad",
  "maandag dinsdag woensdag donderdag vrydag saterdag sondag",
  "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
  "שני שלישי רביעי חמישי שישי שבת ראשון",
  "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार",
  "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
  "周一 周二 周三 周四 周五 周六 周日",
  "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
  "月 火 水 木 金 土 日",
  "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
  "월 화 수 목 금 토 일",
];

/** Letters as they are compared: without accents and case. */
const plainLetters = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase();

/** From 1, of a name or as much of one as says which; undefined for any other word. */
export const monthOf = (word: string): number | undefined => months()(plainLetters(word))[0];

/** From 1, Monday. `mar` is a Tuesday, `so` a Sunday or, in Czech, a Saturday: all that a word may be; empty for any other word. */
export const weekdaysOf = (word: string): number[] => weekdays()(plainLetters(word));

const months = once(() => indexNames(MONTHS, 3, 1));
const weekdays = once(() => indexNames(WEEKDAYS, 2, 2));

/**
 * Names by themselves and by their first letters, from `shortest` of them on. Letters that begin two names of one language say
 * nothing; of two languages, the first `most` count.
 */
function indexNames(languages: string[], shortest: number, most: number): (word: string) => number[] {
  const whole = new Map<string, Set<number>>();
  const begun = new Map<string, Set<number>>();
  const add = (to: Map<string, Set<number>>, key: string, number: number) =>
    to.set(key, (to.get(key) ?? new Set()).add(number));
  for (const language of languages) {
    const names = plainLetters(language).split(" ");
    for (const [index, name] of names.entries()) {
      add(whole, name, index + 1);
      for (let length = shortest; length < name.length; length += 1) {
        const start = name.slice(0, length);
        if (names.every((other) => other === name || !other.startsWith(start))) add(begun, start, index + 1);
      }
    }
  }
  return (word) => [...(whole.get(word) ?? begun.get(word) ?? [])].slice(0, most);
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
