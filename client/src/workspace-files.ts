/**
 * Reads and finds files for a server without a disk: in the browser, and for virtual workspaces anywhere. Reads only
 * files in a folder of the workspace.
 */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { TextOfFile } from '../../server/src/protocol.js';
import { ownRequest } from './own-methods.js';

/** Answers the server's requests for files until disposed of. */
export function serveWorkspaceFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(ownRequest('oneplan/readFile'), ({ uri, most }) => readFile(vscode.Uri.parse(uri), most)),
    client.onRequest(ownRequest('oneplan/findPlans'), async ({ folder }) => {
      const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder), '**/*.plan.{yaml,yml}');
      return (await vscode.workspace.findFiles(pattern)).map(uri => uri.toString());
    }),
  );
}

/** The text of a file of at most `most` bytes. */
async function readFile(uri: vscode.Uri, most: number): Promise<TextOfFile> {
  if (!vscode.workspace.getWorkspaceFolder(uri)) return { why: vscode.l10n.t('lies outside the folder of the plans') };
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0) return { why: vscode.l10n.t('is no file with text in it') };
    if (size > most) return { why: vscode.l10n.t('is too large to be read') };
    const bytes = await vscode.workspace.fs.readFile(uri);
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    return {
      why: error instanceof TypeError ? vscode.l10n.t('is not readable as text') : vscode.l10n.t('is not there'),
    };
  }
}
