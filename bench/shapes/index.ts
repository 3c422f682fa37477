/** All shapes. */
import { planShapes } from './of-plans';
import { proseShapes } from './of-prose';
import { textShapes } from './of-text';
import type { Shape } from './shape';

const formatted: readonly Shape[] = [
  {
    name: 'format --diff, every line changed',
    command: ['format', '--diff'],
    text: size =>
      `one_plan:   1\n${Array.from({ length: Math.ceil(size / 14) }, (_, at) => `k${at}:   a b\n`).join('')}`,
  },
];

export const shapes: readonly Shape[] = [...textShapes, ...planShapes, ...proseShapes, ...formatted];
