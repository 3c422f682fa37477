/**
 * The workspace of every host: the documents with their settings and findings, and every editor feature, each called by
 * the document's key and offsets in its newest text. Returns `undefined` for a document that is not open, or no plan.
 */
import {
  type Action,
  type ActionGroup,
  type Analysis,
  type AskedNextPlan,
  actionsAt,
  addWhatAgreementNeeds,
  type CodeLens,
  type Completion,
  codeLenses,
  complete,
  completeSettingsFile,
  configurationFile,
  type Fold,
  type FoundSymbol,
  findSymbols,
  foldsOf,
  formatRange,
  formatWhileTyping,
  type HintKind,
  type Hover,
  hover,
  hoverSettingsFile,
  type InlayHint,
  inlayHints,
  isOfSyntax,
  linksOf,
  type MadeNextPlan,
  nextChoices,
  nextPlan,
  type Occurrence,
  occurrencesOf,
  oldPlansAround,
  type PlanSymbol,
  type Prepared,
  type ProposedNext,
  prepareRename,
  proposedNext,
  type Renamed,
  rename,
  type SemanticToken,
  type SettingsFileKind,
  selectionsAt,
  semanticTokens,
  symbolsOf,
  type Target,
  type ThreadItem,
  type ThreadKind,
  type ThreadLink,
  targetAt,
  threadBack,
  threadItemAt,
  threadOn,
} from '../core/for-workspace';
import {
  type Finding,
  type Framework,
  formatDocument,
  type Merger,
  mergePlans,
  type OldPlan,
  type OldScheme,
  pendingSchemes,
  readAnswers,
  type Span,
  type StartingFramework,
  type TextEdit,
  withLineEndsOf,
} from '../core/index';

export {
  type ActionEdit,
  type Completion,
  type HintKind,
  type Hover,
  type HoverPart,
  hintKinds,
  type PlanSymbol,
  type SemanticToken,
  type ThreadItem,
  type ThreadLink,
  tokenModifiers,
  tokenTypes,
  withoutTabStops,
} from '../core/for-workspace';

import { JudgedDocuments } from './judged-documents';
import { fixOffers, type Offer, touched } from './offers';
import { folderOf, nameOf, wayFrom } from './uri';

/** A link, to a page or to another document. */
export interface Link {
  readonly at: Span;
  readonly target: string;
  readonly title: string;
}

export class Workspace extends JudgedDocuments {
  hover(uri: string, offset: number): Hover | undefined {
    const plan = this.plan(uri);
    if (plan) return hover(plan, offset, this.settings(uri));
    const kind = this.settingsKind(uri);
    return kind && hoverSettingsFile(this.text(uri) ?? '', kind, offset);
  }

  complete(uri: string, offset: number): readonly Completion[] | undefined {
    const plan = this.plan(uri);
    if (plan) return complete(plan, offset, this.settings(uri), oldPlansAround(this.project, uri));
    const kind = this.settingsKind(uri);
    return kind && completeSettingsFile(this.text(uri) ?? '', kind, offset, this.settings(uri));
  }

  inlayHints(uri: string, span: Span, wanted: ReadonlySet<HintKind>): readonly InlayHint[] | undefined {
    return this.of(uri, plan => inlayHints(plan, span, wanted, this.settings(uri)));
  }

  codeLenses(uri: string): readonly CodeLens[] | undefined {
    return this.of(uri, codeLenses);
  }

  folds(uri: string): readonly Fold[] | undefined {
    return this.of(uri, foldsOf);
  }

  /** The spans around `offset`, each contained in the next. */
  selections(uri: string, offset: number): readonly Span[] | undefined {
    return this.of(uri, plan => selectionsAt(plan, offset));
  }

  semanticTokens(uri: string, span?: Span): readonly SemanticToken[] | undefined {
    return this.of(uri, plan => semanticTokens(plan, span ?? { start: 0, end: plan.text.length }));
  }

  symbols(uri: string): readonly PlanSymbol[] | undefined {
    return this.of(uri, symbolsOf);
  }

  /** Items of all documents by their names or ids. */
  findSymbols(query: string): readonly FoundSymbol[] {
    return findSymbols(this.project, query);
  }

  links(uri: string): readonly Link[] | undefined {
    return this.of(uri, plan =>
      linksOf(plan, this.settings(uri)).flatMap(({ at, to, title }) => {
        const old = 'path' in to ? this.project.locate(uri, to.path) : undefined;
        const target = 'address' in to ? to.address : old !== undefined && this.project.has(old) ? old : undefined;
        return target === undefined ? [] : [{ at, target, title }];
      }),
    );
  }

  /** The definition of the word at `offset`. */
  definition(uri: string, offset: number): Target | undefined {
    return this.isOpenPlan(uri) ? targetAt(this.project, uri, offset) : undefined;
  }

  /** Every place, in all documents, that refers to what the word at `offset` means. */
  occurrences(uri: string, offset: number): readonly Occurrence[] | undefined {
    const target = this.definition(uri, offset);
    return target && occurrencesOf(this.project, target);
  }

  prepareRename(uri: string, offset: number): Prepared | undefined {
    return this.of(uri, () => prepareRename(this.project, uri, offset));
  }

  rename(uri: string, offset: number, to: string): Renamed | undefined {
    return this.of(uri, () => rename(this.project, uri, offset, to));
  }

