/** The plan that the suites about writing write in, as an editor with snippets opens it. */
import type { ClientCapabilities } from 'vscode-languageserver-protocol/node';
import { LspClient } from '../support/lsp-client';

export const uri = 'file:///plans/one.plan.yaml';
export const plan = `one_plan: 1
title: A plan
status: draft
period: {from: 2017-04-01, to: 2019-03-31}
place: {code: E10000023, name: North Yorkshire}

people:
  - {id: a-example, name: A. Example, post: Director, employer: county}

schemes:
  - id: falls
    name: Falls response
    novelty: existing
  - id: beds
    name: Beds
    lead: a-example
    novelty: existing
`;
export const snippets: ClientCapabilities = {
  textDocument: { completion: { completionItem: { snippetSupport: true } } },
  workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
};

/** A server in which `text` is open. */
export async function openPlan(
  text: string,
  capabilities: ClientCapabilities = snippets,
  settings?: () => unknown,
): Promise<LspClient> {
  const client = await LspClient.start({ capabilities, ...(settings ? { settings } : {}) });
  await client.open(uri, text);
  return client;
}
