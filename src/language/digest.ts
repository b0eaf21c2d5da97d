/** The files of a version's folder by name, without tests. */
export type VersionFiles = Readonly<Record<string, string>>;

export interface DigestedVersion {
  readonly chain: string;
  readonly version: number;
  readonly published: boolean;
  readonly digest: string;
}

/**
 * The digest of a version's files: names and contents, in order of name; how lines end does not count, for that differs
 * per checkout. The hash is given, since this room has no cryptography of its own.
 */
export function digestOf(files: VersionFiles, sha256: (text: string) => string): string {
  const names = Object.keys(files).toSorted();
  return sha256(JSON.stringify(names.map((name) => [name, (files[name] ?? '').replaceAll(/\r\n?/g, '\n')])));
}

/** What is wrong with the list of published versions ('chain@version' -> digest), one readable line each. */
export function publicationProblems(
  versions: readonly DigestedVersion[],
  listed: Readonly<Record<string, string>>,
): readonly string[] {
  const frozen = new Map(
    versions.filter(({ published }) => published).map((each) => [`${each.chain}@${each.version}`, each.digest]),
  );
  const strays = Object.keys(listed).filter((name) => !frozen.has(name));
  return [
    ...[...frozen].flatMap(([name, digest]) => versionProblems(name, digest, listed)),
    ...strays.map((name) => `${name} is listed and is not a published version`),
  ];
}

function versionProblems(name: string, digest: string, listed: Readonly<Record<string, string>>): string[] {
  if (!Object.hasOwn(listed, name)) return [`${name} is published and not listed: its digest is ${digest}`];
  if (listed[name] === digest) return [];
  return [`${name} was changed after it was published: take the change back and make the next version`];
}
