//! The largest number that still fits.

/// The largest number up to `most` for which `is_within`, which is asked of `most` first; 0 where there is none.
pub(super) fn largest(most: usize, mut is_within: impl FnMut(usize) -> bool) -> usize {
    let (mut fits, mut over) = (0, most + 1);
    let mut guess = most;
    while over - fits > 1 {
        if is_within(guess) {
            fits = guess;
        } else {
            over = guess;
        }
        guess = fits + (over - fits) / 2;
    }
    fits
}
