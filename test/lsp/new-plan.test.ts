/** A new plan in real messages: what there is to choose, and the plan that is made of it. */
import assert from 'node:assert/strict';
import { type FolderOfPlans, folderOfPlans } from '../support/folder-of-plans';
import { LspClient } from '../support/lsp-client';
import { northYorkshire } from '../support/north-yorkshire';

describe('a new plan over the wire', () => {
  let client: LspClient;
  let folder: FolderOfPlans | undefined;
  afterEach(async () => {
    await client.stop();
    folder?.dispose();
  });

  it('offers places, frameworks and their usual years, and makes a plan of what was chosen', async () => {
    client = await LspClient.start();
    const { places, frameworks } = await client.ask('oneplan/newPlanChoices', {});
    assert.ok(places.some(({ name }) => name === 'North Yorkshire'));
    assert.deepEqual([frameworks[0]?.id, frameworks[0]?.period.from], ['beyond-barker-2015', '2017-04-01']);
    assert.equal(frameworks[0]?.options.length, 3);
    const now = await client.ask('oneplan/newPlanChoices', { today: '2026-11-27' });
    assert.deepEqual(
      [now.frameworks[0]?.id, now.frameworks[0]?.period, ...now.frameworks.map(({ holdsDay }) => holdsDay)],
      ['better-care-fund-2026-27', { from: '2026-04-01', to: '2027-03-31' }, true, false, false, false],
    );
    const made = await client.ask('oneplan/newPlan', northYorkshire);
    assert.ok('text' in made);
    assert.equal(made.fileName, 'north-yorkshire.plan.yaml');
    assert.match(made.text, /code: E06000065, name: North Yorkshire}/);
  });

  it('says why there is no plan', async () => {
    client = await LspClient.start();
    const why = async (asked: object) => {
      const made = await client.ask('oneplan/newPlan', { ...northYorkshire, ...asked });
      return 'why' in made ? made.why : '';
    };
    assert.match(await why({ place: 'yorkshire' }), /may be more than one place/);
    assert.match(await why({ framework: 'x' }), /There is no framework "x"/);
    assert.match(await why({ period: { from: '2023-04-01', to: '2023-02-30' } }), /a first and a later last day/);
    assert.match(await why({ period: { from: '2023-04-01', to: '2022-03-31' } }), /a first and a later last day/);
  });

  it('offers the frameworks of the folder', async () => {
    folder = folderOfPlans({
      'oneplan.config.yaml': 'frameworks: [ours.yaml]\n',
      'ours.yaml':
        'id: our-region\ntitle: Our region\nshort_title: Our region\nsource: {title: Ours}\nlast_date: 2027-03-31\n',
    });
    client = await LspClient.start({ folders: [folder.uri] });
    const { frameworks } = await client.ask('oneplan/newPlanChoices', {
      folder: folder.uri,
    });
    assert.equal(frameworks[0]?.id, 'our-region');
    const made = await client.ask('oneplan/newPlan', {
      ...northYorkshire,
      framework: 'our-region',
      folder: folder.uri,
    });
    assert.ok('text' in made);
    assert.match(made.text, /^framework: our-region$/m);
  });
});
