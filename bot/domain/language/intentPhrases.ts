// The notation is explained in `phrase.ts`.

/** Asking who owns something. */
export const OWNER_PHRASES = `
  wie gaat/gaan .. over
  wie gaat/gaan hierover/daarover
  wie doet/doen .. dit?
  wie is/zijn .. verantwoordelijk* .. voor?
  wie is/zijn .. verantwoordelijke
  wie is/zijn .. eigenaar van?
  wie heeft .. portefeuille
  wie is .. portefeuillehouder
  wie is .. contactpersoon/aanspreekpunt/contact/behandelaar .. voor/van/over?
  wie is/zijn .. bezig met
  wie behandelt/regelt/beheert/onderhoudt/coordineert/pakt .. op?
  wie kan/kunnen/moet .. helpen/bellen/mailen/vragen .. met/over/voor?
  wie moet/kan/mag .. hebben/bereiken/benaderen
  wie weet .. meer? .. van/over
  van wie is
  bij/naar/aan wie .. moet/kan/mag/zijn/terecht .. ik/we/ze/zijn/terecht?
  bij wie .. moet .. zijn
  waar moet/kan .. heen/terecht/zijn/naartoe .. met/voor?
  waar kan .. melden
  welk/welke team/afdeling/vakteam/cluster/collega/ambtenaar .. gaat/doet/is/pakt/regelt/moet? .. over/op/voor?
  welk/welke team/afdeling/vakteam/cluster/collega/ambtenaar
  contactpersoon/aanspreekpunt/behandelaar voor/van/over?
  contactpersoon/aanspreekpunt/eigenaar
  naar/aan wie .. doorverbinden/doorzetten/doorsturen
  doorverbinden/doorzetten naar/met?
  hoort dit/dat bij
  wie pakt dit/dat/t/het? op
  weet/weten iemand/jij/je/jullie/u wie
  weet/heeft iemand
  iemand een? idee
`;

/** Asking who somebody is, by role. */
export const WHO_PHRASES = `
  wie is/zijn/was
  wie .. heeft/hebben .. als
  welke
`;

/** Asking who replaces somebody. */
export const DEPUTY_PHRASES = `
  vervanger/vervangster/plaatsvervanger/vervangers .. van/voor?
  vervangt/vervangen/waarneemt
  vervanging .. van/voor?
  waarnemer/waarneming .. van/voor?
  wie neemt .. waar
  wie .. neemt .. over
  achtervang .. van/voor?
  back up
  backup
  wie .. in plaats van
`;

/** Somebody is away; asks for a deputy only when nothing else is asked. */
export const AWAY_PHRASES = `
  is/was .. ziek/afwezig/weg/vrij/verlof/vakantie
  ziek/afwezig/verlof/vakantie
  is er .. niet
  niet .. bereikbaar
`;

/** Saying whose channel this is. A kanaal is also a waterway, so it takes "dit" and a turn that only fits a channel. */
export const LINK_CHANNEL_PHRASES = `
  dit is/wordt het/ons teamkanaal/kanaal van/voor
  koppel/verbind/registreer dit teamkanaal/kanaal
  dit teamkanaal/kanaal koppelen/verbinden/registreren
`;

export const HELP_PHRASES = `
  help
  wat kan/kun je/jij/u .. doen/allemaal/zoal?
  wat kan/kun .. deze? bot
  hoe werkt/werk dit/deze/het/t/je/jij .. bot?
  waar ben/bent je/jij voor?
  wat doe je/jij .. allemaal?
  waar kan/kun .. je/jij/u .. mee helpen
  hoe .. gebruik .. ik? je/jij/dit/deze
  uitleg/handleiding/instructie/voorbeelden
  wat kan ik .. vragen
`;

export const THANKS_PHRASES = `
  dank je/jullie/u wel?
  dankje/dankjewel/dankuwel/bedankt/thx/thanks/merci/tnx/dank
  heel? erg? bedankt
  top/super/fijn/mooi/perfect/prima/geweldig
  goed gedaan
  goed bezig
`;

export const SMALL_TALK_PHRASES = `
  hoi/hallo/hi/hey/hee/dag/yo/heej/hoihoi/moin
  goedemorgen/goedemiddag/goedenavond/goeiemorgen/goeiemiddag/goeiedag/goedendag/morgen/morge
  goede/goeie morgen/middag/avond/dag
  hoe gaat/is het/t/ie
  hoe gaat/is het/t/ie .. met je/jou/u
  alles goed/wel/oke?
  fijne/prettige/goed/lekker/fijn dag/weekend/avond/vakantie?
  tot morgen/later/ziens/straks
  wie ben/bent jij/je/u
  ben/bent je/jij .. robot/mens/echt
  werk ze
  eet smakelijk
  test
  gezellig
`;

/** Things the bot does not do, also when a subject is named with it. */
export const OUT_OF_REACH_PHRASES = `
  verjaardag/verjaardagen/jarig
  vertel* .. mop/grap/grapje/verhaal/iets leuks?
  mop/grap/grapje/raadsel
  wordt/word/is het/t .. weer? .. warm/regenen/mooi/droog
  wat voor weer
  weersverwachting/weerbericht
  wat/hoe .. verdient/salaris
  prive nummer/telefoonnummer/adres
  woont .. prive
  sinterklaas gedicht
  voetbal uitslag
  wat .. eten we?
  kantine/lunch .. menu/vandaag
  schrijf .. gedicht/brief/mail/tekst/verhaal
  vertaal*
`;

/** Asking for another language, or asking in it. */
export const ENGLISH_PHRASES = `
  in het/t? engels/duits/frans/pools
  speak english/dutch/german
  spreek je/jij/u engels/duits/pools
  in english
  who is/are
  where can/is/do
  what is/are/can/do
  how do/can/to
  can/could you
  i want/need/have/would/am
  i m a
`;
