/**
 * Something is unsafe at this moment. Only what may hurt somebody before a colleague reads the message: a dangerous
 * crossing is a subject, a falling tree is an emergency. The notation is explained in `phrase.ts`.
 */
export const DANGER_PHRASES = `
  straks/zo/zometeen/bijna/dadelijk .. valt/vallen/omvalt/omvallen/instort/instorten/breekt/afbreekt
  valt/vallen/stort/breekt/waait .. zo/straks/bijna/elk .. om/in/af/naar/moment
  valt/vallen/stort/staat/kan/kunnen elk moment
  op instorten/omvallen/knappen/ontploffen
  gaat/kan/dreigt/dreigen .. omvallen/instorten/ontploffen/ontsporen
  dreigt .. om/in/af? .. te? vallen/storten/breken
  instortingsgevaar/levensgevaar/levensgevaarlijk/levensbedreigend/ontploffingsgevaar/brandgevaar
  acuut/direct/onmiddellijk gevaar/gevaarlijk
  boom/bomen/tak/takken/paal/lantaarnpaal/mast/schutting/gevel/dak/dakpan/dakpannen/steiger/hek/bord/muur/verkeersbord .. hangt/hangen/staat .. scheef/los/losgeraakt .. boven
  boom/bomen/tak/takken .. gevallen/omgevallen/omgewaaid .. weg/straat/fietspad/auto/huis/dak/stoep/kabel/spoor
  omgevallen/omgewaaide/gevallen boom/boom/tak .. weg/straat/fietspad/auto/huis/dak
  gaslucht/gaslek/gaslekkage/gasgeur
  ruik*/stinkt/geur/lucht .. gas
  gas .. ruik*/lekt/lekken/lekkage/geur
  gasleiding .. lek/geraakt/kapot/gescheurd
  stroomdraad/stroomdraden/stroomkabel/hoogspanningskabel/elektriciteitsdraad/elektriciteitskabel
  draad/draden/kabel/kabels/bedrading .. bloot/open/los/hangt/hangen/uit
  losse/blote/open/loshangende/loshangend draad/draden/kabel/kabels/bedrading
  draden/bedrading/kabels .. paal/lantaarnpaal/mast .. uit?
  onder/open stroom/spanning
  krijg*/kreeg/gekregen .. stroomschok/stroomstoot/schok
  vonk/vonken
  staat/staan .. brand/fik/vlammen
  er is brand
  brand in/op/bij/aan
  brandt/brand nu
  rook uit
  ontploffing/ontploft/explosie/explosief/handgranaat/granaat/bommelding
  bom/granaat gevonden
  verdacht pakketje/pakket
  kind/kinderen/iemand/man/vrouw/auto .. in .. water/sloot/kanaal/rivier/ijs gevallen/gereden/beland/gezakt/ligt
  verdrinkt/drenkeling/verdrinken/bewusteloos/reanimatie/reanimeren
  gewonde/gewonden/gewond
  steekpartij/schietpartij/vechtpartij/schietincident/steekincident
  vecht/vechten nu
  zwaait/zwaaien/dreigt/dreigen/loopt .. met .. mes/wapen/pistool/bijl/geweer/vuurwapen
  met mes/wapen/pistool/bijl .. loopt/rent/dreigen/dreigt/zwaait/zwaaien
  wordt/worden .. mishandeld/aangevallen/bedreigd/gestoken
  springen/springt .. brug/dak/spoor/flat
  put/rioolput/kolk .. open/deksel/putdeksel .. weg/kind*/gevallen
  putdeksel/rioolputdeksel/deksel .. weg/mist/ontbreekt/verdwenen/open/los
  open put/rioolput
  zinkgat/sinkhole
  gevaarlijke/giftige/chemische stof/stoffen/dampen/vloeistof .. gelekt/lekt/vrijgekomen/weg
  olie/chemicalien .. op .. weg/rotonde/fietspad
  dijk/kade .. breekt/doorgebroken/bezwijkt/lekt
  bel* 112
`;
