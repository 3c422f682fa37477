/**
 * Reads a text that is not sound: finds the first mistake, repairs it, reads again, and so on. Every mistake is told once
 * at its place in the author's text, and the tree is that of the repaired text, so that what follows a mistake is read.
 *
 * A repair is a guess that must prove itself: it is kept only when the text then reads better than before.
 */

import type { Allowance } from '../../budget';
import type { Fault, Fix, Related } from '../../finding';
import { limits } from '../../limits';
import { say } from '../../text/say';
import { copyNodes } from '../library/copy-nodes';
import { type LibraryFault, type LibraryReading, readYaml } from '../library/read-yaml';
import { yamlLibrary } from '../library/yaml-library';
import { type Node, type Origin, Place } from '../tree/node';
import { visible } from '../tree/written';
import { detectors, sureDetectors } from './mistakes';
import { missingColon } from './mistakes/colons';
import { textNotIndented } from './mistakes/indentation';
import { type LocalSpan, lineAt } from './mistakes/line';
import { type DetectorContext, type Diagnosis, unproven } from './mistakes/mistake';
import { type Repair, RepairedText } from './mistakes/repaired-text';
import { suspects } from './mistakes/suspects';
import { unknownFault } from './mistakes/unknown-fault';
import { hasOddCharacters, oddCharacters } from './odd-characters';
import { pastedTexts } from './pasted-text';
import { silentMistakes } from './silent-mistakes';

export interface RepairedReading {
  readonly root: Node | undefined;
  readonly faults: readonly Fault[];
  /** Steps, all attempts together, and the starting of each; 0 where nothing could be tried. */
  readonly cost: number;
  /** The part of them that went into attempts after the first. */
  readonly repairs: number;
  /** Whether more would have been tried, had there been steps for it. */
  readonly isLimited: boolean;
  /** False where the text was refused as too large or too deep. */
  readonly isComplete: boolean;
  /** Names that are repeated (`*name`) and not defined in the text (`&name`). */
  readonly distantAliases: readonly string[];
}

/** What the text must be: a text that stands where keys should is a mistake, though it can be read. */
export type Root = 'map' | 'any';

/** Mistakes that are repaired in one chunk; the rest waits until those are put right. */
const maxRepairs = 20;
const maxOddCharacters = 100;
/** Words alone on their lines above a fault that may be keys without their colons. */
const MOST_HEADINGS = 4;
/** Finding a repair and starting the library, in steps. */
const costOfAttempt = 40;
/** Characters that are copied and looked through in the time of a token. */
const CHARACTERS = 100;

interface Attempt {
  readonly diagnosis: Diagnosis;
  readonly text: RepairedText;
  readonly reading: LibraryReading;
}

/** Reads `text` with `mends` made in it, giving up after the tokens of `allowance` in one reading. Places are relative to `origin`. */
export function readRepaired(
  text: string,
  origin: Origin,
  allowance: { readonly tokens: number; readonly repairs: number },
  root: Root = 'any',
  mends: readonly Repair[] = [],
): RepairedReading {
  const whole = RepairedText.of(text);
  return new Repairer(mends.length === 0 ? whole : whole.with(mends), origin, allowance, root).read();
}

class Repairer {
  private readonly faults: Fault[] = [];
  private reading: LibraryReading | undefined;
  private cost = 0;
  private repairs = 0;
  private isLimited = false;
  private isComplete = true;
  private readonly distantAliases: string[] = [];

  constructor(
    private current: RepairedText,
    private readonly origin: Origin,
    private readonly allowance: Allowance,
    private readonly root: Root,
  ) {}

  read(): RepairedReading {
    this.repairPastedTexts();
    this.repairCharacters();
    this.reading = this.attempt(this.current);
    this.repairFaults();
    if (this.reading.faults.length === 0) this.repairSilentMistakes();
    const locate = (from: number, to: number) => this.current.original(from, to);
    const { root } = copyNodes(this.reading.contents, this.current.text, this.origin, locate);
    const { faults, cost, repairs, isLimited, isComplete, distantAliases: aliases } = this;
    return { root, faults, cost, repairs, isLimited, isComplete, distantAliases: aliases };
  }

