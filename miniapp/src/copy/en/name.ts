export const english = 'English';
