/**
 * SQL of an area that overlays take: of a broken one its rings, crossed out evenly on a grid (never st_makevalid, whose
 * failures end the embedded engine).
 */
export const soundArea = (geom: string) => `
  case when st_isvalid(${geom}) then ${geom}
       else st_multi(st_collectionextract(st_buildarea(st_unaryunion(st_boundary(${geom}), 1e-9)), 3)) end`
