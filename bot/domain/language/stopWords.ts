/** "ermee", "hierover", "daarvoor", "waarbij" and the like. */
const PRONOUN_COMPOUNDS = ["er", "hier", "daar", "waar"].flatMap((start) =>
  "aan achter af bij binnen boven buiten door heen in langs mee na naar om onder op over tegen toe tussen uit van vanaf voor"
    .split(" ")
    .map((end) => start + end),
);

/** Words that never tell what a sentence is about, folded. */
export const STOP_WORDS: ReadonlySet<string> = new Set([
  ...PRONOUN_COMPOUNDS,
  ...`
  aan achter af al alle alleen alles als altijd ander andere anders beetje ben bent beter bij bijna bijvoorbeeld
  binnen boven buiten daar daarnaast dan dat de deel deze der des die dingen dit doen doe doet door dus echt een eens eigen eigenlijk elk elke
  en enige enkele er erg ergens even ge geen geleden gelijk genoeg gewoon had hadden heb hebben hebt heeft heel
  hele hem hen het hier hij hoe hoeveel hun ie iedere ieder iedereen iemand iets ik
  in inderdaad ja je jij jou jouw jullie kan kon konden kunnen kunt laat laten later maar maken maakt me meer meest
  meeste men met mij mijn mijne misschien mits moest moet moeten mogen mag mogelijk naar na nadat namens natuurlijk
  nee neemt nemen niemand niet niets nieuwe nog nogal nu of om omdat onder ondanks ons onze ook op over overal paar
  per precies rond rondom samen sinds soms staan staat steeds straks te tegen terug tijdens toch toe toen tot
  tussen tweede derde uit uw vaak vaker van vanaf vanuit vandaag vanwege veel vele verder via vol voor vooral voorbij
  vooraf waar wanneer want waren was wat we
  wel welk welke wie wij wil willen wilt word worden wordt zal ze zeer zegt zei zelf zelfs zeg zich zie zien ziet zij
  zijn zit zitten zo zoals zodat zou zouden zonder zonde zowel zoveel zullen is hangt ligt liggen
  hoor joh ff effe nou eh ehm uh oh oke ok okay a u b aub svp alsjeblieft alstublieft plz please graag asap zsm
  t s n m d k z b x e nr st vd ivm iht tbv nav mbt tav dmv obv evt incl excl ca ed etc bv bijv cq nl inzake
  mevr mevrouw mw mvr dhr meneer mijnheer hr heer dame heren mensen meldster melder beller
  gaat gaan ging kom komt komen kwam bezig weet weten wist wisten denk denkt zeggen vind vinden gezegd heten heet
  eerste keer 1e 2e 3e 4e 5e 1x 2x 3x gisteren morgen vanmorgen vanochtend vanmiddag vanavond week weken maand maanden
  dag dagen jaar jaren snel spoed haast urgent zijn geworden blijf blijft blijven gebeuren gebeurt krijg krijgt krijgen
  gemeente gemeentelijk gemeentelijke collega hoi hallo hi hey goedemorgen goedemiddag goedenavond groet groeten mvg
  dank bedankt dankjewel akkoord
  niks ga gaf geef gegeven kun kunt mee wou wilde had bedoel bedoelt bedoeld bedoelen snap snapt begrijp begrijpt allemaal gedoe herhaal
  herhalen hoor hoort lees leest kijk kijkt kijken praat praten loop zoek zoekt nieuws zin helaas gelukkig trouwens
  blijkbaar kennelijk schijnbaar namelijk immers zelden nooit ooit weleens wellicht hopelijk lukt
  vragen vraagt vroeg stelt stellen antwoord horen gehoord belt bellen belde gebeld mailt mailde mailen appt appen
  zulke eentje degene diegene datgene hetzelfde dezelfde zodra terwijl hoewel tenzij indien
  via qua richting ten ter des wij ieders ander iemands wiens
`
    .trim()
    .split(/\s+/),
]);

/** These make no difference to a name: "het zwembad". */
export const ARTICLES: ReadonlySet<string> = new Set([
  "de",
  "het",
  "een",
  "van",
  "voor",
  "en",
  "of",
  "op",
  "in",
  "bij",
  "s",
  "t",
]);

/** Words that tell how something is rather than what it is; they count, but little. */
export const WEAK_WORDS: ReadonlySet<string> = new Set(
  `
  beschadigd beschadigde defect defecte kapot kapotte stuk stukke slecht slechte gevaarlijk gevaarlijke onveilig
  onveilige vies vieze weg los losse scheef scheve vol volle overvol groot grote klein kleine nieuw oud oude
  versleten vernield vernielde afgebroken gebroken lek lekt verzakt verzakte verdwenen omgevallen omver onleesbaar
  zichtbaar bezet gesloten open geopend verouderd verwaarloosd lelijk mooi mooie lang lange kort hoog laag breed smal
  verkeerd verkeerde verkeerd goed goede meerdere weinig teveel dicht nodig werkt werken werk plek plaats plaatsen
  aanpak beleid project plan plannen zorgen zorg ruimte buurt straat inwoners inwoner bewoners bewoner burger burgers
  kosten geld klacht klachten melding meldingen vraag vragen aanvraag aanvragen informatie regels regelen
  actief extra belangrijk belangrijke stimuleren ondersteunen gebruik gebruiken geven geef vinden
  overlast last probleem problemen onderhoud tijd
`
    .trim()
    .split(/\s+/),
);
