/**
 * Third argument of st_intersection and st_difference, second of st_union, in degrees (a micrometre). Without a grid GEOS
 * throws and tries again where edges all but coincide, and the embedded engine loses the query at that ("portal does not
 * exist"); on a grid it never throws.
 */
export const OVERLAY_GRID = '1e-11'
