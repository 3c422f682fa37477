/**
 * An author at an editor without the editor: chooses completions, takes actions and types names, dates and amounts into
 * the places that they leave. Nothing else can change the text.
 */
import assert from 'node:assert/strict';
import { type Action, actionsAt, analyse, complete } from '../../server/src/core/for-workspace';
import { applyEdits, type Finding } from '../../server/src/core/index';
import { judge } from '../../server/src/core/judge';
import { noWorkspace } from '../../server/src/core/model/workspace';
import { noSettings } from '../../server/src/core/settings';

/** What may be typed: a name or a few words of one, a date, an amount of money. Never the format's own words or signs. */
const TYPED = /^(?:[\p{L}\d][\p{L}\d .,'’()-]*|£[\d,.]+[km]?|\d{4}-\d{2}-\d{2})$/u;

export class Author {
  constructor(public text: string) {}

  findings(severity?: Finding['severity']): readonly Finding[] {
    const { findings } = judge(analyse(this.text), noSettings, noWorkspace);
    return findings.filter(finding => severity === undefined || finding.severity === severity);
  }

  /** Chooses `label` behind the first `words`, which end where the cursor stands; `typed` goes into its places. */
  choose(words: string, label: string, ...typed: readonly string[]): void {
    const offset = this.behind(words);
    const offered = complete(analyse(this.text), offset, noSettings);
    const entry = offered.find(completion => completion.label === label);
    assert.ok(entry, `behind "${words}" there is no "${label}", but ${offered.map(other => other.label).join(', ')}`);
    const text = entry.snippet ? filled(entry.edit.text, typed) : entry.edit.text + only(typed).join('');
    this.text = applyEdits(this.text, [{ at: entry.edit.at, text }]);
  }

  /** Types behind the first `words`. */
  type(words: string, typed: string): void {
    const offset = this.behind(words);
    only([typed.trim()]);
    this.text = applyEdits(this.text, [{ at: { start: offset, end: offset }, text: typed }]);
  }

  /** Types over `placeholder`, which stands behind the first `words`. */
  overwrite(words: string, placeholder: string, typed: string): void {
    const start = this.behind(words);
    assert.equal(this.text.slice(start, start + placeholder.length), placeholder);
    this.text = applyEdits(this.text, [
      { at: { start, end: start + placeholder.length }, text: only([typed]).join('') },
    ]);
  }

  /** Takes the first action whose title matches, at the first finding of `rule` that offers it. */
  act(rule: string, title: RegExp, ...typed: readonly string[]): void {
    const analysis = analyse(this.text);
    const judgement = judge(analysis, noSettings, noWorkspace);
    const offered: string[] = [];
    for (const finding of judgement.findings.filter(found => found.rule === rule)) {
      const actions = actionsAt(analysis, judgement, noSettings, finding.at, 'findings');
      const action = actions.find(one => title.test(one.title));
      if (action) {
        this.apply(action, typed);
        return;
      }
      offered.push(...actions.map(one => one.title));
    }
    assert.fail(`No action is like ${title} for ${rule}; offered: ${offered.join('; ') || 'nothing'}`);
  }

  /** Takes the action at every finding of `rule`, until none is left. */
  actAtEach(rule: string, title: RegExp, ...typed: readonly string[]): void {
    for (let left = 100; this.findings().some(found => found.rule === rule); left--) {
      assert.ok(left > 0, `${rule} is found again and again`);
      this.act(rule, title, ...typed);
    }
  }

  private apply({ edits }: Action, typed: readonly string[]): void {
    const changes = edits.map(({ at, text, snippet }) => ({ at, text: snippet ? filled(text, typed) : text }));
    this.text = applyEdits(this.text, changes);
  }

  private behind(words: string): number {
    const start = this.text.indexOf(words);
    assert.ok(start >= 0, `"${words}" is not in the plan`);
    return start + words.length;
  }
}

/** The snippet with `typed` in its places, the first in the first; the others keep what they hold for a start. */
function filled(snippet: string, typed: readonly string[]): string {
  only(typed);
  return snippet.replace(
    /\$(\d+)|\$\{(\d+)(?:\|([^,|]*)[^|]*\||:([^}]*))?\}|\\([\\$}])/g,
    (_, bare?: string, number?: string, first?: string, word?: string, escaped?: string) =>
      escaped ?? typed[Number(bare ?? number) - 1] ?? first ?? word ?? '',
  );
}

function only(typed: readonly string[]): readonly string[] {
  for (const text of typed) assert.match(text, TYPED);
  return typed;
}
