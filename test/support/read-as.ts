/** Reads a text that is no plan, or not read as one: a configuration, a file in an old encoding, a plan read by a broken tool. */
import { readConfiguration, withFiles } from '../../server/src/core/config/configuration';
import { analyse } from '../../server/src/core/for-workspace';
import type { Fault, Finding, Settings } from '../../server/src/core/index';
import { judge } from '../../server/src/core/judge';
import { noWorkspace, type Workspace } from '../../server/src/core/model/workspace';
import type { ExampleReading } from '../../server/src/core/rules/shared/rule';
import { textOf } from '../../server/src/files/decode';

/** What is found in `text`; `document` is an ordinary reading and not for here. */
export function findingsReadAs(
  readAs: Exclude<ExampleReading, 'document'>,
  text: string,
  settings: Settings,
): readonly Finding[] {
  switch (readAs) {
    case 'configuration':
      return withFiles(readConfiguration(text), () => ({ why: 'is not there' })).faults.map(asError);
    case 'windows-1252': {
      // In this encoding each letter of the text is the one byte of its number.
      const reading = textOf(Buffer.from(text, 'latin1'));
      return reading.kind === 'fault' ? [asError(reading.fault)] : [];
    }
    case 'broken tool':
      return judge(analyse(text), settings, unreadableWorkspace).findings;
  }
}

/** Surroundings in which a rule that asks for other plans fails: a fault such as only a tool has. */
const unreadableWorkspace: Workspace = {
  get otherPlans(): never {
    throw new Error('the workspace cannot be read');
  },
  incorporated: noWorkspace.incorporated,
};

function asError(fault: Fault): Finding {
  return { ...fault, severity: 'error', fingerprint: `${fault.rule} ${fault.at.start} ${fault.detail ?? ''}` };
}
