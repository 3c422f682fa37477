/**
 * Editor = command line: every sample and every fixture of a rule goes through both as processes, and what they find is the
 * same to the last place and word.
 */
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { type FolderOfPlans, folderOfPlans } from '../support/folder-of-plans';
import { LspClient } from '../support/lsp-client';
import { oneplan, root } from '../support/oneplan';

/** A finding as both tell it. */
interface Told {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly place: string;
  readonly related: readonly string[];
  readonly fingerprint: string;
}

describe('the editor and the command line', () => {
  let folder: FolderOfPlans;
  let client: LspClient;
  beforeEach(() => {
    folder = folderOfPlans();
  });
  afterEach(async () => {
    await client.stop();
    folder.dispose();
  });

  for (const settings of ['', 'as: agreed\ntoday: 2018-06-30\n']) {
    const how = settings === '' ? 'by their own status' : 'as agreed';

    it(`find the same in every sample, judged ${how}`, async () => {
      cpSync(join(root, 'samples'), folder.path, { recursive: true });
      await compare(settings);
    });

    it(`find the same in every fixture of a rule, judged ${how}`, async () => {
      for (const [path, text] of fixtureFiles()) folder.write(path, text);
      await compare(settings);
    });
  }

  it('find the same in a plan that is open as in one that is not', async () => {
    cpSync(join(root, 'samples'), folder.path, { recursive: true });
    client = await LspClient.start({ folders: [folder.uri] });
    const unopened = await client.workspace();
    for (const [uri, found] of unopened) {
      if (!uri.endsWith('.plan.yaml')) continue;
      await client.open(uri, readFileSync(new URL(uri), 'utf8'));
      assert.deepEqual((await client.diagnostics(uri)).map(inWords), found.map(inWords), uri);
      await client.close(uri);
    }
    assert.ok(unopened.size > 20);
  });

  async function compare(settings: string): Promise<void> {
    if (settings !== '') folder.write('oneplan.config.yaml', settings);
    client = await LspClient.start({ folders: [folder.uri] });
    const found = await client.workspace();
    // The command line lists a configuration only when something is wrong with it.
    const listed = [...found].filter(([uri, all]) => all.length > 0 || !uri.endsWith('/oneplan.config.yaml'));
    const inEditor = new Map(listed.map(([uri, all]) => [pathOf(uri), all.map(asTold)]));
    const onCommandLine = lint();
    assert.deepEqual([...inEditor.keys()].sort(), [...onCommandLine.keys()].sort());
    for (const [path, told] of onCommandLine) assert.deepEqual(inEditor.get(path), told, path);
    assert.ok(onCommandLine.size > 20);
  }

  function lint(): ReadonlyMap<string, readonly Told[]> {
    const report = JSON.parse(oneplan(folder.path, ['lint', '--format', 'json']).out) as LintOutput;
    return new Map(
      report.files.map(file => [
        file.path,
        file.problems.map(({ rule, severity, message, range, related, fingerprint }) => {
          return {
            rule,
            severity,
            message,
            place: placeOf(range),
            related: related.map(other => `${other.path} ${placeOf(other.range)} ${other.message}`),
            fingerprint,
          };
        }),
      ]),
    );
  }

  function asTold({ code, severity, message, range, relatedInformation = [], data }: Diagnostic): Told {
    return {
      rule: String(code),
      severity: ['', 'error', 'warning', 'info'][severity ?? 0] ?? '',
      message: String(message),
      place: placeOf(fromOne(range)),
      related: relatedInformation.map(
        ({ location, message: told }) => `${pathOf(location.uri)} ${placeOf(fromOne(location.range))} ${told}`,
      ),
      fingerprint: (data as { fingerprint: string }).fingerprint,
    };
  }

  function pathOf(uri: string): string {
    return relative(folder.path, new URL(uri).pathname);
  }
});

interface LintRange {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

interface LintOutput {
  readonly files: readonly {
    readonly path: string;
    readonly problems: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly range: LintRange;
      readonly related: readonly { readonly path: string; readonly range: LintRange; readonly message: string }[];
      readonly fingerprint: string;
    }[];
  }[];
}

function placeOf({ start, end }: LintRange): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

function fromOne({ start, end }: Diagnostic['range']): LintRange {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}

function inWords({ code, message, range }: Diagnostic): string {
  return `${placeOf(fromOne(range))} ${code} ${message}`;
}

/** The documents of every fixture, without markers, each fixture in a folder of its own. */
function* fixtureFiles(): Generator<readonly [string, string]> {
  const fixtures = join(root, 'test', 'rules');
  for (const name of readdirSync(fixtures).filter(file => file.endsWith('.plan.yaml'))) {
    const content = readFileSync(join(fixtures, name), 'utf8').replace(
      /^\s*#\s*\^+ (?:error|warning|info)\[.*\n/gm,
      '',
    );
    const [first = '', ...others] = content.split(/^(?=# --- )/m);
    const folder = name.replace('.plan.yaml', '');
    yield [`${folder}/${name}`, first];
    for (const other of others) {
      const path = /^# --- (\S+)/.exec(other)?.[1] ?? '';
      yield [`${folder}/${path}`, other.replace(/^.*\n/, '')];
    }
  }
}
