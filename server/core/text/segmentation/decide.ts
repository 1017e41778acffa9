/**
 * Whether a run of sentence marks ends its segment: the order of the questions is the order of the functions here.
 * Each looks at a bounded stretch of text, so that a text of any length is decided in linear time.
 */
import {
  classAt,
  classBefore,
  DIGIT,
  isLetterAt,
  isSpaceAt,
  LETTER,
  LOWER,
  OTHER,
  UPPER,
} from './characters.ts';
import type { Run } from './run.ts';
import type { Scene } from './scene.ts';
import { beginsInLowerCase, readStart } from './start.ts';
import type { Start } from './start.ts';
import { beginsList, isListLabel, stopEnds, unspacedStopEnds, wordBefore } from './stop.ts';

const GOES_ON = ',;:)]}،؛၊၏،、，；：';
const GOES_ON_UNSPACED = '-–—/\\=&+@#_*|~%';
const DASHES = '-–—―';
const BRACKETS = ')]}）］】';
/** How far back a dash that opens a parenthesis is looked for, and the longest speaker's name. */
const BACK = 200;
const NAME = 40;
/** Dots that are more than an ellipsis. */
const LEADER = 6;

/** Offset of the boundary that the run makes (mostly its end), or -1 where the segment goes on. */
export function boundaryOf(scene: Scene, run: Run): number {
  const { text } = scene;
  const start = readStart(text, run.end);
  if (start.at >= text.length) return -1;
  if (run.kind === 'colon') return colonEnds(scene, run, start) ? run.end : -1;
  if (isLeader(run, start)) return -1;
  if (standsBeforeWord(scene, run, start) || isAlone(scene, run) || isInNumber(scene, run)) return -1;
  if (goesOn(scene, run, start)) return -1;
  if (run.spacedDots > 0) return spacedDotsEnd(scene, run, start);
  const ends = start.spaced ? spacedEnds(scene, run, start) : unspacedEnds(scene, run, start);
  return ends ? run.end : -1;
}

/** `!Kung`, `.NET`, `$.50`: the mark belongs to what follows. */
function standsBeforeWord(scene: Scene, run: Run, start: Start): boolean {
  if (start.spaced || run.closedAt >= 0 || run.kind === 'full') return false;
  const before = classBefore(scene.text, run.start);
  return before < LOWER && before !== DIGIT && !BRACKETS.includes(scene.text.charAt(run.start - 1) || '(');
}

/** A colon that leads to a sentence of its own, no time, ratio or list of words. */
function colonEnds(scene: Scene, run: Run, start: Start): boolean {
  if (!start.spaced || run.closedAt >= 0) return false;
  return isLetterAt(scene.text, start.at) && start.first === LETTER && run.start - scene.segmentStart > 1;
}

/** `Chapter 2 ......... 6`: dots that lead to a page. */
function isLeader(run: Run, start: Start): boolean {
  return run.end - run.start >= LEADER && start.first === DIGIT;
}

/** ` / ` between the verses of a poem. */
function isVerseBreak(text: string, start: Start): boolean {
  return start.spaced && start.mark === '/' && isSpaceAt(text, start.at + 1);
}

/** `1. -3. Jahrhundert`. */
function isRange({ text }: Scene, run: Run, start: Start): boolean {
  const isDash = start.mark === '-' || start.mark === '–';
  return isDash && classAt(text, run.start - 1) === DIGIT && classAt(text, start.at + 1) === DIGIT;
}

/** `[…]`, `(?)`: brackets round nothing but marks say something about the text and end nothing. */
function isAlone(scene: Scene, run: Run): boolean {
  if (run.closedAt < 0 || run.lastStart !== run.start) return false;
  return scene.enclosures.openedAt.get(run.closedAt) === run.start - 1 && run.start > 0;
}

function isInNumber(scene: Scene, run: Run): boolean {
  if (run.end !== run.start + 1) return false;
  return classAt(scene.text, run.start - 1) === DIGIT && classAt(scene.text, run.end) === DIGIT;
}

function goesOn(scene: Scene, run: Run, start: Start): boolean {
  const { text, rules, enclosures, segmentStart } = scene;
  if (GOES_ON.includes(start.mark) || (!start.spaced && GOES_ON_UNSPACED.includes(start.mark))) return true;
  if (isFurtherMark(scene, start) || isVerseBreak(text, start) || isRange(scene, run, start)) return true;
  if (matchesAt(rules.goesOnInBracket, text, start.at)) return true;
  if (run.doubled && isSpeaker(scene, run)) return true;
  if (run.closedAt < run.lastStart) return false;
  const opened = enclosures.openedAt.get(run.closedAt) ?? -1;
  const caseless = start.first === LETTER;
  if (BRACKETS.includes(text.charAt(run.closedAt)))
    return opened > segmentStart && (caseless || run.kind === 'question' || run.kind === 'ellipsis');
  if (isCitation(text, start)) return true;
  if (matchesAt(rules.goesOnAfterQuote, text, start.at)) return true;
  if (run.kind !== 'question' && run.kind !== 'ellipsis') return false;
  if (opened === segmentStart) return matchesAt(rules.reportsQuestion, text, start.at);
  return caseless && opened > segmentStart && !isIntroduced(text, opened);
}

/** `? ။`, `? !`: one more mark of the same sentence behind a space, but not `. !Kung`. */
function isFurtherMark({ text, rules }: Scene, start: Start): boolean {
  const kind = rules.marks.get(start.mark);
  return (kind === 'full' || kind === 'question') && !isLetterAt(text, start.at + 1);
}

