import { describeCompletion } from '../../../completion/behaviour';

describeCompletion('bash');
