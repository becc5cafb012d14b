/** The beginning of a long text, cut between words; what is short enough stays as it is. */
export function briefly(typed: string, longest: number): string {
  if (typed.length <= longest) return typed;
  const cut = typed.slice(0, longest);
  const space = cut.lastIndexOf(" ");
  return `${space > longest / 2 ? cut.slice(0, space) : cut}…`;
}
