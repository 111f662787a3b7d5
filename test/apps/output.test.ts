import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { Testing } from 'cdk8s';
import { parseAllDocuments, visit } from 'yaml';
import { APPS } from '../../apps/apps';
import { objectOf } from '../../lib/kubernetes/views/json';
import { type Files, filesBelow, withFolder, write } from './written';

// A process of its own, and every app several times.

const ROOT = resolve(__dirname, '../..');
const CDK8S = join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s');

/** Runs the real command, as users do. */
function cdk8sSynth(): Promise<Files> {
  return withFolder((folder) => {
    execFileSync(process.execPath, [CDK8S, 'synth', '--check-upgrade=false', '--output', folder], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'test' },
      stdio: 'pipe',
    });
    return filesBelow(folder);
  });
}

describe('cdk8s synth', () => {
  let files: Files = new Map();

  beforeAll(async () => {
    files = await cdk8sSynth();
  });

  test('writes YAML and nothing else, at least one file an app', () => {
    const paths = [...files.keys()];
    expect(paths.filter((path) => !path.endsWith('.yaml'))).toEqual([]);
    expect([...new Set(paths.map((path) => path.split('/')[0]))]).toEqual(APPS.map(({ name }) => name));
  });

  test('writes documents that any reader can take apart: objects, without anchors or aliases', () => {
    for (const [path, text] of files) {
      const documents = Array.from(parseAllDocuments(text));
      expect(documents.length).toBe(text.split(/^---$/m).length);
      for (const document of documents) {
        expect([path, document.errors]).toEqual([path, []]);
        visit(document, {
          Alias: () => {
            throw new Error(`${path} has an alias`);
          },
          Node: (_, node) => {
            if ('anchor' in node && node.anchor !== undefined) throw new Error(`${path} has the anchor ${node.anchor}`);
          },
        });
        const { apiVersion, kind, metadata } = objectOf(document.toJSON());
        expect([typeof apiVersion, typeof kind, typeof objectOf(metadata).name]).toEqual([
          'string',
          'string',
          'string',
        ]);
      }
    }
  });

  test('writes the same bytes as an App in this process, and as that App once more', async () => {
    for (const { name, build } of APPS) {
      const ofApp = new Map([...files].filter(([path]) => path.startsWith(`${name}/`)));
      for (let run = 0; run < 2; run++) {
        const again = await withFolder((folder) => {
          write(build, join(folder, name));
          return filesBelow(folder);
        });
        expect(again).toEqual(ofApp);
      }
    }
  });
});

test('one App that is synthesized twice writes the same bytes', async () => {
  for (const { build } of APPS) {
    await withFolder((outdir) => {
      const app = Testing.app({ outdir });
      build(app);
      app.synth();
      const first = filesBelow(outdir);
      app.synth();
      expect(filesBelow(outdir)).toEqual(first);
    });
  }
});
