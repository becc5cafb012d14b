/**
 * Takes out of a text what may never stand in a log: secrets and tokens, and what tells of people. The last line of
 * defence: what Kernwijzer writes itself holds nothing of the kind, but the messages of packages quote what they were
 * given. Names and sentences have no shape, so everything between double quotes goes.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  let left = text;
  // Before anything else: what is taken out of the middle would leave the rest of a secret.
  for (const secret of secrets) if (secret !== "") left = left.replaceAll(secret, "[secret]");
  // From the first quote to the last: what is quoted may hold quotes itself.
  return mask(left.replaceAll(/"[^\n]*"/g, '"…"'));
}

/** The part of it that goes by shape alone, for a text whose words somebody needs to find their own mistake. */
export function mask(text: string): string {
  return SHAPES.reduce((left, [shape, instead]) => left.replaceAll(shape, instead), text);
}

const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN[\s\S]*?(?:-----END[^-]*-----|$)/g, "[secret]"],
  [/\beyJ[\w-]+(?:\.[\w-]*){1,4}/g, "[token]"],
  [/\b(Bearer|Basic)\s+\S+/gi, "$1 [token]"],
  // An address keeps its host: a path or a query may hold a token, and what stands before the host a password.
  [/\b([a-z][a-z+.-]*:\/\/)[^\s/@]*@/gi, "$1"],
  [/\b(https?|wss?|postgres(?:ql)?):\/\/([^\s/?#'<>)]+)[^\s'<>)]*/gi, "$1://$2"],
  [/\b(client_secret|client_assertion|access_token|password|sig|code)=[^\s&]+/gi, "$1=[secret]"],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi, "[e-mail]"],
  [/(?<![\w+-])(?:\+31|0031|0)(?:[\s-]?\d){9}(?!\w)/g, "[number]"],
];
