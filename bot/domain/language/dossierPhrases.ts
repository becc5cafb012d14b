// What officials type about a dossier that is there already, and about the kernbudget. The notation is explained in
// `phrase.ts`; where such words are ordinary, `commands.ts` asks for more than the phrase.

/** Passing a question on to a team, without becoming its owner. */
export const FORWARD_PHRASES = `
  vraag/vraagje/vragen .. doorzetten/doorsturen/doorspelen/uitzetten aan/naar/bij
  zet/stuur/speel .. vraag/vraagje .. door/uit aan/naar/bij
`;

/** Asking a colleague about a dossier. */
export const CONSULT_PHRASES = `
  vraag/vraagje aan/voor
  vraag .. aan
  navragen bij
  vraag .. na bij
  even/ff vragen aan
`;

/** Waiting, with a date. */
export const HOLD_PHRASES = `
  wacht .. tot/totdat
  wacht .. op
  zet/zetten .. op wacht/pauze
  zet/zetten .. in .. wacht
  aanhouden/aangehouden tot
`;

/** Giving the answer to what residents asked. */
export const ANSWERED_PHRASES = `
  antwoord/reactie op/voor/bij/over?
  het antwoord op/voor/bij
`;

/** Opening what was closed. */
export const REOPEN_PHRASES = `
  heropen/heropenen
  graag/wil/svp .. heropenen/heropen
  dossier .. weer open/openen/openzetten
`;

/** How much a team has on its hands. */
export const LOAD_PHRASES = `
  hoe vol/druk zit/zitten/is/heeft/hebben/staat
  hoeveel .. heeft/hebben .. liggen/open/openstaan/lopen
  zit/zitten .. vol
  heeft/hebben .. nog? ruimte/plek/capaciteit
  werkvoorraad/werkdruk/drukte/belasting van/bij/voor?
  is er .. ruimte/plek bij
`;

/** Having told residents. */
export const REPORTED_BACK_PHRASES = `
  gemaild/gemailt/geappt/doorgegeven/verteld/teruggemeld aan/naar
  teruggekoppeld
  bewoners/bewoner/ouders/oudergroep/dorpsraad/buurt/melder/inwoners/buurtbewoners .. gemaild/gebeld/teruggebeld/geappt/geinformeerd/ingelicht/bijgepraat
  gebeld/teruggebeld/geinformeerd/ingelicht .. aan/naar/met? bewoners/bewoner/ouders/oudergroep/dorpsraad/buurt/melder/inwoners
`;

/** What lies with a team. */
export const LIST_PHRASES = `
  wat/welke .. ligt/liggen/staat/staan/loopt/lopen .. bij/van/voor
  wat heeft/hebben .. liggen/openstaan/open/lopen
  dossiers/openstaand/openstaande/lijst/overzicht .. van/bij/voor
  toon/geef/laat .. dossiers .. van/bij/zien
`;

/** Taking back what was offered. */
export const WITHDRAW_PHRASES = `
  trek .. .. terug
  trek .. overdracht/aanbod/dossier .. in
  terugtrekken/intrekken
  haal .. overdracht/aanbod/dossier .. terug
`;

/** Taking work on. */
export const TAKE_PHRASES = `
  ik pak .. .. op
  pak ik .. op
  ik neem .. .. over
  ik neem dit/deze/die/het/t/m/dossier .. aan
  dit/deze/die pak/neem/doe ik
`;

/** Saying when it will be done. */
export const SCHEDULE_PHRASES = `
  ingepland/inplannen
  d/dossier .. gepland
  gepland voor/in wk/week
  plan .. .. in
`;

/** Making two of one. */
export const SPLIT_PHRASES = `
  splits/splitsen/opsplitsen/gesplitst
  split .. op?
`;

/** What another team adds. */
export const CONTRIBUTION_PHRASES = `
  bijdrage/inbreng .. van/aan/door/voor/bij
`;

/** Keeping an answer for the next time. */
export const PROMOTE_PHRASES = `
  maak/maken .. vast/vaste/standaard antwoord/antwoorden
  bewaar/bewaren/opslaan/zet/opnemen .. vast/vaste/standaard antwoord/antwoorden
  vast/vaste/standaard antwoord/antwoorden .. maken/bewaren/opslaan
  standaardantwoord
`;

/** What is left of the kernbudget. */
export const POT_PHRASES = `
  is er .. nog .. kernbudget
  hoeveel kernbudget .. nog/over/vrij
  pot/potje nog? vol/leeg/op
  is/zit .. pot/potje/kernbudget/dorpsbudget .. op/leeg/vol
  hoeveel .. in .. pot/potje/kernbudget/dorpsbudget
  hoeveel kernbudget/budget/geld .. over/vrij/nog/beschikbaar .. pot/kernbudget?
  hoeveel is .. over/vrij .. pot/potje/kernbudget/dorpsbudget
  wat zit/is .. pot/potje/kernbudget/dorpsbudget
  stand/saldo .. pot/potje/kernbudget/dorpsbudget
  is er .. nog .. kernbudget/dorpsbudget
`;

/** Asking for money from it, when an amount is told too. */
export const APPLICATION_PHRASES = `
  mag/kan/kunnen/mogen ik/we/wij/ze/zij
  aanvraag/aanvraagje/kernbudgetaanvraag/budgetaanvraag
  kernbudget/dorpsbudget .. aanvragen
  mag/mogen/kan/kunnen ik/we/wij/ze/zij/jullie .. eu/eur/euro/voor
  vraagt/vragen/vroeg/vroegen/willen/wil .. eu/eur/euro/voor
  heeft/hebben .. eu/eur/euro nodig
  mag/mogen/kan/kunnen ze/zij/we/wij
`;
