/** Markup, HTML and control characters that somebody may type, or that stand in an imported register. */
export const NASTY = "**vet** [klik](https://boos.example) <at>allen</at> `x` # kop\n1. lijst\u202e";
