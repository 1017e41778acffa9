/** What people decide about checks: kept with who, when and why, per segment and language, per project. */
import { describe, expect, it } from 'vitest';
import { segmentKey } from '../../../server/store/ids.ts';
import type { IgnoredFinding } from '../../../server/store/project.ts';
import type { Store } from '../../../server/store/store.ts';
import { addTexts, allSegments, fa, my, sampleProject } from '../../support/store-samples.ts';

const decision = { author: 'Zahra', at: 5, reason: 'نام کتاب است \u0000' };

export function checkingContract(store: () => Store): void {
  describe('an ignored finding', () => {
    it('is kept for its segment and language, until it is restored', async () => {
      const document = await addTexts(store(), ['a', 'b']);
      const [first, second] = await allSegments(store(), document);
      const ignored: IgnoredFinding = {
        segment: first!.key,
        language: fa,
        finding: 'x\u001fی\ud800',
        ...decision,
      };
      expect(await store().ignoreFinding(ignored)).toBe(true);
      expect(await store().ignoreFinding({ ...ignored, reason: 'again' })).toBe(true);
      expect(await store().listIgnoredFindings({ document }, fa)).toEqual([{ ...ignored, reason: 'again' }]);
      expect(await store().listIgnoredFindings({ segment: first!.key }, fa)).toHaveLength(1);
      expect(await store().listIgnoredFindings({ segment: second!.key }, fa)).toEqual([]);
      expect(await store().listIgnoredFindings({ document }, my)).toEqual([]);
      expect(await store().restoreFinding(first!.key, fa, ignored.finding)).toBe(true);
      expect(await store().restoreFinding(first!.key, fa, ignored.finding)).toBe(false);
      expect(await store().listIgnoredFindings({ document }, fa)).toEqual([]);
    });

    it('is of a segment that is there', async () => {
      const ignored = { segment: segmentKey(999_999_999), language: fa, finding: 'x', ...decision };
      expect(await store().ignoreFinding(ignored)).toBe(false);
    });
  });

  describe('the checks of a project', () => {
    it('are switched off and on, and have settings', async () => {
      const [project, other] = [
        await store().createProject(sampleProject),
        await store().createProject(sampleProject),
      ];
      expect(await store().findCheckRules(project)).toEqual({ settings: {}, off: [] });
      const settings = { digits: 'native', forbidden: [{ term: 'فایل', instead: 'پرونده' }] } as const;
      await store().saveCheckSettings(project, { ezafe: 'yeh' });
      await store().saveCheckSettings(project, settings);
      await store().switchCheck(project, 'quotes', { ...decision, reason: 'first' });
      await store().switchCheck(project, 'quotes', decision);
      await store().switchCheck(project, 'acronym', decision);
      expect(await store().findCheckRules(project)).toEqual({
        settings,
        off: [
          { check: 'acronym', ...decision },
          { check: 'quotes', ...decision },
        ],
      });
      await store().switchCheck(project, 'quotes', null);
      expect((await store().findCheckRules(project)).off.map(({ check }) => check)).toEqual(['acronym']);
      expect(await store().findCheckRules(other)).toEqual({ settings: {}, off: [] });
      expect(await store().deleteProject(project)).toBe(true);
    });
  });
}
