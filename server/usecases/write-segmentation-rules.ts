/** Our segmentation rules as an SRX file for other tools, as far as SRX can say them. */
import { ownSrxRules } from '../core/text/segmentation/srx/own-rules.ts';
import { writeSrx } from '../formats/srx/write.ts';

export function writeSegmentationRules(): Uint8Array {
  return writeSrx(ownSrxRules());
}
