import { phraseBook } from "./phrase.ts";
import { toSentence } from "./sentence.ts";

/** Why a vakteam gives something back. */
export type TypedReturnReason =
  | "notMunicipal"
  | "double"
  | "answeredBefore"
  | "regularChannel"
  | "villageOrPartner"
  | "tooLittleKnown"
  | "noCapacity";

/** Why a vakambtenaar asks a gebiedsregisseur to come in. */
export type TypedRegieReason = "severalParties" | "tension" | "noOwner" | "newInitiative";

/** Why something may go before the queue. */
export type TypedUrgency = "danger" | "legalTerm" | "board";

// The notation is explained in `phrase.ts`. Of a text that fits several tables, the first counts.

/** The reason for giving something back that a text tells; undefined when it tells none that counts. */
export const readReturnReason = firstOf<TypedReturnReason>({
  notMunicipal: `
    geen .. gemeentelijke taak/gemeentetaak/gemeentezaak
    niet van/voor de? gemeente
    niet .. gemeentelijk/gemeentelijke
    is/ligt .. van/bij .. rijkswaterstaat/rws/provincie/waterschap/rijk/prorail/netbeheerder/stedin/politie/rijksoverheid/ggd
    rijkswaterstaat/rws/provincie/waterschap/prorail .. gaat/doet/beheert
    taak van .. rijkswaterstaat/rws/provincie/waterschap/rijk/politie
    prive terrein/grond/eigendom
    particulier/particuliere terrein/grond/eigendom
    daar gaan wij niet over
    wij gaan .. niet over
  `,
  double: `
    dubbel/dubbele/duplicaat/doublure
    loopt/ligt al
    staat al .. dossier/vraag/verzoek
    hebben .. wij/we? al .. liggen/lopen/dossier
    zelfde als
    is .. er al
  `,
  answeredBefore: `
    al .. beantwoord/geantwoord/uitgelegd/besproken/gemeld/verteld/antwoord
    antwoord .. al .. gegeven/bekend/gestuurd
    staat/stond .. op .. site/website/intranet
    eerder/reeds beantwoord/geantwoord/uitgelegd
    is al bekend
  `,
  regularChannel: `
    vaste/gewone/normale/reguliere route/weg/kanaal
    via/naar/bij/hoort .. meldpunt/loket/balie/website/formulier/klantcontact/kcc/buitenbeter/fixi
    moet/kan .. via .. melding/meldpunt/loket/formulier
    gewoon/eerst .. melden/aanvragen
    is .. een? melding/vergunning/vergunningaanvraag/woo/klacht
  `,
  villageOrPartner: `
    dorp/dorpsraad/bewoners/buurt/vereniging/stichting/inwoners/vrijwilligers .. kan/kunnen/doet/doen/moet/moeten .. zelf
    kan/kunnen .. dorp/dorpsraad/bewoners/buurt/vereniging/stichting/inwoners .. zelf
    kunnen ze/zij .. zelf
    zelf .. oppakken/doen/regelen
    partner/corporatie/woningcorporatie/woningbouwvereniging/welzijnswerk/welzijnsorganisatie
    iets voor .. dorp/dorpsraad/school/ondernemers/vereniging
  `,
  tooLittleKnown: `
    te weinig .. info/informatie/gegevens/details/bekend?
    weet/weten .. te weinig/onvoldoende
    onvoldoende/ontbrekende/onduidelijke informatie/info/gegevens
    onvoldoende/onduidelijk/onvolledig/incompleet/vaag
    niet .. duidelijk/compleet/volledig/concreet
    meer .. info/informatie/gegevens/details .. nodig?
    mis/missen/ontbreekt/ontbreken .. info/informatie/gegevens/locatie/adres/details
    geen idee .. wat/waar
    snap/snappen/begrijp/begrijpen .. niet
    waar gaat dit over
  `,
  noCapacity: `
    geen/gn/weinig .. tijd/capaciteit/ruimte/mensen/menskracht/plek/personeel/uren/handen
    geen .. tijd
    te/heel/veel? druk
    te vol
    zit/zitten/zijn .. vol
    tijd .. ontbreekt/tekort
    lukt .. niet/voorlopig .. eerder/tijd/voor?
    komen/kom .. niet .. aan toe
    onderbezet/onderbezetting/capaciteitsgebrek/overbelast
    capaciteit
  `,
});

/** Why a regisseur is needed, as a text tells it; undefined when it tells no reason that counts. */
export const readRegieReason = firstOf<TypedRegieReason>({
  tension: `
    spanning/spanningen/ruzie/conflict/onrust/polarisatie/weerstand/escalatie/geescaleerd/gevoelig
    lijnrecht .. tegenover
    tegenover elkaar
    staan .. tegenover .. elkaar
    verdeeld .. dorp/buurt?
    dorp/buurt/kern/bewoners .. verdeeld/boos/kwaad
    gemoederen
  `,
  noOwner: `
    geen/zonder eigenaar
    niemand .. over/op/hierover/daarover/ervoor/eigenaar/verantwoordelijk/pakt/doet
    van niemand
    valt .. tussen
    tussen wal en
    geen .. team .. over?
    weet niet .. wie/waar
    eigenaar onbekend/ontbreekt
  `,
  severalParties: `
    meer/meerdere/verschillende/veel/diverse/twee/drie .. partijen/teams/organisaties/belangen/partners/verenigingen/instanties
    partijen/organisaties .. bij .. elkaar/betrokken
    samen met .. dorpsraad/verenigingen/ondernemers/corporatie/school/partners
    samenwerking/afstemming .. tussen/met
  `,
  newInitiative: `
    nieuw/nieuwe/spontaan/leuk .. initiatief/plan/idee/initiatieven/plannen
    initiatief/bewonersinitiatief/burgerinitiatief/dorpsinitiatief
    bewoners/inwoners/buurt/dorp/groep .. willen/wil/hebben/heeft .. plan/idee/initiatief/beginnen/opzetten/starten
  `,
});

/** Through which door something is urgent, as a text tells it; undefined when it tells none. */
export const readUrgency = firstOf<TypedUrgency>({
  danger: `
    gevaar/gevaarlijk/gevaarlijke/onveilig/onveilige/veiligheid/levensgevaarlijk
    kan .. misgaan/ongeluk/ongelukken
    ongeluk/ongelukken/gewonden/gewond
  `,
  legalTerm: `
    wettelijk/wettelijke/juridisch/fatale .. termijn/deadline/datum?
    beslistermijn/bezwaartermijn/dwangsom/ingebrekestelling
    termijn .. verloopt/verlopen/loopt/af
    woo verzoek
  `,
  board: `
    bestuurlijk/bestuurlijke/politiek/politieke
    wethouder/wethouders/burgemeester/college/raad/raadsvragen/raadsvraag/gemeenteraad
  `,
});

function firstOf<Name extends string>(
  tables: Readonly<Record<Name, string>>,
): (typed: string) => Name | undefined {
  const book = phraseBook(tables);
  const order = Object.keys(tables) as Name[];
  return (typed) => {
    const found = book.find(toSentence(typed).words);
    return order.find((name) => found.has(name));
  };
}
