// What part of what there is was used; nothing where there is none.

export const shareOf = (used: number, all: number): number | null => (all > 0 ? used / all : null);
