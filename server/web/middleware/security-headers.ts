/** Headers that keep a page from running, loading or embedding anything that is not ours. */
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

export function securityHeaders(): RequestHandler {
  const own = ["'self'"];
  const none = ["'none'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        scriptSrc: own,
        styleSrc: own,
        imgSrc: ["'self'", 'data:'],
        fontSrc: own,
        connectSrc: own,
        formAction: own,
        manifestSrc: own,
        baseUri: none,
        frameAncestors: none,
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    // The workbench is served over plain HTTP on one's own machine; whoever puts TLS before it decides.
    strictTransportSecurity: false,
  });
}

/**
 * An edition holds a stranger's text and its own inline style: it may load nothing, run nothing, and has no
 * origin from which it could speak to the workbench.
 */
export function sandboxEdition(res: Response): void {
  res.set(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  );
}
