/**
 * The language status item of plans: whether the active plan is checked, by which framework, and what it needs to be
 * agreed. It says everything in words; colour only repeats it.
 */

import * as vscode from 'vscode';
import type { PlanStatus } from '../../server/src/protocol.js';

export interface StatusItem extends vscode.Disposable {
  /** The server sent the status of a plan. */
  show(status: PlanStatus): void;
  /** The state of the server; while it is not running, that is shown instead of a plan's status. */
  setServer(state: ServerState): void;
  /** The documents that are withheld from the server. */
  setWithheld(uris: readonly string[]): void;
}

type ServerState = 'starting' | 'running' | 'stopped';

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
    item.command = server === 'stopped' || isWithheld ? RESTART : listOf(known.get(uri));
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

const RESTART: vscode.Command = { command: 'onePlan.restartServer', title: vscode.l10n.t('Check it again') };
const SHOW_LIST: vscode.Command = { command: 'onePlan.showReadiness', title: vscode.l10n.t('Show the list') };
const SHOW_PROBLEMS: vscode.Command = {
  command: 'workbench.actions.view.problems',
  title: vscode.l10n.t('Show the problems'),
};

/** The command that lists what is left to do, for a plan that is judged by a framework. */
function listOf(status: PlanStatus | undefined): vscode.Command {
  return status?.checked && status.framework !== '' ? SHOW_LIST : SHOW_PROBLEMS;
}

interface Looks {
  readonly text: string;
  readonly detail: string;
  readonly severity: vscode.LanguageStatusSeverity;
  readonly busy: boolean;
}

function describeServer(server: 'starting' | 'stopped'): Looks {
  if (server === 'starting')
    return { text: vscode.l10n.t('Starting to check'), detail: 'One Plan', severity: Information, busy: true };
  return {
    text: vscode.l10n.t('Not checked'),
    detail: vscode.l10n.t('The language server does not run'),
    severity: ErrorSeverity,
    busy: false,
  };
}

function describePlan(status: PlanStatus | undefined, isWithheld: boolean): Looks {
  if (isWithheld) {
    return {
      text: vscode.l10n.t('Not checked'),
      detail: vscode.l10n.t('The checker stopped twice on this plan'),
      severity: ErrorSeverity,
      busy: false,
    };
  }
  if (status === undefined)
    return { text: vscode.l10n.t('Checking'), detail: 'One Plan', severity: Information, busy: true };
  const severity = status.errors > 0 ? ErrorSeverity : status.toAgree > 0 ? Warning : Information;
  return { text: status.message, detail: standingOf(status), severity, busy: false };
}

function standingOf({ checked, framework }: PlanStatus): string {
  if (!checked) return vscode.l10n.t('Only the form is checked');
  return framework === '' ? vscode.l10n.t('Checked') : vscode.l10n.t('Checked against {0}', framework);
}
