/** Texts that once broke a promise, found by trying thousands: each by its name, for ever. */
import assert from 'node:assert/strict';
import { tryFiles } from './byte-noise';
import { checkFixes } from './fix-laws';
import { tryNamesAt } from './names';
import { check, checkAgain } from './promises';

const plan = (more: string) => `one_plan: 1
title: One plan for Rutland
status: draft
period: {from: 2018-04-01, to: 2020-03-31}
place: {code: E06000017, name: Rutland}
${more}`;

const partner = (name: string) => plan(`partners:\n  - {id: bq, name: ${name}, type: voluntary-sector}\n`);

const cases: Readonly<Record<string, string>> = {
  'an id that YAML reads as an answer': plan('risks:\n  - {id: true, what: A hard winter}\n'),
  'an answer that is put right and then asks for a budget line': plan('services:\n  acute: {in_scope: Yes}\n'),
  'a signature that is put right and then may not be delegated': plan(
    'sign_off:\n  - {role: hwb-chair, person: a, organisation: b, date: 2018-04-01, delegated: yes}\n',
  ),
  'a date in British order that is then too late': plan(
    'milestones:\n  - {id: go, title: Go live, lead: TBC, deadline: 31/03/2031}\n',
  ),
  'a status in capital letters that makes it the agreed stage': plan('').replace('draft', 'Agreed'),
  'an option in words': plan('governance:\n  option: Single commissioner\n'),
  'a number with its unit': plan('risks:\n  - {id: a, what: A, likelihood: "4", impact: 5}\n'),
  'a year that stands there already in the right form': plan(
    'partners:\n  - {id: a, name: A, type: nhs-trust, forecast: {2018-19: £1m, 2018/19: £2m}}\n',
  ),
  'a year in another form, whose amount then counts': plan(
    'budget:\n  contributions:\n    - {id: c, partner: a, source: nhs, amounts: {2018/19: £1m}}\n',
  ),
  'a reference beside a mistake that is put right': plan('schemes:\n  - {id: a, name: @home, lead: nobody}\n'),
  'a file of another kind that is indented': '  schemes:\n    - id: falls\n',
  'a file of another kind with a document marker': '---\nschemes:\n  - id: falls\n',
  'a file of another kind in brackets': '{schemes: [],\nrisks: []}\n',
  'a file of another kind behind comments': '# Ours\n\nschemes:\n  - id: falls\n',
  'a document marker within a text in quotes': plan('narrative:\n  a: "One\n---\n  two"\n'),
  'a dash without its space before text of another direction': '-\u202eblock: \n  scalar\n',
  'a dash without its space before brackets that stay open': 'schemes:\n  -{{id:',
  'a text in the column of its key, with a line further left':
    'narrative:\n  summary: |\n  %YAML 1.2\n will bring the two budgets together.\n  It will take two years.\n  next: More\n',
  'two keys of one name, one of them in a wrong column': 'people:\n  - id: a-example\n id: a-example\n',
  'a waiver behind an unseen character, beside others with the same fault': plan(
    'milestones:\n  # oneplan waive deadline-past-limit: a\n  - {id: a, title: A, deadline: 2021-04-01}\n  \u200b# oneplan-waiver deadline-past-limit: b\n  - {id: b, title: B, deadline: 2021-04-01}\n',
  ),
  'a key with a quote in it, below a section': 'foo:\n  bar: 1\nbaz": 2\n',
  'a key with an apostrophe in it, below a section': "foo:\n  bar: 1\nbaz's: 2\n",
  'a text of several lines and nothing else, with the mark of its end': '|-\n|-\n ab\n \n \n...\n',
  'a name that starts with & between brackets': partner('&Partners Ltd'),
  'a name that starts with ! between brackets': partner('!Important Ltd'),
  'a word in quotes at the start of a name between brackets': partner('"Home" Ltd'),
  'a word in single quotes at the start of a name between brackets': partner("'Home' Ltd"),
  'a word in brackets at the start of a name between brackets': partner('[Draft] Home Ltd'),
  'a bracket within a name that is closed nowhere': partner('{Home Care Ltd'),
  'a name with & in brackets over two lines': plan(
    'partners:\n  - {id: bq, name: &Partners Ltd,\n     type: nhs-trust}\n',
  ),
  'a lead that is nobody and starts with a sign': plan('schemes:\n  - {id: a, name: A, lead: @name, novelty: new}\n'),
  'a list with dashes on the line of its key': plan(
    'governance:\n  bodies:\n    - {id: b, name: B, members: - council - ccg}\n',
  ),
  'a star behind the dash of an item': plan(
    'data_sharing:\n  systems:\n    - name: N\n      shares_with:\n        - * Home Care Ltd\n',
  ),
  'a tag that holds a comma': '!<tag:yaml.org,2002:str> foo :\n  <!bar> baz\n',
  'a reference to an id that is written in quotes': `${plan('partners:\n  - {id: :, name: Rutland County Council, type: upper-tier-council}\n')}people:\n  - {id: m-oakham, name: "Mabel Oakham, post: Director, employer: rutland}\n`,
  'a key whose colon stands on the next line, below a list with bullets':
    'disputes:\n  steps:\n    • The two chief executives meet\n    • The board decides\n  days\n    : 20\n',
  'a key of any words that opens a text, below one that does': 'strip: >-\n“text”clip: >\n\nkeep: |+\n\n',
  'an empty key below one that opens a text': 'strip: >-\n\n: >\n\nkeep: |+\n\n',
  'a text between brackets that looks like the end of an item and the start of another': partner("24/7} {Partners'}"),
  'a text between brackets that looks like a comment and holds a bracket': partner('# 3rd of the Trust }'),
  'an instruction to YAML tools that is longer than a message shows':
    '%constructor !e! tag:example.com,2000:app/\n---\n!e!foo "bar"\n',
  'shares of two contributions in one text': plan(
    'budget:\n  lines:\n    - {id: l, title: L, service: acute, funded_by: bcf 60%, council 40%}\n',
  ),
};

