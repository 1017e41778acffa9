/** What a file asks of the targets of a unit beyond their codes: length and wording. All of it is said, none refused. */
import type { Problem } from '../problem.ts';
import { checkLimits } from './limits.ts';
import { checkValidationRules } from './validation-rules.ts';
import type { Unit } from './unit.ts';

/** Problems by the position of the segment among the unit's; those of the unit as a whole at its last translated one. */
export function checkUnit(unit: Pick<Unit, 'limits' | 'rules' | 'parts'>): readonly (readonly Problem[])[] {
  const segments = unit.parts.filter((part) => part.kind === 'segment');
  const problems = segments.map(({ source, target }): Problem[] =>
    target === null ? [] : [...checkValidationRules(unit.rules ?? [], source, target)],
  );
  const last = segments.findLastIndex((segment) => segment.target !== null);
  problems[last]?.push(...checkLimits(unit.limits ?? [], unit.parts));
  return problems;
}
