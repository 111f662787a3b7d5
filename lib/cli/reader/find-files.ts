import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a path argument stands for. */
export interface FoundFiles {
  readonly files: readonly string[];
  readonly isFolder: boolean;
  /** Folders that hold the source of manifests, not manifests: of a Helm chart or a kustomization. */
  readonly sources: ReadonlyArray<{ readonly folder: string; readonly tool: 'helm' | 'kustomize' }>;
}

/**
 * Lists the files of a path argument: the file itself, or every .yaml, .yml and .json below a folder, in the order of
 * their names. Hidden folders and node_modules are left out, and so are Chart.yaml and kustomization.yaml themselves,
 * which no cluster takes.
 *
 * @throws the file system's error if the path cannot be read
 */
export function findFiles(path: string): FoundFiles {
  if (!statSync(path).isDirectory()) return { files: [path], isFolder: false, sources: [] };
  const files: string[] = [];
  const sources: Array<{ folder: string; tool: 'helm' | 'kustomize' }> = [];
  const visit = (folder: string) => {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const below = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && entry.name !== 'node_modules') visit(below);
      } else if (MANIFEST.test(entry.name) && (entry.isFile() || isFile(below))) {
        if (entry.name === 'Chart.yaml') sources.push({ folder, tool: 'helm' });
        else if (KUSTOMIZATION.test(entry.name)) sources.push({ folder, tool: 'kustomize' });
        else files.push(below);
      }
    }
  };
  visit(path);
  return { files, isFolder: true, sources };
}

const MANIFEST = /\.(?:ya?ml|json)$/i;
const KUSTOMIZATION = /^kustomization\.ya?ml$/;

/** A symbolic link to a file counts as one, as the files of a mounted ConfigMap are such links. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
