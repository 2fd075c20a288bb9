/** Whether this browser can draw the map at all. */
export const hasWebGl2 = () => document.createElement('canvas').getContext('webgl2') !== null
