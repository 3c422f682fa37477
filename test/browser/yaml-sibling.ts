/**
 * A small extension that takes every YAML file for its own, as YAML extensions do, finds fault with each of them and
 * has something to say of every word.
 */

const manifest = {
  name: 'yaml-sibling',
  publisher: 'test',
  version: '1.0.0',
  engines: { vscode: '^1.91.0' },
  browser: './main.js',
  activationEvents: ['onStartupFinished'],
  contributes: {
    languages: [
      {
        id: 'yaml',
        extensions: ['.yaml', '.yml'],
        filenamePatterns: ['*.yaml', '*.yml'],
        firstLine: '^(---|[a-z_]+:)',
      },
    ],
  },
};

const main = `
const vscode = require('vscode');
exports.activate = context => {
  const found = vscode.languages.createDiagnosticCollection('yaml-sibling');
  const check = document => {
    if (document.languageId !== 'yaml') return;
    const finding = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 1), 'The sibling has read this file');
    finding.source = 'yaml-sibling';
    found.set(document.uri, [finding]);
  };
  vscode.workspace.textDocuments.forEach(check);
  const hover = { provideHover: () => new vscode.Hover('The sibling knows this word') };
  context.subscriptions.push(vscode.languages.registerHoverProvider('yaml', hover));
  context.subscriptions.push(found, vscode.workspace.onDidOpenTextDocument(check));
};
`;

/** The files of the extension by their names. */
export const siblingFiles: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify(manifest),
  'main.js': main,
};
