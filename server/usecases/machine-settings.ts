/**
 * How a project asks for machine translation: off until somebody names a server. The key that was given is never shown
 * again; it stays with the address it was given for, and is forgotten when that changes.
 */
import type { MachineSettings } from '../core/memory/machine-settings.ts';
import { isOffLimits } from '../core/off-limits.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { ProjectId } from '../store/ids.ts';
import { machineProvider, MACHINE_PROVIDERS } from '../machine/registry.ts';
import type { Dependencies } from './dependencies.ts';

export interface ShownMachineSettings extends Omit<MachineSettings, 'key'> {
  readonly hasKey: boolean;
  /** Where texts go. */
  readonly host: string;
  /** It is this machine: texts do not leave it. */
  readonly isLocal: boolean;
}

export interface ProviderChoice {
  readonly id: string;
  readonly name: string;
  readonly needsModel: boolean;
}

export function machineProviders(): readonly ProviderChoice[] {
  return MACHINE_PROVIDERS.map(({ id, name, needsModel }) => ({ id, name, needsModel }));
}

/** null where it is off. */
export async function showMachineSettings(
  deps: Dependencies,
  project: ProjectId,
): Promise<ShownMachineSettings | null> {
  const settings = await deps.store.findMachineSettings(project);
  if (settings === null) return null;
  const { key, ...shown } = settings;
  const { host, hostname } = new URL(settings.url);
  return { ...shown, hasKey: key !== '', host, isLocal: isLocal(hostname) };
}

/** Problems where something is wrong with them; then nothing is kept. An empty key keeps the one for the same server. */
export async function setMachineSettings(
  deps: Dependencies,
  project: ProjectId,
  settings: MachineSettings,
): Promise<readonly Problem[]> {
  const problems = problemsOf(deps, settings);
  if (problems.length > 0) return problems;
  const before = await deps.store.findMachineSettings(project);
  const same = before !== null && new URL(before.url).origin === new URL(settings.url).origin;
  const key = settings.key === '' && same ? before.key : settings.key;
  await deps.store.saveMachineSettings(project, { ...settings, key });
  return [];
}

export async function switchMachineOff(deps: Dependencies, project: ProjectId): Promise<void> {
  await deps.store.saveMachineSettings(project, null);
}

/** Whether the server may be asked: also of settings that were kept when the rules were others. */
export function problemsOf(
  { machineHosts }: Pick<Dependencies, 'machineHosts'>,
  { provider, url, model }: MachineSettings,
): readonly Problem[] {
  const known = machineProvider(provider);
  if (known === null || !URL.canParse(url)) return [problem('machine-url-invalid', null, { url })];
  const { protocol, hostname, host, username, password } = new URL(url);
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '')
    return [problem('machine-url-invalid', null, { url })];
  if (machineHosts !== null && !machineHosts.includes(hostname))
    return [problem('machine-host-forbidden', null, { host })];
  // What a name stands for is looked at when it is asked.
  if (machineHosts === null && isOffLimits(hostname))
    return [problem('machine-host-off-limits', null, { host })];
  return known.needsModel && model === '' ? [problem('machine-model-missing')] : [];
}

/** Whether what stands around a segment leaves the house with it. */
export function sendsContext({ provider, context }: Pick<MachineSettings, 'provider' | 'context'>): boolean {
  return context && machineProvider(provider)?.sendsContext === true;
}

function isLocal(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}
