export const slow = {
  title: "Dit duurt langer dan normaal",
  explain: "Ik ben er nog mee bezig. Er gaat niets verloren. Kijk zo meteen of het gelukt is.",
} as const;
