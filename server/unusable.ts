/** Something outside of the program keeps it from working; the message tells the person at the machine what to do. */
export class Unusable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }
}
