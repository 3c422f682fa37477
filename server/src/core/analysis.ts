/**
 * The analysis of one version of a document: everything derived from its text alone. Computed once a version and shared
 * by every feature; unchanged parts are reused from the previous version.
 */
import type { Fault } from './finding';
import { type BcfPlan, readBcfPlan } from './model/bcf-plan';
import { type Plan, readPlan } from './model/plan';
import { PlanIndex } from './model/plan-index';
import { isOfSyntax, type Reading } from './reading';
import { withAliases } from './schema/aliases';
import { kindFaults, kindOf } from './schema/document-kind';
import { faultsOfForm } from './schema/faults';
import { withFreeIds } from './schema/free-ids';
import { referenceFaults } from './schema/reference-faults';
import { noReferences, type References, referencesOf } from './schema/references';
import { type DocumentKind, shapeNamed } from './schema/shape';
import { readStructure } from './structure/read-structure';
import { commentsOf } from './syntax/comments';
import { parse, type SyntaxTree } from './syntax/parse';
import type { MapNode } from './syntax/tree/node';
import { LineIndex } from './text/line-index';
import { mayHoldWaivers, readWaivers, type Waiver } from './waivers/waiver';

export interface Analysis {
  readonly text: string;
  readonly tree: SyntaxTree;
  /**
   * @internal The tree before slipped lines are mended, reused when parsing the next version; same as `tree` where no
   * line slipped.
   */
  readonly asWritten: SyntaxTree;
  readonly lines: LineIndex;
  /** What the document is; `undefined` when it does not say. */
  readonly document: Plan | BcfPlan | undefined;
  readonly index: PlanIndex | undefined;
  readonly references: References;
  /** Whether the text was parsed in full, so that findings about it can be trusted. */
  readonly reading: Reading;
  /** Faults of syntax and schema, found before any rule runs. */
  readonly faults: readonly Fault[];
  readonly waivers: readonly Waiver[];
}

/** Analyses `text`; `previous` is the analysis of the version before. Never throws on what a user wrote. */
export function analyse(text: string, previous?: Analysis): Analysis {
  const asWritten = parse(text, previous?.asWritten);
  const forms = new Map<SyntaxTree, Form>();
  const formOf = (each: SyntaxTree) => {
    const form = forms.get(each) ?? readForm(each.root);
    forms.set(each, form);
    return form;
  };
  const read = readStructure(asWritten, formOf(asWritten).kind, each => formOf(each).faults);
  const { root, kind, references, faults: ofForm } = formOf(read);
  const tree = root === read.root ? read : { ...read, root };
  const lines = new LineIndex(text);
  const plan = kind === 'one-plan' ? readPlan(root, text) : undefined;
  const faults = [
    ...tree.faults,
    ...kindFaults(tree, kind),
    ...ofForm,
    ...referenceFaults(references, text, tree.reading === 'broken'),
  ];
  const waivers = mayHoldWaivers(text) ? readWaivers(commentsOf(tree), lines) : [];
  return {
    text,
    tree,
    asWritten,
    lines,
    document: plan ?? (kind === 'bcf-plan' ? readBcfPlan(root) : undefined),
    index: plan && new PlanIndex(plan),
    references,
    reading: tree.reading,
    faults: withFreeIds(onceEach(faults, tree.faults), references),
    waivers,
  };
}

/** What the format says of a tree; in `root` misnamed keys are read as what they stand for. */
interface Form {
  readonly root: MapNode;
  readonly kind: DocumentKind | undefined;
  readonly references: References;
  readonly faults: readonly Fault[];
}

function readForm(written: MapNode): Form {
  const kind = kindOf(written);
  if (kind === undefined) return { root: written, kind, references: noReferences, faults: [] };
  const root = withAliases(written, shapeNamed(kind));
  return { root, kind, references: referencesOf(root), faults: faultsOfForm(root, kind) };
}

/**
 * One cause gives one finding: the schema does not report a place, or anything within a value, that the parser has
 * reported. Should the value still be wrong once the parser's fix is applied, the fix is not a safe one.
 */
function onceEach<F extends Fault>(faults: readonly F[], ofSyntax: readonly Fault[]): readonly F[] {
  const spoken = new Map<string, F>();
  const broken = ofSyntax.filter(isOfSyntax);
  const leaving = new Set<Fault>();
  const told = faults.filter((fault, index) => {
    const isFormal = index >= ofSyntax.length && fault.rule !== 'missing-key';
    const within = isFormal ? broken.filter(({ at }) => fault.at.start < at.start && at.end <= fault.at.end) : [];
    for (const each of within) leaving.add(each);
    if (within.length > 0) return false;
    const place = `${fault.at.start} ${fault.at.end} ${fault.rule === 'missing-key' ? fault.detail : ''}`;
    const before = spoken.get(place);
    if (before && index >= ofSyntax.length) leaving.add(before);
    if (!before) spoken.set(place, fault);
    return !before;
  });
  const parsed = new Set(ofSyntax);
  return told.map(fault => (leaving.has(fault) && parsed.has(fault) ? forJudgement(fault) : fault));
}

function forJudgement<F extends Fault>(fault: F): F {
  return fault.fixes ? { ...fault, fixes: fault.fixes.map(fix => ({ ...fix, safe: false })) } : fault;
}
