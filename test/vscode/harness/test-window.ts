/** What the two kinds of VS Code window (desktop and registry) have in common, so that one run drives either. */

import type { Page } from 'playwright-core';

/** What a window is to open. */
export interface WindowRequest {
  /** Absolute path of the folder that VS Code opens. */
  readonly workspace: string;
  /** A fresh folder for settings and state, removed after the run. */
  readonly profile: string;
  /** Absolute path of the extension under test. */
  readonly extension: string;
  /** The tests, bundled for the extension host. */
  readonly tests: string;
  /** The language that the window is to have, other than English. */
  readonly language: string | undefined;
  /** A packaged extension to install instead of loading the sources, if any. */
  readonly vsix: string | undefined;
  /** Environment of the extension host: where the bridge listens. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A VS Code window in which the tests run. */
export interface TestWindow {
  /** Which VS Code it is, for the summary. */
  readonly name: string;
  /** Resolves when the page can be driven, as a person would. */
  readonly page: Promise<Page>;
  /** Resolves when the runner in the extension host has ended; rejects when the window dies before that. */
  readonly ended: Promise<void>;
  /** Closes the window and every process that belongs to it. Never throws. */
  close(): Promise<void>;
}
