/** The commands that the package has. The others want Cloudflare's tools and the sources. */
export const COMMANDS = ["start", "import", "verify", "partners", "backup", "restore", "export"] as const;

/** As much of package.json as matters here. */
export interface PackageManifest {
  scripts: Record<string, string>;
  [field: string]: unknown;
}

/** The fields that the package has from the clone as they are. */
const KEPT = [
  "name",
  "version",
  "private",
  "description",
  "license",
  "type",
  "engines",
  "bin",
  "exports",
  "files",
  "optionalDependencies",
];

/** The package's own package.json: what it imports is in its files. */
export const packedManifest = (manifest: PackageManifest): PackageManifest => ({
  ...Object.fromEntries(KEPT.flatMap((field) => (field in manifest ? [[field, manifest[field]]] : []))),
  scripts: Object.fromEntries(COMMANDS.map((name) => [name, packedScript(name, manifest.scripts[name] ?? "")])),
});

/** Whether it is the package's: the clone's has the script that makes that one. */
export const isPacked = ({ scripts }: PackageManifest): boolean => !("prepack" in scripts);

/** The same flags of Node's, and the bundle in place of the source. */
function packedScript(name: string, script: string): string {
  const flags = script
    .split(" ")
    .slice(1, -1)
    .join(" ")
    .replaceAll(/--import \S+ ?/g, "")
    .trim();
  return ["node", flags, `dist/cli/${name}.js`].filter(Boolean).join(" ");
}
