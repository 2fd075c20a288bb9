/** SQL for a point of the geometry of row `of`: within it; the centre of a shape that is broken. */
export const innerPoint = (of: string) => `case when st_dimension(${of}.geom) = 0 then ${of}.geom
                    when st_isvalid(${of}.geom) then st_pointonsurface(${of}.geom) else st_centroid(${of}.geom) end`
