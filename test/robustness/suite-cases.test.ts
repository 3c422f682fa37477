/** The cases of the YAML test suite, each as a plan: every feature of the editor is asked at two places of it. */
import assert from 'node:assert/strict';
import { Project } from '../../server/src/core/for-workspace';
import { noSettings } from '../../server/src/core/settings';
import { suiteCases } from '../core/syntax/texts';
import { askAt, askFormatting, askSkeleton, askWhole, askWritingAt } from '../support/ask-features';
import { check, checkAgain } from './promises';

const uri = 'case.plan.yaml';

describe('the cases of the YAML test suite', () => {
  it('are all there', () => assert.equal(suiteCases().length, 402));

  for (const head of ['', 'one_plan: 1\n']) {
    it(`are answered by every feature ${head === '' ? 'as they are' : 'below the first line of a plan'}`, () => {
      for (const [index, { text: written }] of suiteCases().entries()) {
        const text = head + written;
        checkAgain(check(text));
        const project = new Project({ locate: () => ({ why: 'is not there' }), settings: () => noSettings });
        project.set(uri, text);
        askWhole(project, uri);
        askFormatting(project, uri);
        if (index % 20 === 0) askSkeleton(project, uri);
        for (const offset of [Math.floor(text.length / 2), text.length]) {
          askAt(project, uri, offset);
          askWritingAt(project, uri, offset);
        }
      }
    });
  }
});
