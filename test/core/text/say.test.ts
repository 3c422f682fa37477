/** What is said in another language: its own lists, and the form of a noun that goes with a number. */
import assert from 'node:assert/strict';
import { count, listAnd, listOr, say, speak } from '../../../server/src/core/text/say';

describe('a text', () => {
  afterEach(() => speak(undefined));

  const forms = () => [0, 1, 2, 5, 22].map(number => count(number, 'line'));

  it('is counted and listed in English without translations, whatever the editor speaks', () => {
    speak(undefined, 'pl');
    assert.deepEqual(forms(), ['0 lines', '1 line', '2 lines', '5 lines', '22 lines']);
    assert.equal(count(2, 'body', 'bodies'), '2 bodies');
    assert.deepEqual([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listAnd), ['', 'a', 'a and b', 'a, b and c']);
    assert.equal(listOr(['a', 'b', 'c']), 'a, b or c');
  });

  it('has the form that goes with its number in the language', () => {
    speak({ '{0} line': '{0} wers', '{0} lines': '{0} wersów', '{0} lines [few]': '{0} wersy' }, 'pl');
    assert.deepEqual(forms(), ['0 wersów', '1 wers', '2 wersy', '5 wersów', '22 wersy']);
    speak({ 'It has {0} of {1}.': 'wiele {0} {1}', 'It has {0} of {1}. [few]': 'kilka {0} {1}' }, 'pl');
    assert.deepEqual([say`It has ${3} of ${'x'}.`, say`It has ${5} of ${'x'}.`], ['kilka 3 x', 'wiele 5 x']);
  });

  it('is listed as people do in the language', () => {
    speak({}, 'el');
    assert.equal(listOr(['a', 'b', 'c']), 'a, b ή c');
    assert.equal(listAnd(['a', 'b']), 'a και b');
  });

  it('is English where the name of the language is none', () => {
    speak({ '{0} lines': '{0} LINES' }, 'no language');
    assert.equal(count(2, 'line'), '2 LINES');
    assert.equal(listAnd(['a', 'b', 'c']), 'a, b and c');
  });
});
