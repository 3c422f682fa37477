/** Who asks for what a framework lists: the framework itself, or only our own list for it. */
import { type Framework, type OwnStanding, type SourcedList, standingOf } from '../../reference/framework';
import { say } from '../../text/say';

/** As a message calls it, before "asks for": "Better Care Fund 2025-26", "our own list for Better Care Fund 2026-27". */
export function askerOf({ shortTitle }: Framework, list: SourcedList<unknown>, entry: OwnStanding = {}): string {
  return standingOf(entry, list).status === 'own-list' ? say`our own list for ${shortTitle}` : shortTitle;
}
