export const buttons = {
  choose: "Kies",
  otherKern: "Andere kern",
  otherTopic: (topic: string) => `Ik bedoel ${topic}`,
  notRight: "Klopt niet",
  propose: "Voorstel versturen",
  back: "Terug",
  accept: "Akkoord",
  refuse: "Niet akkoord",
} as const;
