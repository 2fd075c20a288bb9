import type { Bilingual } from './http/language.ts'

/** Something outside of the program keeps it from working; the sentence tells the person at the machine what to do. */
export class Unusable extends Error {
  readonly sentence: Bilingual

  constructor(sentence: Bilingual, options?: ErrorOptions) {
    super(sentence.vi, options)
    this.name = new.target.name
    this.sentence = sentence
  }
}
