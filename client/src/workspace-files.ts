/**
 * Reads and finds files for a language server that has no disk: in the browser, and of virtual workspaces anywhere. Only
 * what lies in a folder of the workspace is ever read.
 */

import * as vscode from 'vscode';
import { type BaseLanguageClient, RequestType } from 'vscode-languageclient';

/** The text of a file, or why it cannot be read, to follow "The file". */
type FileText = { readonly text: string } | { readonly why: string };

const readFileRequest = new RequestType<{ readonly uri: string }, FileText, void>('oneplan/readFile');
const findPlansRequest = new RequestType<{ readonly folder: string }, readonly string[], void>('oneplan/findPlans');

/** In bytes; the same as for a server that reads the disk. */
const LARGEST = 16 * 1024 * 1024;

/** Answers what the server asks about files for as long as the result is not disposed of. */
export function serveWorkspaceFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(readFileRequest, ({ uri }) => readFile(vscode.Uri.parse(uri))),
    client.onRequest(findPlansRequest, async ({ folder }) => {
      const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder), '**/*.plan.{yaml,yml}');
      return (await vscode.workspace.findFiles(pattern)).map(uri => uri.toString());
    }),
  );
}

async function readFile(uri: vscode.Uri): Promise<FileText> {
  if (!vscode.workspace.getWorkspaceFolder(uri)) return { why: vscode.l10n.t('lies outside the folder of the plans') };
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0) return { why: vscode.l10n.t('is no file with text in it') };
    if (size > LARGEST) return { why: vscode.l10n.t('is too large to be read') };
    const bytes = await vscode.workspace.fs.readFile(uri);
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    return {
      why: error instanceof TypeError ? vscode.l10n.t('is not readable as text') : vscode.l10n.t('is not there'),
    };
  }
}
