// Holidays as dates of a calendar: closures at Chinese New Year.

/** Other hours by date, for `dates` of a calendar. */
export type Dates = { readonly [date: string]: string };

/**
 * Chinese New Year, 2023 to 2030: New Year's Day and the two days after it, closed. The holiday itself is longer (7 days in
 * 2023, 8 in 2024 and 2025), but shifts continue through most of it: three days is the effective closure, an assumption (N28).
 *
 * Source: General Office of the State Council of China, notices on the arrangement of holidays: 2023 (No. 16 of 2022: 21 to 27
 * January), 2024 (No. 7 of 2023: 10 to 17 February), 2025 (No. 12 of 2024: 28 January to 4 February). From 2026 on the first
 * day of the first month by the astronomical new moon, Beijing time: in 2027 minutes before midnight and in 2030 minutes after
 * it, so that some calendar software is a day out in both.
 */
export const chineseNewYear = {
  '2023-01-22..2023-01-24': 'closed',
  '2024-02-10..2024-02-12': 'closed',
  '2025-01-29..2025-01-31': 'closed',
  '2026-02-17..2026-02-19': 'closed',
  '2027-02-06..2027-02-08': 'closed',
  '2028-01-26..2028-01-28': 'closed',
  '2029-02-13..2029-02-15': 'closed',
  '2030-02-03..2030-02-05': 'closed',
} as const satisfies Dates;
