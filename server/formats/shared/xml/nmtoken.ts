/** Whether it is an NMTOKEN (XML 1.0 §2.3), the few rare planes of names left aside. */
export function isNmtoken(text: string): boolean {
  return /^[-.\w:\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c-\u200d\u3001-\ud7ff]+$/.test(
    text,
  );
}