  private attempt(text: RepairedText): LibraryReading {
    const reading = readYaml(text.text, this.allowance.tokens);
    const cost = reading.tokens + costOfAttempt + Math.ceil(text.text.length / CHARACTERS);
    if (this.reading) this.repairs += cost;
    if (this.allowance.tokens > 0) this.cost += cost;
    const { contents, faults } = reading;
    if (this.root === 'any' || faults.length > 0 || !contents || yamlLibrary().isMap(contents)) return reading;
    const from = Math.min(contents.range[0], text.text.length);
    return {
      ...reading,
      faults: [{ code: 'MULTILINE_IMPLICIT_KEY', from, to: Math.min(contents.range[1], text.text.length) }],
    };
  }

  /** Whether there are steps for another attempt. */
  private mayTry(): boolean {
    if (this.repairs < this.allowance.repairs) return true;
    this.isLimited = true;
    return false;
  }

  private repairPastedTexts(): void {
    const { text } = this.current;
    const diagnoses = pastedTexts(text).map(
      ({ key, first, lines }): Diagnosis => ({
        mistake: 'block-text-not-indented',
        at: first,
        message: textNotIndented(text, first, key),
        repair: lines.map(({ start, columns }) => ({ from: start, to: start, text: ' '.repeat(columns) })),
        fix: { title: say`Indent the text`, safe: true },
      }),
    );
    for (const diagnosis of diagnoses) this.tell(diagnosis);
    this.current = this.current.with(diagnoses.flatMap(({ repair }) => repair));
  }

  private repairCharacters(): void {
    if (!hasOddCharacters(this.current.text)) return;
    const repairs = [];
    for (const diagnosis of oddCharacters(this.current.text)) {
      if (repairs.length < maxOddCharacters) this.tell(diagnosis);
      repairs.push(...diagnosis.repair);
    }
    this.current = this.current.with(repairs);
  }

  private repairFaults(): void {
    for (let count = 0; count < maxRepairs; count++) {
      const fault = this.reading?.faults[0];
      if (!fault) return;
      if (fault.code === 'TOO_DEEP' && this.repairHeading(fault)) continue;
      if (fault.code === 'TOO_DEEP' || fault.code === 'TOO_MANY_TOKENS') {
        this.refuse(fault);
        return;
      }
      if (!this.repairFirst(fault)) return;
    }
    const left = this.reading?.faults[0];
    if (left) this.tell(unknownFault(this.current.text, left));
  }

  /** Whether the fault could be repaired, so that looking for the next one makes sense. */
  private repairFirst(fault: LibraryFault): boolean {
    if (!this.mayTry()) {
      this.tell(unknownFault(this.current.text, fault));
      return false;
    }
    const sight: DetectorContext = { text: this.current.text, fault, lines: suspects(this.current.text, fault) };
    const tried = new Set<string>();
    let partly: Attempt | undefined;
    for (const detect of [...sureDetectors, ...detectors]) {
      if (!this.mayTry()) break;
      for (const diagnosis of detect(sight)) {
        if (!this.mayTry()) break;
        const text = this.current.with(diagnosis.repair);
        if (tried.has(text.text)) continue;
        tried.add(text.text);
        const reading = this.attempt(text);
        if (reading.faults.length === 0) return this.accept(diagnosis, text, reading);
        if (partly || !this.isBetter(reading, text, diagnosis)) continue;
        if (sureDetectors.includes(detect)) return this.accept(diagnosis, text, reading);
        partly = { diagnosis, text, reading };
      }
    }
    if (partly) return this.accept(partly.diagnosis, partly.text, partly.reading);
    const unknown = unknownFault(this.current.text, fault);
    const text = this.current.with(unknown.repair);
    const reading = text.text === this.current.text || !this.mayTry() ? undefined : this.attempt(text);
    if (reading && this.isBetter(reading, text, unknown)) return this.accept(unknown, text, reading);
    this.tell(unknown);
    return false;
  }

