/**
 * Buttons that write into the field leave it the focus: else the field would be left by the press already, what is
 * below it would move, and the click would land elsewhere.
 */
export function keepCaret(element: HTMLElement): void {
  element.addEventListener('mousedown', (event) => {
    if (event.target instanceof Element && event.target.closest('button') !== null) event.preventDefault();
  });
}