  /** The item of the golden thread at `offset`. */
  threadItem(uri: string, offset: number): ThreadItem | undefined {
    return this.of(uri, plan => threadItemAt(plan, offset));
  }

  threadOn(uri: string, kind: ThreadKind, id: string): readonly ThreadLink[] | undefined {
    return this.of(uri, plan => threadOn(plan, kind, id));
  }

  threadBack(uri: string, kind: ThreadKind, id: string): readonly ThreadLink[] | undefined {
    return this.of(uri, plan => threadBack(plan, kind, id));
  }

  format(uri: string, span?: Span): readonly TextEdit[] | undefined {
    return this.of(uri, ({ tree }) => (span ? formatRange(tree, span) : formatDocument(tree)));
  }

  formatWhileTyping(uri: string, offset: number, typed: string): readonly TextEdit[] | undefined {
    return this.of(uri, ({ tree, document }) => formatWhileTyping(tree, document?.kind ?? 'one-plan', offset, typed));
  }

  /** The findings that `span` touches. */
  findingsAt(uri: string, span: Span): readonly Finding[] {
    return touched(this.judge(uri)?.findings ?? [], span);
  }

  /** Fixes of the findings that `span` touches. */
  fixes(uri: string, span: Span): readonly Offer[] {
    return fixOffers(this.text(uri) ?? '', this.judge(uri)?.findings ?? [], span);
  }

  /** Additions for the findings at `span`, or rewrites there; texts may have tab stops. */
  actions(uri: string, span: Span, group: ActionGroup): readonly Action[] {
    const analysis = this.analysis(uri);
    const judgement = this.judge(uri);
    return analysis && judgement ? actionsAt(analysis, judgement, this.settings(uri), span, group) : [];
  }

  /** The skeleton of what a plan still needs to be agreed; none where nothing is missing. */
  skeleton(uri: string): readonly TextEdit[] {
    const analysis = this.analysis(uri);
    if (analysis?.document?.kind !== 'one-plan') return [];
    return withLineEndsOf(analysis.text, addWhatAgreementNeeds(analysis, this.settings(uri), this.project.around(uri)));
  }

  /**
   * The proposal for next year's plan after this one; `undefined` for an unknown document. `own` are a team's
   * frameworks.
   */
  proposedNext(uri: string, own: readonly Framework[], today: string | undefined): ProposedNext | undefined {
    const analysis = this.analysis(uri);
    return analysis?.document && proposedNext(analysis, own, today);
  }

  /** The frameworks and years to choose from for next year's plan after this one. */
  nextChoices(uri: string, today: string | undefined): readonly StartingFramework[] | undefined {
    const analysis = this.analysis(uri);
    return analysis?.document && nextChoices(analysis, this.settings(uri).frameworks, today);
  }

  /** Next year's plan after this one; `undefined` for an unknown document. */
  nextPlan(uri: string, asked: AskedNextPlan): MadeNextPlan | undefined {
    const analysis = this.analysis(uri);
    return analysis && nextPlan(analysis, asked);
  }

  /**
   * The old plans that a plan can incorporate, each with its number of open schemes; `undefined` for anything but a
   * plan of a place.
   */
  oldPlans(uri: string): readonly { readonly old: OldPlan; readonly open: number }[] | undefined {
    const plan = this.plan(uri)?.document;
    if (plan?.kind !== 'one-plan') return undefined;
    return this.oldPlansAmong(uri, this.project.uris()).flatMap(old => {
      const open = pendingSchemes(old, plan, this.project.around(uri)).length;
      return open === 0 ? [] : [{ old, open }];
    });
  }

  /** Those of `olds` that are readable old plans and have a path from the plan. */
  oldPlansAmong(uri: string, olds: readonly string[]): readonly OldPlan[] {
    return olds.flatMap(old => {
      const analysis = this.analysis(old);
      const path = wayFrom(folderOf(uri) ?? '', old);
      if (analysis?.document?.kind !== 'bcf-plan' || path === undefined) return [];
      if (this.project.locate(uri, path) !== old || analysis.faults.some(isOfSyntax)) return [];
      return [{ uri: old, path, plan: analysis.document }];
    });
  }

  /**
   * One step of bringing `old` into a plan, with the answers given so far; `undefined` for anything but a plan of a
   * place.
   */
  merge(
    uri: string,
    old: readonly OldPlan[],
    became: readonly string[],
    otherPlaces: readonly string[],
  ): { readonly merger: Merger; readonly open: readonly OldScheme[] } | undefined {
    const analysis = this.analysis(uri);
    const plan = analysis?.document;
    if (!analysis || plan?.kind !== 'one-plan') return undefined;
    const otherPlans = this.project.around(uri);
    const open = old.flatMap(one => pendingSchemes(one, plan, otherPlans));
    const answers = readAnswers(became, otherPlaces, old, open);
    if ('mistakes' in answers) return { merger: { kind: 'refused', why: answers.mistakes }, open };
    return { merger: mergePlans(analysis, old, otherPlans, answers), open };
  }

  private of<T>(uri: string, ask: (plan: Analysis) => T): T | undefined {
    const plan = this.plan(uri);
    return plan && ask(plan);
  }

  /** The kind of settings file of an open document. */
  private settingsKind(uri: string): SettingsFileKind | undefined {
    if (!this.isOpened(uri)) return undefined;
    if (nameOf(uri) === configurationFile) return 'configuration';
    return this.settingsFile(uri) && 'framework';
  }
}
