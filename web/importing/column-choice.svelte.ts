/** Which columns of a file were chosen by hand; the rest is matched by their names. */
export class ColumnChoice {
  /** Field, or `lng`, `lat`, `x`, `y`, to column. */
  map = $state.raw<Readonly<Record<string, string>>>({})
  /** Fields that nothing is taken for, whatever the columns are called. */
  skip = $state.raw<readonly string[]>([])

  /** Everything is matched by name again. */
  clear() {
    this.map = {}
    this.skip = []
  }

  /** Takes a field from a column. */
  take(field: string, column: string) {
    this.map = { ...this.map, [field]: column }
    this.skip = this.skip.filter((name) => name !== field)
  }

  /** Takes a field from no column. */
  leaveOut(field: string) {
    this.byName(field)
    this.skip = [...this.skip.filter((name) => name !== field), field]
  }

  /** Matches one by its name. */
  byName(field: string) {
    const { [field]: _was, ...rest } = this.map
    this.map = rest
  }

  /** As it is sent. */
  get asked() {
    return { map: this.map, ...(this.skip.length === 0 ? {} : { skip: [...this.skip] }) }
  }
}
