/** The editor's `onePlan` settings, per workspace folder. */
import type { Connection } from 'vscode-languageserver';
import { type CalendarDate, readDate, type Stage } from '../core/index';
import { isInside } from '../workspace/uri';
import { type HintKind, hintKinds } from '../workspace/workspace';
import type { ClientCapabilities } from './client-capabilities';

/** What the editor sets; the configuration decides the rest. */
export interface EditorSettings {
  readonly as?: Stage;
  readonly today?: CalendarDate;
  /** Whether findings on what an item still lacks wait while that item is being typed. */
  readonly quietWhileTyping: boolean;
  /** The kinds of inlay hints that are wanted. */
  readonly inlayHints: ReadonlySet<HintKind>;
}

export class ClientSettings {
  private byFolder: ReadonlyMap<string, EditorSettings> = new Map();
  private everywhere: EditorSettings;
  private asked: Promise<void> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly client: ClientCapabilities,
    private readonly folders: () => readonly string[],
  ) {
    this.everywhere = editorSettings(client.own.settings);
  }

  /** The settings for a document, as far as they are known. */
  of(key: string): EditorSettings {
    const holding = this.folders().filter(folder => isInside(key, folder));
    const innermost = holding.sort((a, b) => b.length - a.length)[0];
    return (innermost === undefined ? undefined : this.byFolder.get(innermost)) ?? this.everywhere;
  }

  /** Resolves when the editor has answered. */
  async ready(): Promise<void> {
    this.asked ??= this.ask();
    await this.asked;
  }

  /** The editor's settings changed; `sent` holds them where the editor cannot be asked. */
  async changed(sent: unknown): Promise<void> {
    if (!this.client.configuration) {
      const own = typeof sent === 'object' && sent !== null && 'onePlan' in sent ? sent.onePlan : undefined;
      this.everywhere = editorSettings(own);
      return;
    }
    this.asked = this.ask();
    await this.asked;
  }

  private async ask(): Promise<void> {
    if (!this.client.configuration) return;
    const folders = this.folders();
    const items = [{ section: 'onePlan' }, ...folders.map(scopeUri => ({ scopeUri, section: 'onePlan' }))];
    // Without an answer in time the settings stay as they are.
    const asked: Promise<unknown> = this.connection.workspace.getConfiguration(items).catch(() => undefined);
    const answers = await Promise.race([asked, afterPatience()]);
    if (!Array.isArray(answers)) return;
    const [everywhere, ...own] = answers.map(editorSettings);
    this.everywhere = everywhere ?? editorSettings(undefined);
    this.byFolder = new Map(folders.map((folder, index) => [folder, own[index] ?? this.everywhere]));
  }
}

/** How long to wait for the editor's answer, in milliseconds. */
const PATIENCE = 2_000;

function afterPatience(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, PATIENCE));
}

function editorSettings(given: unknown): EditorSettings {
  const { as, today, inlayHints, quietWhileTyping } = (
    typeof given === 'object' && given !== null ? given : {}
  ) as Record<string, unknown>;
  const day = typeof today === 'string' ? readDate(today) : undefined;
  return {
    ...(as === 'agreed' ? { as } : {}),
    ...(day && 'date' in day ? { today: day.date } : {}),
    quietWhileTyping: quietWhileTyping !== false,
    inlayHints: wantedHints(inlayHints),
  };
}

/** All kinds but those that are switched off. */
function wantedHints(given: unknown): ReadonlySet<HintKind> {
  const settings = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  return new Set(hintKinds.filter(kind => settings[kind] !== false));
}
