import { describeCompletion } from './behaviour';

describe.each(['zsh', 'fish'] as const)('%s', describeCompletion);
