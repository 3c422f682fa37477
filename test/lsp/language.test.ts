/** The language of the editor: what it hands over at the start is what the server speaks, and English without it. */
import assert from 'node:assert/strict';
import { LspClient } from '../support/lsp-client';

const plan = `one_plan: 1
title: One plan for North Yorkshire
status: draft
period: {from: 2017-04-01, to: 2018-03-31}
place: {code: E10000023, name: North Yorkshire}
schemes:
  - {id: falls, name: Falls, lead: TBC, novelty: existing}
`;
const english =
  '{0} has no {1}: "{2}" is not a person. Name one person from "people" by their id, like "{3}: a-example".';

describe('the language of the server', () => {
  let client: LspClient;
  afterEach(() => client.stop());

  const leads = async (translations?: Readonly<Record<string, unknown>>) => {
    client = await LspClient.start({ initializationOptions: { translations } });
    await client.open('untitled:one.plan.yaml', plan);
    const found = await client.diagnostics('untitled:one.plan.yaml');
    return found.filter(({ code }) => code === 'unassigned-accountable-lead').map(({ message }) => message);
  };

  it('is that of the translations, with the values where they belong', async () => {
    const messages = await leads({
      [english]: 'Nid person yw "{2}" – nid oes {1} gan {0}; rhowch "{3}:".',
      'accountable lead': 'arweinydd atebol',
      Scheme: 'Cynllun',
    });
    assert.ok(messages.includes('Nid person yw "TBC" – nid oes arweinydd atebol gan Cynllun "Falls"; rhowch "lead:".'));
  });

  it('is English where a text is not translated, or is no text', async () => {
    const messages = await leads({ [english]: 3, Scheme: 'Cynllun' });
    assert.ok(
      messages.some(message => String(message).startsWith('Cynllun "Falls" has no accountable lead: "TBC" is not')),
    );
  });

  it('is English without translations', async () => {
    const messages = await leads();
    assert.ok(
      messages.some(message => String(message).startsWith('Scheme "Falls" has no accountable lead: "TBC" is not')),
    );
  });
});
