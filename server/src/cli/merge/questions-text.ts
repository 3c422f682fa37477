/** The questions of `oneplan merge` as text: numbered, each with the options that answer it. */
import { count, type OldScheme, type Question } from '../../core/index';

/** `open` are all schemes that may be answered; `files` are the old plans as the command named them. */
export function questionsText(
  questions: readonly Question[],
  open: readonly OldScheme[],
  files: readonly string[],
): string {
  const blocks = questions.map((question, index) => {
    const options = question.options.map(({ kind, answer, means }) => {
      const own = kind === 'new' ? '; "new:my-own-id" gives it another' : '';
      return `     ${option(question, answer, open)}
         ${means}${own}
`;
    });
    return `${index + 1}. ${question.text}\n${options.join('')}`;
  });
  const asked = count(questions.length, 'question is', 'questions are');
  return `${blocks.join('\n')}\n${asked} open, so nothing was written. Add an answer to each to the command, and run it again with ${files.length === 1 ? 'the same old plan' : 'the same old plans'}.\n`;
}

/** The option as typed: `--became BO-02=carers`. */
function option(question: Question, answer: string, open: readonly OldScheme[]): string {
  if (question.kind === 'place') return `--other-place ${inShell(answer)}`;
  const { id, from } = question.about;
  const isShared = open.filter(scheme => scheme.id === id).length > 1;
  return `--became ${inShell(`${isShared ? `${from.path}:` : ''}${id}=${answer}`)}`;
}

function inShell(word: string): string {
  return /^[A-Za-z0-9._/:=@+-]+$/.test(word) ? word : `"${word.replace(/["$`\\]/g, '\\$&')}"`;
}
