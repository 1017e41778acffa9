/**
 * A component improves one element that the server sent and that works without it. Its class is made once for
 * each `[data-module="name"]`; it finds everything it needs in its element, texts included.
 */
export type ComponentClass = new (root: HTMLElement) => object;
