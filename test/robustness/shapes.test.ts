/**
 * The work on a text grows as its length does, whatever it looks like: every shape of the bench, at a modest size. Steps are
 * counted by the budget; what no step stands for is held in processor time, with a factor that only squares go beyond.
 */
import assert from 'node:assert/strict';
import { shapes } from '../../bench/shapes/index';
import { analyse } from '../../server/src/core/analysis';
import { judge } from '../../server/src/core/judge';
import { limits } from '../../server/src/core/limits';
import { noWorkspace } from '../../server/src/core/model/workspace';
import { noSettings } from '../../server/src/core/settings';
import { keepsTo } from '../support/resource-usage';

const small = 16_384;
const times = 4;
/** Time may grow with the length to this power. */
const power = 1.3;
/** What is done once, however short the text, in steps and in milliseconds. */
const once = { steps: 2_000, time: 60 };

describe('the work on', function () {
  this.timeout(300_000);

  before(() => check(shapes[0]?.text(small) ?? ''));

  for (const { name, text } of shapes) {
    it(name, () => {
      const [short, long] = [text(small), text(small * times)];
      const [little, much] = [check(short), keepsTo(2_000, () => check(long), name)];
      const growth = times ** power;
      assert.ok(much.allSteps <= limits.steps.most + limits.steps.repairsOfPart, `${much.steps} steps`);
      assert.ok(much.steps < once.steps + growth * little.steps, `${little.steps} steps became ${much.steps}`);
      const most = 4 * growth * Math.max(once.time, little.time);
      assert.ok(much.time < most, `${Math.round(little.time)} ms became ${Math.round(much.time)}`);
    });
  }
});

interface Work {
  /** Steps of reading the text as it stands. */
  readonly steps: number;
  /** The same of reading it with the lines put right that have slipped, which has the same bounds. */
  readonly allSteps: number;
  /** Milliseconds of processor time for reading and judging it. */
  readonly time: number;
}

function check(text: string): Work {
  const before = process.cpuUsage();
  const analysis = analyse(text);
  judge(analysis, noSettings, noWorkspace);
  const { user, system } = process.cpuUsage(before);
  const { tree, asWritten } = analysis;
  return { steps: asWritten.steps, allSteps: Math.max(tree.steps, asWritten.steps), time: (user + system) / 1_000 };
}
