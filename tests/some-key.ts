// A key for tests: drawn once, and no secret of anybody. By another one other cells are withheld.
export const SOME_KEY = '4f1c0d7a9e35b28660d1f7c4a8935be0217d6c9ba4f058e3961c2d7be40f8a53';