  /** A long list looks deep when the key above it has no colon: it is all one text then. */
  private repairHeading(fault: LibraryFault): boolean {
    const { text } = this.current;
    const words = [...text.slice(0, fault.from).matchAll(/^ *[A-Za-z_][\w-]*(?=[ \t]*$)/gm)].slice(-MOST_HEADINGS);
    const lines = words.reverse().map(({ index }) => lineAt(text, index));
    for (const diagnosis of missingColon({ text, fault, lines })) {
      if (!this.mayTry()) return false;
      const repaired = this.current.with(diagnosis.repair);
      const reading = this.attempt(repaired);
      if (reading.faults[0]?.code !== 'TOO_DEEP') return this.accept(diagnosis, repaired, reading);
    }
    return false;
  }

  /** Whether the repaired text reads on further than before: its first fault stands later in the author's text. */
  private isBetter(reading: LibraryReading, text: RepairedText, diagnosis: Diagnosis): boolean {
    const before = this.reading?.faults ?? [];
    const first = reading.faults[0];
    const former = before[0];
    if (!first || !former) return !first;
    if (first.code === 'TOO_DEEP' || first.code === 'TOO_MANY_TOKENS') return false;
    const reached = text.original(first.from, first.to).from;
    const was = this.current.original(former.from, former.to).from;
    const cause = this.current.original(diagnosis.at.from, diagnosis.at.to).to;
    return reached > Math.max(was, cause) && reading.faults.length <= before.length + 1;
  }

  private accept(diagnosis: Diagnosis, text: RepairedText, reading: LibraryReading): true {
    this.tell(diagnosis);
    this.current = text;
    this.reading = reading;
    return true;
  }

  private repairSilentMistakes(): void {
    // A repair may bring to light what it hid: an item that was read as a text, say.
    for (let round = 0; round < 4; round++) {
      const text = this.current.text;
      const copy = copyNodes(this.reading?.contents, text, this.origin, (from, to) => ({ from, to }));
      for (const { kind, from, to } of copy.oddities) {
        if (kind === 'unknown-alias') this.distantAliases.push(text.slice(from + 1, to));
      }
      const found = silentMistakes(copy.root, copy.oddities, text);
      const repairs = found.flatMap(({ repair }) => repair);
      const repaired = this.current.with(repairs);
      const reading = repairs.length > 0 && this.mayTry() ? this.attempt(repaired) : undefined;
      const better = reading !== undefined && reading.faults.length === 0;
      if (better) for (const diagnosis of found) if (diagnosis.repair.length > 0) this.tell(diagnosis);
      if (!better && round === 0) for (const diagnosis of found) this.tell(unproven(diagnosis));
      if (!better) {
        if (round > 0) for (const diagnosis of found) if (diagnosis.repair.length === 0) this.tell(diagnosis);
        return;
      }
      this.current = repaired;
      this.reading = reading;
    }
  }

  private refuse(fault: LibraryFault): void {
    this.isComplete = false;
    const deep = fault.code === 'TOO_DEEP';
    this.faults.push({
      rule: 'too-large',
      at: this.place({ from: fault.from, to: fault.from }),
      message: deep
        ? say`Brackets or lists are nested more than ${limits.depth} levels deep here, so this part of the plan is not checked. Write it with fewer levels.`
        : say`This part of the plan is too large to be checked in one piece. Divide it into shorter items.`,
    });
  }

  private tell({ mistake, rule, at, message, repair, fix, related }: Diagnosis): void {
    if (message === '') return;
    const changes = fix && this.current.originalRepairs(fix.edits ?? repair);
    const fixes: readonly Fix[] =
      fix && changes
        ? [
            {
              title: fix.title,
              safe: fix.safe,
              edits: changes.map(({ from, to, text }) => ({ at: new Place(this.origin, from, to), text })),
            },
          ]
        : [];
    const others: readonly Related[] = (related ?? []).map(other => ({
      at: this.place(other.at),
      message: other.message,
    }));
    this.faults.push({
      rule: rule ?? 'yaml-syntax',
      at: this.place(at),
      message: visible(message),
      ...(others.length > 0 ? { related: others } : {}),
      ...(fixes.length > 0 ? { fixes } : {}),
      detail: mistake,
    });
  }

  private place({ from, to }: LocalSpan): Place {
    const place = this.current.original(from, to);
    return new Place(this.origin, place.from, place.to);
  }
}
