/** Greek: `;` asks, and the raised dot is a semicolon. */
import type { LanguageRules } from '../rules.ts';

export const greek: LanguageRules = {
  marks: { ';': 'question', '\u037E': 'question' },
  abbreviations: {
    title: 'κ κα κος δρ καθ αγ',
    inner: 'π.χ δηλ βλ πρβλ κυρ λ.χ',
    numbered: 'αρ σ σελ κεφ τομ αρθρ εικ τηλ ιαν φεβρ μαρτ απρ ιουν ιουλ αυγ σεπτ οκτ νοεμ δεκ',
    final: 'κ.λπ κλπ κ.ά κ.ο.κ π.χ μ.χ α.ε μ.μ π.μ',
  },
  lowerCaseBegins: 'after stop',
};
