import { readFileSync } from "node:fs";
import { join } from "node:path";
import AjvDraft04 from "ajv-draft-04";

const FOLDER = join(import.meta.dirname, "../../manifest/schema");

/** Which of Microsoft's schemas; see manifest/schema/README.md. */
type SchemaName = "MicrosoftTeams" | "MicrosoftTeams.Localization";

// Their patterns are no valid Unicode ones, and the only format, uri, is the address of the schema itself.
const ajv = new AjvDraft04.default({
  allErrors: true,
  strict: false,
  unicodeRegExp: false,
  validateFormats: false,
});

/** What in `value` does not fit: the place in it and the validator's words. Empty when it fits. */
export function misfits(value: unknown, name: SchemaName): readonly string[] {
  const fits = ajv.getSchema(name) ?? ajv.addSchema(read(name), name).getSchema(name);
  if (fits === undefined) throw new Error(`the schema ${name} cannot be read`);
  if (fits(value)) return [];
  return (fits.errors ?? []).map(({ instancePath, message = "does not fit", params }) => {
    const { additionalProperty, allowedValue } = params as Readonly<Record<string, unknown>>;
    const which = additionalProperty ?? allowedValue;
    return `${instancePath === "" ? "the whole" : instancePath} ${message}${typeof which === "string" ? ` (${which})` : ""}`;
  });
}

function read(name: SchemaName): object {
  return JSON.parse(readFileSync(join(FOLDER, `${name}.schema.json`), "utf8")) as object;
}
