import { markdown } from '../../server/formats/markdown/index.ts';
import { describeMonolingualFormat } from '../contracts/format.ts';

const text = `---
title: A plain title
subtitle: "A \\"quoted\\" one"
description: 'It''s single'
date: 2026-01-19
---

# Heading one #

Setext heading
with two lines
===

A *first* sentence, with **bold _nested_ text**. A second with [a
link](https://example.org "title")! And \`code\`.
Wrapped & escaped \\* &amp; &eacute; <https://example.org>\\
hard break  
another.<br>HTML <b>break</b>.[^1] Last.

> Quoted text.
> > Nested quote. Goes
> on lazily.
>
> - Item one. Two.
>   goes on

1. Ordered

   Second paragraph of it.
2. ![picture *alt*](x.png)

| Head | *Two* |
| ---- | :---: |
| a \\| b | \`x \\| y\` and text. |
|  | [ref] |

    indented code

\`\`\`js
fenced();
\`\`\`

<div>
html block
</div>

[ref]: https://example.org/ref

[^1]: The note. With two sentences.

    And a paragraph.
`;

describeMonolingualFormat(markdown, { text, cannotExpress: () => false });
