/**
 * The language status item of plans: whether the plan in the active editor is checked, against which framework, and what
 * stands between it and being agreed. It says everything in words; colour only repeats it.
 */

import * as vscode from 'vscode';
import type { PlanStatus } from './plan-status.js';

export interface StatusItem extends vscode.Disposable {
  /** The server has told how a plan stands. */
  show(status: PlanStatus): void;
  /** What the server is doing; a server that does not run is told of instead of any plan's standing. */
  setServer(state: ServerState): void;
  /** The documents that are no longer given to the server. */
  setWithheld(uris: readonly string[]): void;
}

export type ServerState = 'starting' | 'running' | 'stopped';

const { Error: ErrorSeverity, Information, Warning } = vscode.LanguageStatusSeverity;

/** A status item for all plans, kept current until it is disposed of. */
export function createStatusItem(): StatusItem {
  const item = vscode.languages.createLanguageStatusItem('onePlan.status', { language: 'oneplan' });
  item.name = 'One Plan';
  const known = new Map<string, PlanStatus>();
  let server: ServerState = 'starting';
  let withheld: readonly string[] = [];

  const refresh = () => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
    const isWithheld = withheld.includes(uri);
    const looks = server === 'running' ? describePlan(known.get(uri), isWithheld) : describeServer(server);
    item.busy = looks.busy;
    item.text = looks.text;
    item.detail = looks.detail;
    item.severity = looks.severity;
    item.command = server === 'stopped' || isWithheld ? RESTART : SHOW_PROBLEMS;
  };
  refresh();

  const listeners = [
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.workspace.onDidCloseTextDocument(document => known.delete(document.uri.toString())),
  ];
  return {
    show: status => {
      known.set(status.uri, status);
      refresh();
    },
    setServer: state => {
      server = state;
      if (state !== 'running') known.clear();
      refresh();
    },
    setWithheld: uris => {
      withheld = uris;
      refresh();
    },
    dispose: () => vscode.Disposable.from(item, ...listeners).dispose(),
  };
}

const RESTART: vscode.Command = { command: 'onePlan.restartServer', title: 'Check it again' };
const SHOW_PROBLEMS: vscode.Command = { command: 'workbench.actions.view.problems', title: 'Show the list' };

interface Looks {
  readonly text: string;
  readonly detail: string;
  readonly severity: vscode.LanguageStatusSeverity;
  readonly busy: boolean;
}

function describeServer(server: 'starting' | 'stopped'): Looks {
  if (server === 'starting')
    return { text: 'Starting to check', detail: 'One Plan', severity: Information, busy: true };
  return { text: 'Not checked', detail: 'The language server does not run', severity: ErrorSeverity, busy: false };
}

function describePlan(status: PlanStatus | undefined, isWithheld: boolean): Looks {
  if (isWithheld) {
    return {
      text: 'Not checked',
      detail: 'The checker stopped twice on this plan',
      severity: ErrorSeverity,
      busy: false,
    };
  }
  if (status === undefined) return { text: 'Checking', detail: 'One Plan', severity: Information, busy: true };
  const counts = `${count(status.errors, 'error')}, ${count(status.warnings, 'warning')}`;
  const against = status.framework === '' ? '' : ` against ${status.framework}`;
  const detail = status.checked ? `Checked${against}: ${counts}` : `Only the form is checked: ${counts}`;
  const severity = status.errors > 0 ? ErrorSeverity : status.toAgree > 0 ? Warning : Information;
  return { text: status.message, detail, severity, busy: false };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