const files: Readonly<Record<string, string>> = {
  'line breaks that are put right, among them one as Windows writes it':
    'bcf_plan: 1\rtitle: Better Care Fund plan\r\nyear: 2017-18\rschemes:\r  - {id: A1, name: A, amount: 1.5m}\r',
};

describe('what was found before', () => {
  for (const [name, text] of Object.entries(cases)) {
    it(`holds: ${name}`, () => {
      const document = check(text);
      checkAgain(document);
      checkFixes(document);
      assert.ok(document.judgement.findings.length > 0);
    });
  }

  for (const [name, text] of Object.entries(files)) {
    it(`holds of a file: ${name}`, () => tryFiles([{ bytes: Buffer.from(text), unreadable: false }]));
  }

  it('holds: a name in curly quotes that is no id without them either', () => {
    tryNamesAt('as a key in brackets', [`“Élan Day> Partners'“`, `, St. Ann’s of the! Partners'""`]);
    tryNamesAt('as a key in brackets', ['« Élan A1... Ltd“', ': 24 [of the] Trust·']);
  });

  it('holds: a name with a bracket of the other kind, in which a bracket is repaired before it is put in quotes', () => {
    tryNamesAt('as a key in brackets', ['*24* East »', '[ NHS } A1', "' NHS of the- Trust+"]);
    tryNamesAt('as a key in brackets', ['% 3rd {of the]Ltd', '[ NHS } A1']);
  });

  it('holds: a name that ends in a colon, in the list of the last of several systems', () => {
    tryNamesAt('as an item of a list', ['Home', ',Ŵyn', '_NHS 24/7© Trust :']);
  });

  it('holds: a name that looks like the end of an item, with another item or a comment', () => {
    for (const name of ["&& St. Ann’s 24/7} {Partners'}", '# 3rd // of the Trust }']) {
      tryNamesAt('between other keys in brackets', [name, 'Home']);
    }
  });

  it('holds: a sound text whose lines look like a key that opens a text, with one further left below it', () => {
    const document = check('foo: |\n  x\n   foo: |\n  x\n   ');
    checkAgain(document);
    assert.deepEqual(
      document.judgement.findings.filter(({ rule }) => rule === 'yaml-syntax'),
      [],
    );
  });
});
