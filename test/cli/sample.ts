/** A small register as CSV files in which every column is used. */
export const SAMPLE: Readonly<Record<string, string>> = {
  "kernen.csv": `id,name,aliases,bag_code,cbs_code,postcode,inhabitants,inhabitants_year,inhabitants_source
hank,Hank,,2216,WK195903,4273,3720,2021,CBS
uppel,Uppel,,,BU19591203,4285,,,
`,
  "topics.csv": `id,name,synonyms,description,taakveld,parent,statutory,channel,portefeuille,elsewhere
groen,Groen,bomen|plantsoen,Bomen en perken.,5.7,,yes,meldpunt,openbareruimte,
bladeren,Bladeren,,"Blad, ook in goten.",5.7,groen,no,,,
glasvezel,Glasvezel,internet,,,,no,,,de netbeheerder
`,
  "channels.csv": `id,name,how
meldpunt,Meldpunt,Bel 14 0183
`,
  "portefeuilles.csv": `id,name
openbareruimte,Openbare ruimte
`,
  "vakteams.csv": `id,name,aliases
bor,Beheer Openbare Ruimte,BOR
ro,Ruimtelijke ordening,
`,
  "officials.csv": `id,name,entra_id,active
wout,Wout Sjabloon,00000000-0000-4000-8000-000000000001,yes
esra,Esra Proefdruk,,yes
mieke,Mieke Denkbeeld,,no
`,
  "roles.csv": `id,official,role,kern,vakteam,portefeuille,deputy,from,to
r1,wout,aanspreekpunt,,bor,,esra,2026-01-01,2026-12-31
r2,mieke,gebiedsregisseur,hank,,,,,
r3,esra,portefeuillehouder,,,openbareruimte,,,
`,
  "absences.csv": `id,official,from,to,deputy
a1,wout,2026-04-13,2026-04-28,esra
`,
  "ownership.csv": `id,topic,kern,vakteam,person,deputy,from,to,confirmed_on,confirmed_by,source
o1,groen,,bor,wout,esra,2026-01-01,2026-12-31,2026-02-03,esra,lijst van team BOR
o2,groen,hank,ro,,,,,,,gesprek in januari
`,
};

/** The sample with one file in which one text is replaced by another. */
export function sampleWith(file: string, from: string, to: string): ReadonlyMap<string, string> {
  const content = SAMPLE[file];
  if (!content?.includes(from)) throw new Error(`${file} does not have ${from}`);
  return new Map(Object.entries({ ...SAMPLE, [file]: content.replace(from, to) }));
}
