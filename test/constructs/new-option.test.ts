import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const CONSTRUCTS = join(ROOT, 'lib/constructs');

const files = readdirSync(CONSTRUCTS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join(CONSTRUCTS, file), 'utf8') }));

/** Where an option may be spoken of, in the order in which it passes: told, checked, decided, written. */
const PLACES = {
  interface: /(-options|-props)\.ts$/,
  check: /^props\//,
  plan: /^plan\//,
  json: /^json\//,
};

test.each(['enableServiceLinks', 'hostPort', 'stopSignal', 'resizePolicy', 'podReplacementPolicy'])(
  'the option %s is spoken of in at most five places, all of them those that CONTRIBUTING names',
  (option) => {
    const named = files.filter(({ text }) => new RegExp(`\\b${option}\\b`).test(text)).map(({ file }) => file);
    expect(named.length).toBeGreaterThan(1);
    expect(named.length).toBeLessThanOrEqual(5);
    expect(named.filter((file) => !Object.values(PLACES).some((place) => place.test(file)))).toEqual([]);
  },
);

test('CONTRIBUTING names the places that a new option touches', () => {
  const text = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const sentence = text.split('\n- ').find((each) => each.startsWith('A new option of a construct'));
  for (const place of ['`lib/constructs/props/`', '`lib/constructs/plan/`', '`lib/constructs/json/`']) {
    expect(sentence).toContain(place);
  }
});
