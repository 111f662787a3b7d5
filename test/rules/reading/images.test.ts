import { looksImmutable, looksMoving } from '../../../lib/rules/reading/images';

test.each([
  '1.4.2',
  'v1.4.2',
  '1.4.2-alpine',
  '1.27.3-rc.1',
  '3f2a9c1',
  'sha-3f2a9c1',
  'main-3f2a9c1',
  '20240131-17',
  '2024.01.31',
  'build-2024-01-31',
  'v20231011-8b53cabe0',
])('tag %s looks immutable and does not move', (tag) => {
  expect(looksImmutable(tag)).toBe(true);
  expect(looksMoving(tag)).toBe(false);
});

test.each([
  'main',
  'master',
  'stable',
  'edge',
  'nightly',
  'dev',
  '7',
  'v1',
  '15-alpine',
  'alpine',
  'bookworm',
  'lts-slim',
  'alpine3.20',
  'Stable',
])('tag %s moves', (tag) => {
  expect(looksMoving(tag)).toBe(true);
  expect(looksImmutable(tag)).toBe(false);
});

test.each(['1.27', 'v0.10', '7.4-alpine', 'release-17', 'canary-blue'])('of tag %s neither can be said', (tag) => {
  expect([looksMoving(tag), looksImmutable(tag)]).toEqual([false, false]);
});
