// What officials type about work rather than about who owns it. The notation is explained in `phrase.ts`.

/** Giving work to a team or a colleague. */
export const HAND_OVER_PHRASES = `
  overdragen/overdracht/overgedragen aan/naar/:?
  draag .. over
  stuur/zet/speel/leg/geef .. door naar/aan/bij?
  stuur/speel .. naar/aan
  doorzetten/doorsturen/doorspelen naar/aan
  zet .. op naam van
  leg .. neer bij
  neerleggen bij
  graag .. naar
`;

/** Giving work back. */
export const GIVE_BACK_PHRASES = `
  doe/geef/stuur/zet .. terug naar/aan/bij?
  teruggeven/terugsturen naar/aan?
  terug naar/aan
`;

/** Recording what was heard in a kern. */
export const RECORD_PHRASES = `
  leg/leggen .. vast dat?
  vastleggen dat?
  noteer/noteren dat?
  signaal/signalen uit/van/in
  gehoord in
  nieuw dossier
  maak .. dossier .. aan/van?
`;

/** What waits for the person who asks. */
export const MY_WORK_PHRASES = `
  heb ik .. liggen/openstaan/open/staan
  wat heb ik .. liggen/openstaan/open/staan/lopen
  wat moet/ligt/staat .. ik/mij/me .. nog
  wat moet/ligt/staat .. nog .. bij/voor? ik/mij/me
  mijn .. dossiers/vragen/taken/openstaande/werkvoorraad
  wat wacht .. op mij
`;

/** What is going on in a kern. */
export const IN_KERN_PHRASES = `
  wat speelt .. er? in?
  wat loopt .. er in?
  wat is er .. aan de hand
  stand van zaken
  overzicht van/voor/in
`;

/** What residents were promised. */
export const PROMISED_PHRASES = `
  wat is/zijn/hebben/heb .. beloofd/toegezegd
  welke .. beloftes/beloften/toezeggingen
  beloftes/beloften/toezeggingen in/van/voor?
`;

/** A phone call worth keeping. */
export const CALLED_PHRASES = `
  even/net/zojuist/ff/vanmorgen/vanmiddag gebeld/gesproken met?
`;

/** Ending a dossier. */
export const CLOSE_PHRASES = `
  afsluiten
  dossier .. sluiten/dicht/afronden
  kan/mag dicht
  sluit .. af
`;

/** What gebiedsregie is for. */
export const GUIDE_PHRASES = `
  is dit/dat iets voor .. gebiedsregisseur/regisseur/gebiedsregie
  wanneer .. gebiedsregisseur/gebiedsregie
  waarvoor .. gebiedsregisseur/gebiedsregie
  waar .. gebiedsregie/gebiedsregisseur .. voor
  wat doet/is .. gebiedsregisseur/gebiedsregie
`;

/** Asking to leave something out of the records. */
export const OFF_RECORD_PHRASES = `
  niet in t/het? systeem/dossier/kernwijzer
  buiten t/het? systeem om?
  niet vastleggen/registreren/opschrijven
`;

/** Figures about one colleague. */
export const PERSONAL_FIGURES_PHRASES = `
  wie .. heeft .. meeste/minste .. openstaan/open/werk/dossiers/taken/liggen?
  wie .. is .. traagste/snelste/luiste/drukste/beste
  wie .. werkt .. hardst/meest/minst
`;
