/** What is to be put where for one unit: Markdown for running text, YAML for values of the front matter. */
import { normalizeContent, textOf, type Content } from '../../core/text/content.ts';
import { lineEndOf } from '../shared/decode.ts';
import type { Splice } from '../shared/splice.ts';
import type { Escaping } from './escape.ts';
import { writeScalar, type Quoting } from './front-matter.ts';
import { renderParts, type Token } from './render.ts';
import type { Rewrite, RewrittenPart } from './rewrite.ts';

/** Splices in order; parts that keep their bytes have none. */
export function renderRewrite(rewrite: Rewrite, text: string, escaping: Escaping): readonly Splice[] {
  const { place } = rewrite.passage;
  if (place.kind === 'metadata') return renderScalar(rewrite, place.quoting);
  const tokens = rewrite.parts.map((part) => tokensOf(part, text));
  const written = renderParts(tokens, place, escaping, lineEndOf(text));
  return rewrite.parts.flatMap(({ start, end, kept }, index) =>
    kept ? [] : [{ start, end, text: written[index] ?? '' }],
  );
}

function tokensOf(part: RewrittenPart, text: string): readonly Token[] {
  if (part.kept) return [{ kind: 'raw', text: text.slice(part.start, part.end) }];
  return normalizeContent(part.content).map((each): Token =>
    typeof each === 'string'
      ? { kind: 'text', text: each }
      : { kind: 'code', code: each.code, text: each.text },
  );
}

/** A value that its quoting cannot hold is written anew in double quotes, as a whole. */
function renderScalar({ parts, passage }: Rewrite, quoting: Quoting): readonly Splice[] {
  const contents: Content = parts.flatMap((part) => part.content);
  const whole = textOf(contents);
  if (writeScalar(whole, quoting) !== null) {
    return parts.flatMap(({ start, end, kept, content }) => {
      const text = quoting === 'plain' ? textOf(content) : (writeScalar(textOf(content), quoting) ?? '');
      return kept ? [] : [{ start, end, text }];
    });
  }
  const quotes = quoting === 'plain' ? 0 : 1;
  const text = `"${writeScalar(whole, 'double') ?? ''}"`;
  return [{ start: passage.start - quotes, end: passage.end + quotes, text }];
}
