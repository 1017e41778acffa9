import { plainText } from '../../server/formats/text/index.ts';
import { describeMonolingualFormat } from '../contracts/format.ts';

const text = `A title

  The first sentence. The second one,
on two lines.
آیا این درست است؟ بله.
\t

မင်္ဂလာပါ။ & <b> * not markup *
`;

describeMonolingualFormat(plainText, {
  text,
  cannotExpress: (target) => /\r|^\s*\n|\n\s*$|\n\s*\n/.test(target) || target.trim() === '',
});
