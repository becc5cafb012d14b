export const buttons = {
  choose: "Kies",
  otherKern: "Andere kern",
  otherTopic: (topic: string) => `Ik bedoel ${topic}`,
  notRight: "Klopt niet",
  propose: "Voorstel versturen",
  back: "Terug",
  accept: "Akkoord",
  refuse: "Niet akkoord",
  linkForm: "Koppel aan een vakteam",
  linkOther: "Koppel nog een vakteam",
  link: "Koppelen",
  again: "Kijk of het gelukt is",
} as const;
