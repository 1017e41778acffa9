/** All versions of a segment, newest first, each with what it changed; an earlier one can be brought back. */
import { nameOfState } from '../../../core/document/state.ts';
import { directionOf, type LanguageTag } from '../../../core/text/language.ts';
import type { Chips } from './chips.ts';
import { diffNodes } from './diff-view.ts';
import { make } from './make.ts';
import type { Origin, Version } from './model.ts';
import type { Speech } from './speech.ts';

export interface HistoryOptions {
  readonly language: LanguageTag;
  readonly speech: Speech;
  readonly chips: Chips;
  readonly revert: (to: number) => void;
}

export function showHistory(list: HTMLElement, versions: readonly Version[], options: HistoryOptions): void {
  const { speech } = options;
  if (versions.length === 0) {
    list.replaceChildren(make('li', { class: 'muted' }, speech.say('versions-none')));
    return;
  }
  list.replaceChildren(
    ...versions.map((version, index) => entry(version, versions[index + 1] ?? null, index === 0, options)),
  );
}

function entry(
  version: Version,
  earlier: Version | null,
  isNewest: boolean,
  { language, speech, chips, revert }: HistoryOptions,
): HTMLElement {
  const state = speech.say(`state-${nameOfState(version.target, version.state)}`);
  const author = version.author === '' ? speech.say('somebody') : version.author;
  const head = make(
    'p',
    { class: 'panel__head' },
    make('strong', {}, speech.say('version', { version: version.version })),
    make('span', {}, speech.say('written-by', { author, time: speech.time(version.at) })),
    make('span', {}, originText(version.origin, speech)),
    make('span', { class: 'panel__state' }, state),
  );
  const direction = directionOf(language);
  const text = make('p', { class: 'panel__text', lang: language, dir: direction });
  if (version.target.length === 0) text.append(make('em', { class: 'muted' }, speech.say('empty-text')));
  text.append(...diffNodes(earlier?.target ?? version.target, version.target, language, chips, direction));
  const item = make('li', { class: 'panel__entry' }, head, text);
  if (!isNewest) {
    const name = speech.say('revert-to', { version: version.version });
    const button = make('button', { class: 'button button--small', type: 'button' }, name);
    button.addEventListener('click', () => {
      revert(version.version);
    });
    item.append(button);
  }
  return item;
}

function originText(origin: Origin, speech: Speech): string {
  switch (origin.kind) {
    case 'reverted':
      return speech.say('origin-reverted', { version: origin.to });
    case 'imported':
      return speech.say('origin-imported', { file: origin.file });
    case 'fixed':
      return speech.say('origin-fixed', { check: origin.title });
    case 'resegmented':
      return speech.say(`origin-${origin.change}`);
    case 'match':
    case 'pretranslated': {
      const { score, memory } = origin;
      return speech.say(`match-origin-${origin.kind}`, { score, memory });
    }
    case 'machine':
      return speech.say('match-origin-machine', {
        name: origin.model === '' ? origin.provider : origin.model,
      });
    case 'propagated':
      return speech.say('match-origin-propagated');
    case 'typed':
    case 'copied-source':
    case 'converted':
      return speech.say(`origin-${origin.kind}`);
  }
}
