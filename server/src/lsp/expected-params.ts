/**
 * The parameters that each method needs. Parameters that the server does not read are not checked, so that a careless
 * editor still gets answers.
 */

/** Whether the value of a parameter has the right form. */
type Check = (value: unknown) => boolean;
type Params = Readonly<Record<string, Check>>;

/**
 * The first missing or malformed parameter of `method`; `''` where `params` is no object; `undefined` where all is
 * well.
 */
export function unfitParam(method: string, params: unknown): string | undefined {
  const expected = expectedParams[method];
  if (!expected) return undefined;
  if (!isRecord(params)) return '';
  return Object.keys(expected).find(name => !expected[name]?.(params[name]));
}

const text: Check = value => typeof value === 'string';
const number: Check = value => typeof value === 'number';
const flag: Check = value => typeof value === 'boolean';
const absentOr =
  (check: Check): Check =>
  value =>
    value === undefined || check(value);
const nullOr =
  (check: Check): Check =>
  value =>
    value === undefined || value === null || check(value);
const eachIs =
  (item: Check): Check =>
  value =>
    Array.isArray(value) && value.every(item);
const record =
  (params: Params): Check =>
  value =>
    isRecord(value) && Object.entries(params).every(([name, check]) => check(value[name]));

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const position = record({ line: number, character: number });
const range = record({ start: position, end: position });
const folders = eachIs(record({ uri: text }));
const ofDocument: Params = { textDocument: record({ uri: text }) };
const ofPlace: Params = { ...ofDocument, position };
const ofRange: Params = { ...ofDocument, range };
const ofItem: Params = { item: record({ uri: text }) };

const expectedParams: Readonly<Record<string, Params>> = {
  initialize: {
    capabilities: record({
      textDocument: nullOr(record({})),
      workspace: nullOr(record({})),
      window: nullOr(record({})),
    }),
    workspaceFolders: nullOr(folders),
    rootUri: nullOr(text),
    locale: nullOr(text),
  },
  'textDocument/didOpen': { textDocument: record({ uri: text, languageId: text, version: number, text }) },
  'textDocument/didChange': {
    textDocument: record({ uri: text, version: number }),
    contentChanges: eachIs(record({ text, range: absentOr(range) })),
  },
  'textDocument/didSave': ofDocument,
  'textDocument/didClose': ofDocument,
  'workspace/didChangeConfiguration': {},
  'workspace/didChangeWatchedFiles': { changes: eachIs(record({ uri: text, type: number })) },
  'workspace/didChangeWorkspaceFolders': { event: record({ added: folders, removed: folders }) },
  'textDocument/diagnostic': { ...ofDocument, previousResultId: absentOr(text) },
  'workspace/diagnostic': { previousResultIds: eachIs(record({ uri: text, value: text })) },
  'textDocument/codeAction': { ...ofRange, context: record({ only: absentOr(eachIs(text)) }) },
  'workspace/executeCommand': { command: text, arguments: absentOr(Array.isArray) },
  'textDocument/hover': ofPlace,
  'textDocument/completion': { ...ofPlace, context: absentOr(record({ triggerCharacter: absentOr(text) })) },
  'textDocument/formatting': ofDocument,
  'textDocument/rangeFormatting': ofRange,
  'textDocument/onTypeFormatting': { ...ofPlace, ch: text },
  'textDocument/documentSymbol': ofDocument,
  'workspace/symbol': { query: text },
  'textDocument/definition': ofPlace,
  'textDocument/references': { ...ofPlace, context: record({ includeDeclaration: flag }) },
  'textDocument/documentHighlight': ofPlace,
  'textDocument/prepareRename': ofPlace,
  'textDocument/rename': { ...ofPlace, newName: text },
  'textDocument/documentLink': ofDocument,
  'textDocument/foldingRange': ofDocument,
  'textDocument/selectionRange': { ...ofDocument, positions: eachIs(position) },
  'textDocument/prepareCallHierarchy': ofPlace,
  'callHierarchy/incomingCalls': ofItem,
  'callHierarchy/outgoingCalls': ofItem,
  'textDocument/inlayHint': ofRange,
  'textDocument/codeLens': ofDocument,
  'textDocument/semanticTokens/full': ofDocument,
  'textDocument/semanticTokens/full/delta': { ...ofDocument, previousResultId: text },
  'textDocument/semanticTokens/range': ofRange,
  'oneplan/readiness': ofDocument,
  'oneplan/newPlanChoices': { folder: absentOr(text), today: absentOr(text) },
  'oneplan/newPlan': {
    folder: absentOr(text),
    place: text,
    period: record({ from: text, to: text }),
    framework: text,
    option: absentOr(text),
  },
  'oneplan/nextPlanChoices': { ...ofDocument, today: absentOr(text) },
  'oneplan/nextPlan': {
    ...ofDocument,
    period: record({ from: text, to: text }),
    framework: text,
    place: absentOr(text),
  },
  'oneplan/oldPlans': ofDocument,
  'oneplan/mergeOldPlans': { ...ofDocument, oldPlans: eachIs(text), became: eachIs(text), otherPlaces: eachIs(text) },
};
