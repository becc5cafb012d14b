import { print, type Io } from "./command.ts";

/** Does something with a path that was given; when that is a wrong path, says so and comes back as undefined. */
export async function unlessWrongPath<T>(
  io: Io,
  path: string,
  act: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    const problem = problemOf(error, path);
    if (problem === undefined) throw error;
    print(io.stderr, problem);
    return undefined;
  }
}

function problemOf(error: unknown, path: string): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return `${path} does not exist.`;
  if (code === "ENOTDIR" || code === "EEXIST")
    return `${path} is not a folder, and no JSON file by its name.`;
  if (code === "EISDIR") return `${path} is a folder.`;
  if (code === "EACCES" || code === "EPERM") return `There is no permission for ${path}.`;
  return undefined;
}
