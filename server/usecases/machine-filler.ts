/**
 * Sends segments to a machine by the batch and keeps what comes back whole. A batch that is answered with rubbish is asked
 * for again text by text, so that one bad text spoils no other; a server that cannot be used ends the work, and says why.
 */
import { checkCodes } from '../core/document/check-codes.ts';
import { hasErrors, problem, type Problem } from '../core/problem.ts';
import { characterCount, type Content } from '../core/text/content.ts';
import type { Save, StoredSegment } from '../store/segment.ts';
import type { Dependencies } from './dependencies.ts';
import type { FillingAct } from './filling-act.ts';
import { sameQuestion, type MachineWorkItem } from './machine-work.ts';
import {
  offerMachineTranslations,
  whyUnfit,
  type OfferedTarget,
  type OfferQuestion,
} from './offer-machine-translations.ts';

export interface FillerQuestion extends Omit<OfferQuestion, 'segments'> {
  readonly author: string;
  readonly context: boolean;
  /** Most texts of one request. */
  readonly size: number;
  /** Most characters that are sent, repeated requests left out. */
  readonly limit: number;
}

/** So many single texts in a row that the server failed at end the work. */
const MOST_IN_A_ROW = 3;
/** Answers that are kept for texts that come again. */
const MOST_KNOWN = 5_000;
/** What the server says of one text, and what may go well for the next. */
const OF_ONE_TEXT = new Set([400, 413, 422, 500]);

type Answer = { readonly offer: OfferedTarget } | { readonly why: Problem };

export class MachineFiller {
  /** Nothing more is to be sent. */
  isOver = false;
  readonly #deps: Dependencies;
  readonly #act: FillingAct;
  readonly #question: FillerQuestion;
  /** By what is asked: the segments that wait for the answer. */
  #waiting = new Map<string, StoredSegment[]>();
  readonly #known = new Map<string, Answer>();
  #agreed = 0;
  #failedInARow = 0;

  constructor(deps: Dependencies, act: FillingAct, question: FillerQuestion) {
    this.#deps = deps;
    this.#act = act;
    this.#question = question;
  }

  async add({ segment, characters }: MachineWorkItem): Promise<void> {
    const asked = sameQuestion(segment, this.#question.context);
    const known = this.#known.get(asked);
    if (known !== undefined) {
      await this.#take([segment], known);
      return;
    }
    const others = this.#waiting.get(asked);
    if (others !== undefined) {
      others.push(segment);
      return;
    }
    if (this.#agreed + characters > this.#question.limit) {
      this.#act.fail({ position: 0, code: 'machine-limit', values: { limit: this.#question.limit } });
      this.isOver = true;
      return;
    }
    this.#agreed += characters;
    this.#act.sent = (this.#act.sent ?? 0) + characters;
    this.#waiting.set(asked, [segment]);
    if (this.#waiting.size >= this.#question.size) await this.finish();
  }

  /** Sends what waits. */
  async finish(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = new Map();
    const firsts = [...waiting.values()].flatMap(([first]) => (first === undefined ? [] : [first]));
    if (firsts.length > 0) await this.#send(firsts, waiting);
  }

  async #send(
    segments: readonly StoredSegment[],
    waiting: ReadonlyMap<string, readonly StoredSegment[]>,
  ): Promise<void> {
    const { context } = this.#question;
    if (this.#isStopped()) return;
    const result = await offerMachineTranslations(this.#deps, { ...this.#question, segments });
    if (this.#isStopped()) return;
    const { offers, problem: trouble } =
      result.kind === 'off' ? { offers: [], problem: problem('machine-off') } : result;
    const offered = new Map(offers.map((offer) => [offer.segment.key, offer]));
    const left: StoredSegment[] = [];
    for (const segment of segments) {
      const offer = offered.get(segment.key);
      if (offer === undefined) left.push(segment);
      else {
        const asked = sameQuestion(segment, context);
        await this.#learn(asked, waiting.get(asked) ?? [segment], judged(segment.source, offer));
        this.#failedInARow = 0;
      }
    }
    if (left.length > 0) await this.#giveUp(left, waiting, { trouble, asked: segments.length });
  }

  #isStopped(): boolean {
    return this.isOver || this.#question.signal.aborted;
  }

  /** `trouble`: what the server failed with; null where it left out the answer to a text. `asked`: texts of the request. */
  async #giveUp(
    left: readonly StoredSegment[],
    waiting: ReadonlyMap<string, readonly StoredSegment[]>,
    { trouble, asked }: { readonly trouble: Problem | null; readonly asked: number },
  ): Promise<void> {
    const { context } = this.#question;
    if (trouble !== null && !isOfOneText(trouble)) {
      this.isOver = true;
      this.#act.fail({ position: 0, code: trouble.code, values: trouble.values });
      return;
    }
    if (asked > 1) {
      for (const segment of left) {
        this.#act.sent = (this.#act.sent ?? 0) + characterCount(segment.source);
        await this.#send([segment], waiting);
      }
      return;
    }
    const why = trouble ?? problem('machine-answer', null, { host: '' });
    for (const segment of left) {
      const question = sameQuestion(segment, context);
      await this.#learn(question, waiting.get(question) ?? [segment], { why });
    }
    this.#failedInARow += 1;
    if (this.#failedInARow < MOST_IN_A_ROW) return;
    this.isOver = true;
    this.#act.fail({ position: 0, code: why.code, values: why.values });
  }

  async #learn(asked: string, segments: readonly StoredSegment[], answer: Answer): Promise<void> {
    if (this.#known.size < MOST_KNOWN) this.#known.set(asked, answer);
    await this.#take(segments, answer);
  }

  async #take(segments: readonly StoredSegment[], answer: Answer): Promise<void> {
    if ('why' in answer) {
      const { code, values } = answer.why;
      for (const { position } of segments) this.#act.fail({ position, code, values });
      return;
    }
    const { target, origin } = answer.offer;
    const { author, language } = this.#question;
    const saves = segments.map((segment): Save => ({
      segment: segment.key,
      language,
      base: segment.current?.version ?? 0,
      target,
      state: 'initial',
      subState: null,
      author,
      at: this.#deps.now(),
      origin: origin.kind === 'machine' ? { ...origin, import: this.#act.id } : origin,
    }));
    if (!(await this.#act.keep(saves))) this.isOver = true;
  }
}

/** An answer is kept where it could be a translation: its codes are whole, its text can be kept, its length is sane. */
function judged(source: Content, offer: OfferedTarget): Answer {
  if (offer.lostCodes) return { why: problem('machine-codes-broken') };
  const { target } = offer;
  const codes = checkCodes(source, target, { draft: true });
  const why = whyUnfit(source, target) ?? codes.find((each) => hasErrors([each]));
  return why === undefined ? { offer } : { why };
}

function isOfOneText({ code, values }: Problem): boolean {
  if (code === 'machine-refused') return OF_ONE_TEXT.has(Number(values['status']));
  return code === 'machine-answer' || code === 'machine-timeout';
}
