// For `setupFiles` of vitest: adds the matchers to its own `expect`, once for every test file.
import { expect } from 'vitest';
import testing from '../../dist/lib/testing/index.js';

expect.extend(testing.lifecycleMatchers);
