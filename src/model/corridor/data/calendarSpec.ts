// The data of a calendar: hours by weekday, other hours and holidays by date, in its own time zone.

/** `daily` and weekdays; a weekday overrides `daily`. Values are `09:00-18:00`, several joined by `and`, or `closed`. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

export interface CalendarSpec {
  readonly timeZone: string;
  /** Hours by weekday; a day that is not given is closed. A span past midnight belongs to the day on which it begins. */
  readonly hours: { readonly [D in Weekday | 'daily']?: string };
  /** Other hours on a day (`2024-05-08`) or on several (`2024-02-10..2024-02-17`); they override `hours`. */
  readonly dates?: { readonly [date: string]: string };
}
