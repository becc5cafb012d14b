import { PNG } from "pngjs";
import type { Manifest } from "./manifest.ts";

/** What is wrong with the two icons Teams wants, each with what to do. */
export function brokenIcons(files: ReadonlyMap<string, Uint8Array>, { icons }: Manifest): readonly string[] {
  return [
    ...imageProblems(files, icons.color, 192, () => undefined),
    ...imageProblems(files, icons.outline, 32, notWhiteOnNothing),
  ];
}

function imageProblems(
  files: ReadonlyMap<string, Uint8Array>,
  name: string,
  size: number,
  wrongWith: (image: PNG) => string | undefined,
): readonly string[] {
  const image = read(files.get(name));
  if (image === undefined) return [`${name} is missing or no PNG. Put a PNG of ${size} by ${size} there.`];
  const { width, height } = image;
  if (width !== size || height !== size) {
    return [`${name} is ${width} by ${height} pixels, and Teams takes ${size} by ${size}. Draw it again.`];
  }
  const wrong = wrongWith(image);
  return wrong === undefined ? [] : [`${name} ${wrong}`];
}

function read(bytes: Uint8Array | undefined): PNG | undefined {
  if (bytes === undefined) return undefined;
  try {
    return PNG.sync.read(Buffer.from(bytes));
  } catch {
    return undefined; // whatever it is, it is no PNG, and that is told
  }
}

/** Teams colours the outline itself and takes it for a mask: what is not white on transparent would be a blot. */
function notWhiteOnNothing({ data }: PNG): string | undefined {
  let seenThrough = 0;
  let coloured = 0;
  let drawn = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue, alpha] = data.subarray(at, at + 4);
    if (alpha === 0) seenThrough += 1;
    else if (red === 255 && green === 255 && blue === 255) drawn += 1;
    else coloured += 1;
  }
  if (coloured > 0) return "has other colours than white. Draw it in white on a transparent ground.";
  if (seenThrough === 0) return "has no transparent ground. Draw it in white on nothing.";
  return drawn === 0 ? "shows nothing. Draw the outline in white." : undefined;
}
