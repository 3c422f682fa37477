/** The one door to the core: everything outside it imports from here. */
export { type Analysis, analyse } from './analysis';
export type { Fault, Finding, Fix, Problem, Related, Severity } from './finding';
export { type Judgement, judge, maxFindings, severityOf } from './judge';
export { type CalendarDate, formatDate, readDate } from './model/calendar';
export { formatMoney, formatMoneyShort, readMoney } from './model/money';
export { type Plan, type Stage, stageOf } from './model/plan';
export { noWorkspace, type Workspace } from './model/workspace';
export { Project, type Surroundings } from './project';
export { defaultFramework, type Framework, frameworkFrom, frameworkNamed, shippedFrameworks } from './reference/framework';
export { pageOf, rulePages, ruleIds, rules } from './rules/index';
export type { Rule, RulePage, RuleSeverity } from './rules/rule';
export { noSettings, type RuleSetting, type Settings } from './settings';
export { parse, type SyntaxTree } from './syntax/parse';
export { applyEdits, type TextEdit } from './text/edit';
export { LineIndex, type Position } from './text/line-index';
export type { Span } from './text/span';
export type { WaivedFinding } from './waivers/apply-waivers';
export type { Waiver } from './waivers/waiver';
