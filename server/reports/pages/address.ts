/** Where the pages stand. */
export const PATHS = { app: '/phan-anh', list: '/phan-anh/danh-sach', results: '/phan-anh/ket-qua' } as const
