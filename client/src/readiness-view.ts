/**
 * The view *To be agreed*: the sections of the current plan with what each lacks, kept up to date. It queries the
 * server only while it is visible, and says everything in words.
 */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { PlanStatus, SectionOfReadiness as Section } from '../../server/src/protocol.js';
import { ownRequest } from './own-methods.js';

type ToDo = Section['toDo'][number];

export interface ReadinessView extends vscode.Disposable {
  /** The server sent a plan's status: the list may be outdated. */
  show(status: PlanStatus): void;
}

type Entry = { readonly section: Section } | { readonly toDo: ToDo };

/** The state of the view when its list is empty, which selects the welcome text. */
type State = 'no-plan' | 'list' | 'ready';

/** Creates the view; it lives until disposed of. */
export function createReadinessView(client: BaseLanguageClient): ReadinessView {
  const changed = new vscode.EventEmitter<undefined>();
  let sections: readonly Section[] = [];
  let plan: vscode.Uri | undefined;
  let asked = 0;
  const view = vscode.window.createTreeView<Entry>('onePlan.readiness', {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: entry => children(sections, entry),
      getTreeItem: entry => ('section' in entry ? sectionItem(entry.section) : toDoItem(entry.toDo, plan)),
    },
    showCollapseAll: true,
  });

  const refresh = async () => {
    const number = ++asked;
    plan = planInFront(plan);
    const uri = plan?.toString();
    if (!view.visible) return;
    const answer =
      uri === undefined || !client.isRunning()
        ? null
        : await client.sendRequest(ownRequest('oneplan/readiness'), { textDocument: { uri } }).catch(() => null);
    if (number !== asked) return;
    sections = answer?.sections ?? [];
    const toDo = sections.reduce((sum, section) => sum + section.toDo.length, 0);
    view.description = answer && plan ? nameOf(plan) : '';
    view.message = toDo > 0 ? vscode.l10n.t('{0} to do before this plan can be agreed', toDo) : '';
    void setState(answer === null ? 'no-plan' : toDo === 0 ? 'ready' : 'list');
    changed.fire(undefined);
  };
  const listeners = [
    vscode.window.onDidChangeActiveTextEditor(refresh),
    view.onDidChangeVisibility(refresh),
    vscode.workspace.onDidCloseTextDocument(refresh),
  ];
  void refresh();
  return {
    show: ({ uri }) => {
      if (planInFront(plan)?.toString() === uri || plan === undefined) void refresh();
    },
    dispose: () => vscode.Disposable.from(view, changed, ...listeners).dispose(),
  };
}

function setState(state: State): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', 'onePlan.readiness', state);
}

/** The plan in the active editor; while another editor is active, the last plan as long as it is open. */
function planInFront(before: vscode.Uri | undefined): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document;
  if (active?.languageId === 'oneplan') return active.uri;
  const isOpen = vscode.window.visibleTextEditors.some(
    ({ document }) => document.uri.toString() === before?.toString(),
  );
  return isOpen ? before : undefined;
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function children(sections: readonly Section[], entry: Entry | undefined): Entry[] {
  if (entry === undefined) return sections.map(section => ({ section }));
  return 'section' in entry ? entry.section.toDo.map(toDo => ({ toDo })) : [];
}

function sectionItem({ key, title, toDo }: Section): vscode.TreeItem {
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
  item.id = key;
  item.description = vscode.l10n.t('{0} to do', toDo.length);
  item.iconPath = new vscode.ThemeIcon('list-unordered');
  item.accessibilityInformation = { label: `${title}, ${item.description}` };
  return item;
}

/** An entry shows what is wrong; the tooltip, and the list of problems, say what to do. */
function toDoItem({ message, rule, range }: ToDo, plan: vscode.Uri | undefined): vscode.TreeItem {
  const [what = message] = message.split(/(?<=[.!?]) (?=[A-Z])/, 1);
  const item = new vscode.TreeItem(what);
  item.tooltip = `${message} [${rule}]`;
  item.iconPath = new vscode.ThemeIcon('circle-outline');
  item.accessibilityInformation = { label: message };
  if (plan) {
    const selection = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
    item.command = { command: 'vscode.open', title: vscode.l10n.t('Go there'), arguments: [plan, { selection }] };
  }
  return item;
}
