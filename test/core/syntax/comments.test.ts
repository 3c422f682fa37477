/** Comments are found where they stand, and nowhere inside a text. */
import assert from 'node:assert/strict';
import { commentsOf } from '../../../server/src/core/syntax/comments';
import { parse } from '../../../server/src/core/syntax/parse';
import { keepsTo } from '../../support/resource-usage';

describe('comments', () => {
  it('are found on lines of their own and at the end of a line', () => {
    const text = '# first\none_plan: 1 # second\npeople:\n  # third\n  - {id: a} # fourth\n#fifth';
    const comments = commentsOf(parse(text));
    assert.deepEqual(
      comments.map(comment => [comment.text, comment.ownLine, text.slice(comment.at.start, comment.at.end)]),
      [
        ['# first', true, '# first'],
        ['# second', false, '# second'],
        ['# third', true, '# third'],
        ['# fourth', false, '# fourth'],
        ['#fifth', true, '#fifth'],
      ],
    );
  });

  it('are not seen inside quotes, blocks of text and words', () => {
    const text = 'a: "x # no"\nb: \'y # no\'\nc: |\n  # no\n  text # no\nd: w#no # yes\ne: {f: "# no", g: h} # too\n';
    assert.deepEqual(
      commentsOf(parse(text)).map(comment => comment.text),
      ['# yes', '# too'],
    );
  });

  it('end before any line break', () => {
    assert.deepEqual(
      commentsOf(parse('a: 1 # x\r\nb: 2\r\n')).map(comment => comment.text),
      ['# x'],
    );
  });

  it('are found again after an edit above them', () => {
    const before = parse('a: 1\nb:\n  - c # x\n');
    const after = parse('a: 123\nb:\n  - c # x\n', before);
    assert.deepEqual(
      commentsOf(after).map(({ at }) => at),
      [{ start: 16, end: 19 }],
    );
  });

  it('are found in good time when there are very many', () => {
    const text = Array.from({ length: 50_000 }, (_, key) => `k${key}: "# ${key}" # x\n`).join('');
    const tree = parse(text);
    assert.equal(keepsTo(1_000, () => commentsOf(tree)).length, 50_000);
  });
});
