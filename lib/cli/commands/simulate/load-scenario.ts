import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { readScenario, type Scenario } from '../../../rollout/reading/scenario';
import { orCouldNotRun } from '../../frame/could-not-run';

/**
 * Reads a scenario file, YAML or JSON.
 *
 * @throws CouldNotRun if it cannot be read, or says what no scenario can
 */
export function loadScenario(file: string): Scenario {
  const text = orCouldNotRun(
    () => readFileSync(file, 'utf8'),
    () => `scenario ${file} cannot be read`,
  );
  return orCouldNotRun(
    () => readScenario(load(text)),
    (reason) => `${file}: ${reason}`,
  );
}
