import { dirname, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Level } from '../../check/options';
import { KubernetesVersion } from '../../kubernetes/versions/kubernetes-version';
import { describeRef } from '../../kubernetes/views/manifest';
import { parseRoute, type Route } from '../../lifecycle/routes/route';
import { CouldNotRun, orCouldNotRun } from '../frame/could-not-run';
import { loadRules } from './load-rules';
import { type ReadConfig, readConfig } from './read-config';
import { RuleNames } from './rule-names';
import type { LevelsByRule } from './schema';
import type { AcknowledgementPattern, Settings } from './settings';

/**
 * Reads a configuration file into settings.
 *
 * @throws CouldNotRun with place and reason if it is wrong
 */
export function loadConfig(file: string): Partial<Settings> {
  const read = readConfig(file);
  const { kubernetesVersion, privateRegistries, failOn, severity } = read.config;
  const folder = dirname(resolve(file));
  const extraRules = (read.config.rules ?? []).flatMap((pattern, index) =>
    loadRules(folder, pattern, read.placeOf(`rules[${index}]`)),
  );
  const names = new RuleNames(extraRules);
  refuseUnknownRules(read, names);
  const { placeOf } = read;
  const levelsOf = (levels: LevelsByRule, path: string): LevelsByRule =>
    Object.fromEntries(
      Object.entries(levels).map(([rule, level]) => [names.read(rule, placeOf(`${path}[${rule}]`)), level]),
    );
  return {
    ...(kubernetesVersion === undefined ? {} : { version: KubernetesVersion.of(kubernetesVersion) }),
    ...(failOn === undefined ? {} : { failOn }),
    route: routeOf(read),
    privateRegistries: privateRegistries ?? [],
    levels: levelsOf(severity ?? {}, 'severity'),
    levelIn: levelsIn(read, folder, levelsOf),
    extraRules,
    acknowledgements: acknowledgementsOf(read, folder, names),
    notes: names.notes,
  };
}

function routeOf({ config: { route }, placeOf }: ReadConfig): Route | undefined {
  if (route === undefined) return undefined;
  return orCouldNotRun(
    () => parseRoute(route),
    (reason) => `${placeOf('route')}: ${reason}`,
  );
}

function refuseUnknownRules({ config, placeOf }: ReadConfig, names: RuleNames): void {
  const named = [
    ...Object.keys(config.severity ?? {}).map((rule) => ({ rule, path: `severity[${rule}]` })),
    ...(config.overrides ?? []).flatMap(({ severity }, index) =>
      Object.keys(severity).map((rule) => ({ rule, path: `overrides[${index}].severity[${rule}]` })),
    ),
    ...(config.acknowledge ?? []).map(({ rule }, index) => ({ rule, path: `acknowledge[${index}].rule` })),
  ];
  const wrong = named.flatMap(({ rule, path }) => {
    const problem = names.problemWith(rule);
    return problem === undefined ? [] : [`${placeOf(path)}: ${problem}`];
  });
  if (wrong.length > 0) throw new CouldNotRun(wrong.join('\n'));
}

function levelsIn(
  { config }: ReadConfig,
  folder: string,
  levelsOf: (levels: LevelsByRule, path: string) => LevelsByRule,
): Settings['levelIn'] {
  const overrides = (config.overrides ?? []).map(({ paths, severity }, index) => ({
    fits: matcher(paths, folder),
    severity: levelsOf(severity, `overrides[${index}].severity`),
  }));
  if (overrides.length === 0) return () => undefined;
  const read = new Map<string, Readonly<Record<string, Level | undefined>>>();
  return (rule, file) => {
    let levels = read.get(file);
    if (levels === undefined) {
      levels = Object.assign({}, ...overrides.filter(({ fits }) => fits(file)).map(({ severity }) => severity));
      read.set(file, levels ?? {});
    }
    return levels?.[rule];
  };
}

function acknowledgementsOf(
  { config, placeOf }: ReadConfig,
  folder: string,
  names: RuleNames,
): readonly AcknowledgementPattern[] {
  return (config.acknowledge ?? []).map(({ rule, reason, paths, objects }, index) => {
    const fits = matcher(paths ?? ['**'], folder);
    const isMeant = objects === undefined ? () => true : picomatch([...objects], { dot: true });
    return {
      rule: names.read(rule, placeOf(`acknowledge[${index}].rule`)),
      reason,
      covers: (file, object) => (paths === undefined || fits(file)) && isMeant(describeRef(object)),
      place: `${placeOf(`acknowledge[${index}]`)}:`,
    };
  });
}

function matcher(globs: readonly string[], folder: string): (file: string) => boolean {
  const matches = picomatch([...globs], { dot: true });
  return (file) => matches(relative(folder, resolve(file)).split(sep).join('/'));
}
