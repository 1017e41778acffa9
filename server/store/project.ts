/** What a project is and what it decided. */
import type { CheckSettings } from '../core/qa/check.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { ProjectId, SegmentKey } from './ids.ts';

export interface Project {
  readonly id: ProjectId;
  readonly name: string;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguages: readonly LanguageTag[];
  /** Credits and rights for editions. */
  readonly author: string;
  readonly licence: string;
  readonly origin: string;
  /** Stable urn:uuid of the work. */
  readonly workId: string;
  readonly createdAt: number;
}
export type NewProject = Omit<Project, 'id'>;

/** A project's own segmentation rules, as they came. */
export interface ProjectSrx {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Who decided it, when and why. */
export interface Decision {
  readonly author: string;
  readonly at: number;
  readonly reason: string;
}

export interface IgnoredFinding extends Decision {
  readonly segment: SegmentKey;
  readonly language: LanguageTag;
  /** Its key, as the checks give it. */
  readonly finding: string;
}

/** What a project decides about checks. */
export interface CheckRules {
  readonly settings: CheckSettings;
  readonly off: readonly (Decision & { readonly check: string })[];
}
