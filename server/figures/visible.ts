type Alias =
  | 'building'
  | 'camera'
  | 'cell_site'
  | 'commune'
  | 'cultural_house'
  | 'fibre_line'
  | 'fixed_service'
  | 'institution'
  | 'operator'
  | 'premises'
  | 'residential_area'
  | 'village'

/** For `where`: the rows of a feature table that are true on day $2 as known at moment $3. */
export const visible = (alias: Alias) =>
  `${alias}.known_from <= $3 and $3 < ${alias}.known_to and ${alias}.valid_from <= $2 and $2 < ${alias}.valid_to`
