/** Speaks to a workbench as a browser does: forms, files, cookies; redirects are not followed unless asked for. */
import type { Workbench } from '../support/workbench.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Where a redirect leads, as sent; '' where there is none. */
  readonly location: string;
}

export async function get(
  bench: Workbench,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return answer(await fetch(bench.address + path, { redirect: 'manual', headers }));
}

export async function post(
  bench: Workbench,
  path: string,
  body: Readonly<Record<string, string>> | URLSearchParams | FormData,
  headers: Readonly<Record<string, string>> = { 'Sec-Fetch-Site': 'same-origin' },
): Promise<Answer> {
  const sent = body instanceof FormData ? body : new URLSearchParams(body);
  return answer(
    await fetch(bench.address + path, { method: 'POST', redirect: 'manual', headers, body: sent }),
  );
}

async function answer(response: Response): Promise<Answer> {
  return {
    status: response.status,
    headers: response.headers,
    text: await response.text(),
    location: response.headers.get('location') ?? '',
  };
}

/** A form with a file, the file last. */
export function formWithFile(
  fields: Readonly<Record<string, string | readonly string[]>>,
  file: { readonly name: string; readonly text: string } | null,
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) form.append(name, each);
  }
  if (file !== null) form.append('file', new File([file.text], file.name));
  return form;
}
