/** What a module of XLIFF 2.x brings along, as data and checks. */
import type { Check, ElementModel, GlobalAttribute, Key } from '../../../shared/rules/model.ts';

export interface Module {
  readonly prefix: string;
  readonly namespace: string;
  readonly elements: Readonly<Record<string, ElementModel>>;
  /** Attributes that it puts on others' elements. */
  readonly attributes?: Readonly<Record<string, GlobalAttribute>>;
  /** Where its outermost elements may stand among those of the core and of modules, and whether once only. */
  readonly places?: Readonly<Record<string, { readonly in: readonly string[]; readonly once: boolean }>>;
  readonly keys?: readonly Key[];
  readonly checks?: readonly Check[];
}
