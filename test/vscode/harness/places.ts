/** Where the VS Code tests find their sources and put what they make. Nothing outside these folders and the temporary folder is written. */

import * as path from 'node:path';

/** The repository. */
export const root = path.resolve(__dirname, '../../..');
/** Editors and browsers that were fetched once; safe to delete. */
export const cache = path.join(root, '.vscode-test');
/** The tests as they run inside the extension host: one file for each folder of tests. */
export const bundledTests = (folder: string): string => path.join(root, 'dist', 'test-vscode', `${folder}.js`);
/** Screenshots and logs, kept as artefacts. */
export const results = path.join(root, 'test-results');
/** The folder of plans that a run opens; each run works on a copy. */
export const workspaceTemplate = path.join(root, 'test', 'vscode', 'workspace');
/** A sample that is still being written and lints clean; it is copied into the workspace as `wirral.plan.yaml`. */
export const sample = path.join(root, 'samples', 'options', 'health-and-wellbeing-board.plan.yaml');