/** `Name။ ။` or `Name။။`: a speaker's name rather than a sentence. */
function isSpeaker(scene: Scene, run: Run): boolean {
  const pattern = scene.rules.sentenceBeforeDoubledMark;
  if (pattern === undefined || run.start - scene.segmentStart > NAME) return false;
  return !pattern.test(scene.text.slice(scene.segmentStart, run.start));
}

/** `“…” (Smith 55).`: a bracket behind a quotation that has the stop behind it. */
function isCitation(text: string, start: Start): boolean {
  if (start.mark !== '(' || !start.spaced) return false;
  const end = text.slice(start.at, start.at + 100).indexOf(')');
  if (end < 0) return false;
  const behind = text.charAt(start.at + end + 1);
  return behind === '.' && !'.?!'.includes(text.charAt(start.at + end - 1));
}

/** Whether a colon or comma leads to the quotation, which then is a sentence of its own. */
function isIntroduced(text: string, opened: number): boolean {
  let at = opened;
  while (at > opened - 3 && isSpaceAt(text, at - 1)) at -= 1;
  return ':،,၊：၊။.'.includes(text.charAt(at - 1) || '.');
}

function matchesAt(pattern: RegExp | undefined, text: string, at: number): boolean {
  if (pattern === undefined) return false;
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** `. . .` leaves out part of a sentence; with a fourth dot the sentence has ended, and before or behind it. */
function spacedDotsEnd(scene: Scene, run: Run, start: Start): number {
  if (start.first !== UPPER || !start.spaced || run.start === scene.segmentStart) return -1;
  if (isSpaceAt(scene.text, run.start - 1)) return run.spacedDots > 3 ? run.end : -1;
  return run.spacedDots > 3 ? run.start + 1 : run.end;
}

function unspacedEnds(scene: Scene, run: Run, start: Start): boolean {
  if (run.kind === 'full') return !isListLabel(scene, run);
  if (run.kind === 'ellipsis' || scene.tokens.insideAddress(run.start)) return false;
  return unspacedStopEnds(scene, run, start);
}

function spacedEnds(scene: Scene, run: Run, start: Start): boolean {
  if (run.kind === 'full') return !isListLabel(scene, run);
  if (start.first === LOWER && !mayBeginLower(scene, run, start)) return false;
  if (run.kind === 'ellipsis') return ellipsisEnds(scene, run, start);
  if (run.kind === 'question') return !isInsideDashes(scene, start);
  return stopEnds(scene, run, start);
}

/** Lower case says that the sentence goes on, but in some languages, and after a script that has no case. */
function mayBeginLower(scene: Scene, run: Run, start: Start): boolean {
  const { text, rules } = scene;
  if (run.kind !== 'ellipsis' && /^[“"'‘«([]?(?:\.\.|…)/u.test(text.slice(start.at, start.at + 3)))
    return true;
  if (beginsInLowerCase(text, start) || isStageDirection(text, start)) return true;
  if (beginsList(scene, start)) return true;
  if (run.closedAt < 0 && isLetterAt(text, start.at)) {
    if (rules.lowerCaseBegins === 'after stop') return true;
    if (rules.lowerCaseBegins === 'after question' && run.kind === 'question') return true;
  }
  return classBefore(text, run.start) === LETTER && text[run.start - 1] !== '\uFFFC';
}

/** `[laughs] I did.`: a remark in brackets before a capital opens the next sentence. */
function isStageDirection(text: string, start: Start): boolean {
  const close = start.mark === '[' ? ']' : start.mark === '(' ? ')' : '';
  if (close === '') return false;
  const end = text.slice(start.at, start.at + 60).indexOf(close);
  return (
    end >= 0 && isSpaceAt(text, start.at + end + 1) && readStart(text, start.at + end + 1).first === UPPER
  );
}

/** `Well… It depends.` ends; `I… I do not know` stammers; ` … ` between spaces pauses where no case tells more. */
function ellipsisEnds(scene: Scene, run: Run, start: Start): boolean {
  const { text } = scene;
  if (run.start === scene.segmentStart) return false;
  const apart = isSpaceAt(text, run.start - 1);
  if (apart && (start.first !== UPPER || start.word === 'I')) return false;
  if (start.first === LETTER && isUnfinished(scene, run)) return false;
  if (DASHES.includes(text.charAt(run.start)) && start.first !== UPPER) return false;
  const word = wordBefore(scene, run.start).text;
  return word === '' || word.toLowerCase() !== start.word.toLowerCase();
}

/** Whether what stands before a pause cannot be a whole sentence; asked where no capital tells. */
function isUnfinished(scene: Scene, run: Run): boolean {
  const before = scene.text.slice(Math.max(scene.segmentStart, run.start - NAME), run.start);
  return scene.rules.unfinished?.test(before.replace(/[\s\u200B]+$/u, '')) === true;
}

/** `A — who knows? — B`: an odd dash before, and one behind; one that opens a line of speech is none. */
function isInsideDashes(scene: Scene, start: Start): boolean {
  if (!DASHES.includes(start.mark) || start.first === OTHER) return false;
  const before = scene.text.slice(Math.max(scene.segmentStart, start.at - BACK), start.at);
  return (before.match(/(?<=\s)[-–—―]+(?=\s)/gu)?.length ?? 0) % 2 === 1;
}
