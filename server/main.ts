/** Starts the workbench, as `recto serve` does: `npm start`, `npm start -- --port 8080 --no-sample`. */
process.argv.splice(2, 0, 'serve');
await import('./cli.ts');
