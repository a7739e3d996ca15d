// The gallery's widgets, in the order of their numbers, as src/ui/screens/gallery.cpp lists them.
import { readFileSync } from 'node:fs';

const code = readFileSync(new URL('../src/ui/screens/gallery.cpp', import.meta.url), 'utf8');
export const galleryNames = [...code.matchAll(/\b(?:Gallery)?Widget\{\s*"(\w+)",/g)].map((match) => match[1]);
