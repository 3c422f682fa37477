/** The command behind "3 references" above a scheme: shows the locations that the server sent. */

import * as vscode from 'vscode';
import type { BaseLanguageClient, Location, Position } from 'vscode-languageclient';

/** `asked` holds the command's arguments: a document, a position in it, and locations. */
export async function showReferences(
  convert: BaseLanguageClient['protocol2CodeConverter'],
  asked: readonly unknown[],
): Promise<void> {
  const [uri, position, places] = asked;
  if (typeof uri !== 'string' || typeof position !== 'object' || !Array.isArray(places)) return;
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    convert.asUri(uri),
    convert.asPosition(position as Position),
    (places as Location[]).map(place => convert.asLocation(place)),
  );
}
