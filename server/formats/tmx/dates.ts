/** Dates of TMX (`YYYYMMDDThhmmssZ`, TMX 1.4b §2.3) as epoch milliseconds, and back to the second. */

const DATE =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ~]?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * Leniently: ISO 8601 of either spelling, with `~` between date and time as Wordfast has it, or nothing as tools for
 * Trados do; UTC where no zone is said. null for none, and for what tools write for none.
 */
export function parseDate(text: string | undefined): number | null {
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone = 'Z'] =
    DATE.exec(text?.trim() ?? '') ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = Date.UTC(+year, +month - 1, +day, +hour, +minute, +second);
  const isReal = +month >= 1 && +month <= 12 && +day >= 1 && +day <= 31 && +hour <= 24 && +minute < 60;
  // Years such as 1 and 1900 stand for “never”.
  if (!isReal || date <= 0) return null;
  const [, sign, zoneHour = '0', zoneMinute = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const offset = (+zoneHour * 60 + +zoneMinute) * 60_000;
  return sign === undefined ? date : date - (sign === '-' ? -offset : offset);
}

/** '' for a date that TMX cannot write. */
export function formatDate(date: number): string {
  const time = new Date(date);
  if (Number.isNaN(time.getTime())) return '';
  const iso = time.toISOString();
  return /^\d{4}-/.test(iso) ? iso.replace(/[-:]|\.\d+/g, '') : '';
}
