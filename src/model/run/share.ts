// Ratio of used to available; null when nothing is available.

export const shareOf = (used: number, all: number): number | null => (all > 0 ? used / all : null);
