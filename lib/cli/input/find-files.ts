import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Glob } from './glob';

/** What a tool has to render first: the folder of a Helm chart or of a kustomization. */
export interface ManifestSource {
  readonly folder: string;
  readonly file: string;
  readonly tool: 'helm' | 'kustomize';
}

/** What a path argument stands for. */
export interface FoundFiles {
  readonly files: readonly string[];
  readonly isFolder: boolean;
  /** Left out of `files`: what no cluster takes. */
  readonly sources: readonly ManifestSource[];
}

/**
 * Lists the files of a path argument: the file itself, or every .yaml, .yml and .json below a folder, in the order of
 * their names. Hidden folders and node_modules are left out.
 *
 * @throws the file system's error if the path cannot be read
 */
export function findFiles(path: string): FoundFiles {
  if (!statSync(path).isDirectory()) return { ...withoutSources([path]), isFolder: false };
  return { ...withoutSources(filesBelow(path, { enters: isOpen, takes: isManifestName })), isFolder: true };
}

/** Takes Chart.yaml and kustomization.yaml out of a list of files. */
export function withoutSources(files: readonly string[]): Pick<FoundFiles, 'files' | 'sources'> {
  const sources = files.flatMap((file) => {
    const tool = toolOf(basename(file));
    return tool === undefined ? [] : [{ folder: dirname(file), file, tool }];
  });
  if (sources.length === 0) return { files, sources };
  const left = new Set(sources.map(({ file }) => file));
  return { files: files.filter((file) => !left.has(file)), sources };
}

/** Lists the files that a glob matches, in the order of their names. */
export function findByGlob({ start, entersHidden, entersPackages, namesExtension, matches }: Glob): readonly string[] {
  if (statSync(start, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return filesBelow(start, {
    enters: (name) =>
      isOpen(name) || (entersHidden && name.startsWith('.')) || (entersPackages && name === 'node_modules'),
    takes: (name, path) => (namesExtension || isManifestName(name)) && matches(path),
  });
}

/** Which folders a search enters, and which files it takes. */
interface Search {
  readonly enters: (name: string) => boolean;
  readonly takes: (name: string, path: string) => boolean;
}

/** The files below a folder, in the order of their names. */
function filesBelow(folder: string, search: Search): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return search.enters(entry.name) ? filesBelow(path, search) : [];
    return search.takes(entry.name, path) && (entry.isFile() || isFile(path)) ? [path] : [];
  });
}

/** A folder that neither is hidden nor holds packages. */
function isOpen(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}

function isManifestName(name: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(name);
}

function toolOf(name: string): ManifestSource['tool'] | undefined {
  if (name === 'Chart.yaml') return 'helm';
  return /^kustomization\.ya?ml$/.test(name) ? 'kustomize' : undefined;
}

/** A symbolic link to a file counts as one, as the files of a mounted ConfigMap are such links. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
