/** The tables of entries that are due, and of what projects want of their memories. */

/** A segment whose entry in the memories does not yet follow its target. */
export interface MemoryDueTable {
  segment_id: number;
  language: string;
  version: number;
}

export interface MemorySettingsTable {
  project_id: number;
  propagation: string;
  has_own: number;
}

export interface LivingTables {
  memory_due: MemoryDueTable;
  memory_settings: MemorySettingsTable;
}
