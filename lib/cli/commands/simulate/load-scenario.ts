import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { readScenario, type Scenario } from '../../../rollout/reading/scenario';
import { CouldNotRun } from '../../could-not-run';

/**
 * Reads a scenario file, YAML or JSON.
 *
 * @throws CouldNotRun if it cannot be read, or says what no scenario can
 */
export function loadScenario(file: string): Scenario {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CouldNotRun(`scenario ${file} cannot be read`);
  }
  try {
    return readScenario(load(text));
  } catch (error) {
    throw new CouldNotRun(`${file}: ${(error as Error).message}`);
  }
}
